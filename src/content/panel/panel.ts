/** The one panel of a page: opened beside a control, in the top layer, drawn into a closed root. */
import { createElement, render } from 'preact';
import { send } from '../../messages/transport';
import type { Mark } from '../../paper/marks';
import controlsCss from '../../ui/kit/controls.css?inline';
import tagCss from '../../ui/tags/tag-input.css?inline';
import { beside } from '../core/beside';
import type { Bridge, Opening, Panel, Subject } from '../core/bridge';
import { element } from '../core/dom';
import { showHint } from './hint';
import css from './panel.css?inline';
import { PanelView } from './panel-view';
import { subjectOf } from './subject';

/** Makes the panel; nothing is shown yet. */
export function createPanel(bridge: Bridge): Panel {
  const box = element('div', { className: 'panel', popover: 'manual', role: 'dialog' });
  bridge.layer().append(element('style', { textContent: controlsCss + tagCss + css }), box);
  const drafts = new Map<string, { text?: string }>();
  let open: { subject: Subject; opening: Opening; mark: Mark; ends: AbortController } | undefined;
  let dropHint = () => {};

  const draw = () => {
    if (!open) return;
    const { subject, opening, mark } = open;
    const draft = drafts.get(subject.key) ?? {};
    drafts.set(subject.key, draft);
    const onClose = () => close(true);
    render(createElement(PanelView, { key: subject.key, bridge, subject, mark, opening, draft, onClose }), box);
  };
  const place = () => {
    const control = open?.subject.anchor();
    if (!control) return close();
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const { left, top } = beside(control, size, { width: innerWidth, height: innerHeight });
    box.style.translate = `${left}px ${top}px`;
  };
  const close = (refocus = false) => {
    if (!open) return;
    const { subject, ends } = open;
    open = undefined;
    ends.abort();
    if (drafts.get(subject.key)?.text === undefined) drafts.delete(subject.key);
    render(null, box);
    box.togglePopover(false);
    subject.closed(refocus);
  };
  new ResizeObserver(() => open && place()).observe(box);

  return {
    get key() {
      return open?.subject.key;
    },
    openOn(entry, mark, opening) {
      this.open(subjectOf(entry, mark, bridge.listing), opening);
      entry.isOpen = true;
      entry.draw();
    },
    open(subject, opening) {
      close();
      dropHint();
      const ends = new AbortController();
      open = { subject, opening, mark: subject.mark, ends };
      bridge.layer();
      box.setAttribute('aria-label', subject.title);
      draw();
      box.togglePopover(true);
      place();
      // Who just saved goes on to the tag: letters typed on the control would be the page bar's keys.
      if (opening.byKey || opening.saved !== undefined) box.querySelector('input')?.focus();
      listen(box, subject, { place, close }, ends.signal);
      if (opening.saved !== undefined) findHint();
    },
    close: () => close(),
    update(mark) {
      if (!open) return;
      if (!mark) return close(true);
      open.mark = mark;
      draw();
    },
    hint(which, anchor) {
      if (document.visibilityState !== 'visible') return;
      dropHint();
      dropHint = showHint(bridge, which, anchor);
    },
  };

  /** Shows where papers are found, once there are some to find. */
  async function findHint() {
    const settings = await send('settings').catch(() => undefined); // a hint is not worth a complaint
    if (settings?.hint === 'find') dropHint = showHint(bridge, settings.hint);
  }
}

/** Keeps the panel beside its control, closes it by Escape or a press elsewhere, and joins it to the control in Tab's order. */
function listen(
  box: HTMLElement,
  subject: Subject,
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
      if (event.isTrusted && !isInside(event) && !subject.isControl(event.target)) panel.close();
    },
    everywhere,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !subject.isControl(event.target)) return;
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
      // The page's own keys must not hear what is typed here.
      event.stopPropagation();
      const all = focusables(box);
      if (event.key === 'Escape') panel.close(true);
      if (event.key !== 'Tab') return;
      const isLast = root.activeElement === (event.shiftKey ? all[0] : all.at(-1));
      if (!isLast) return;
      // From the control the browser itself goes on to what follows it on the page.
      subject.focus();
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
