import type { PanelPaper } from './panel-paper';

/** Keeps the panel beside its control, closes it on Escape or a press elsewhere, and puts it after the control in the tab order. */
export function listenWhileOpen(
  box: HTMLElement,
  paper: PanelPaper,
  panel: { place(): void; close(refocus?: boolean): void },
  signal: AbortSignal,
): void {
  const everywhere = { capture: true, signal };
  const root = box.getRootNode() as ShadowRoot;
  const isInside = (event: Event) => event.target === root.host;
  addEventListener('scroll', (event) => isInside(event) || panel.place(), { ...everywhere, passive: true });
  addEventListener('resize', panel.place, { signal });
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !isInside(event) && !paper.isControl(event.target)) panel.close();
    },
    everywhere,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !paper.isControl(event.target)) return;
      if (event.key === 'Escape') panel.close(true);
      if (event.key !== 'Tab' || event.shiftKey) return;
      focusables(box)[0]?.focus();
      event.preventDefault();
    },
    everywhere,
  );
  box.addEventListener(
    'keydown',
    (event) => {
      // The page must not handle what is typed here.
      event.stopPropagation();
      const all = focusables(box);
      if (event.key === 'Escape') panel.close(true);
      if (event.key !== 'Tab') return;
      const isLast = root.activeElement === (event.shiftKey ? all[0] : all.at(-1));
      if (!isLast) return;
      // From the control the browser moves the focus on to what follows it in the page.
      paper.focus();
      if (event.shiftKey) event.preventDefault();
    },
    { signal },
  );
  for (const type of ['keyup', 'keypress', 'input', 'beforeinput', 'click', 'paste', 'copy', 'cut'])
    box.addEventListener(type, (event) => event.stopPropagation(), { signal });
}

const focusables = (box: HTMLElement): HTMLElement[] =>
  [...box.querySelectorAll<HTMLElement>('a[href],button,input,textarea')].filter(
    (each) => each.tabIndex >= 0 && !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked),
  );
