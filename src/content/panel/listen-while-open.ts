import type { FrameView } from '../core/injected-scripts';
import { listenTrusted } from '../core/trusted';
import type { Frame } from './frame';

/** Whether the frame can tell that it is covered. If not, the panel closes when the page shows something above it. */
const canTellCover = 'isVisible' in IntersectionObserverEntry.prototype;

/** Keeps the panel beside what opened it, closes it on Escape or a press elsewhere, and puts it after the opener in the tab order. */
export function listenWhileOpen(
  view: FrameView,
  frame: Frame,
  panel: { place(): void; close(refocus?: boolean): void },
  signal: AbortSignal,
): void {
  const everywhere = { capture: true, signal };
  addEventListener('scroll', panel.place, { ...everywhere, passive: true });
  addEventListener('resize', panel.place, { signal });
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && event.target !== frame.host && !view.isOpener(event.target)) panel.close();
    },
    everywhere,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !view.isOpener(event.target)) return;
      if (event.key === 'Escape') panel.close(true);
      if (event.key !== 'Tab' || event.shiftKey) return;
      frame.focus();
      event.preventDefault();
    },
    everywhere,
  );
  if (canTellCover) return;
  listenTrusted(
    window,
    ['beforetoggle', 'fullscreenchange'],
    ({ target }) => target === frame.host || panel.close(),
    everywhere,
  );
}
