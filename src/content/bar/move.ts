/** Moves the bar by dragging or by arrow keys. */
import type { BarState } from '../../messages/contract';
import { moveTo } from '../core/pill';
import { listenTrusted } from '../core/trusted';

/** How far the pointer may move during a click, px. */
const clickSlack = 4;
/** Distance that an arrow key moves the bar, px; `fine` with Shift. */
const step = { coarse: 32, fine: 4 };
/** Distance between the bar and the edge of the window, px. */
const margin = 8;

const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const share = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Lets the user move `box` by dragging `handle`, or by arrow keys while `handle` has the focus. `state` returns the current
 * place; `moved` is called with the new one. The click event that ends a drag is swallowed.
 */
export function movable(
  handle: HTMLElement,
  box: HTMLElement,
  state: () => BarState,
  moved: (place: { x: number; y: number }) => void,
  signal: AbortSignal,
): void {
  let from: { x: number; y: number; at: { x: number; y: number } } | undefined;
  let place: { x: number; y: number } | undefined;
  const to = (x: number, y: number, at: { x: number; y: number }) => {
    const free = {
      x: Math.max(1, document.documentElement.clientWidth - box.offsetWidth - 2 * margin),
      y: Math.max(1, innerHeight - box.offsetHeight - 2 * margin),
    };
    place = { x: share(at.x + x / free.x), y: share(at.y + y / free.y) };
    moveTo(box, { ...state(), ...place });
  };
  listenTrusted(
    handle,
    ['pointerdown'],
    (event) => {
      if (event.button !== 0) return;
      const { x, y } = state();
      from = { x: event.clientX, y: event.clientY, at: { x, y } };
      place = undefined;
      handle.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  listenTrusted(
    handle,
    ['pointermove'],
    ({ clientX, clientY }) => {
      if (!from) return;
      const [x, y] = [clientX - from.x, clientY - from.y];
      if (place || Math.hypot(x, y) > clickSlack) to(x, y, from.at);
    },
    { signal },
  );
  listenTrusted(
    handle,
    ['pointerup', 'pointercancel'],
    () => {
      from = undefined;
      if (place) moved(place);
    },
    { signal },
  );
  listenTrusted(
    handle,
    ['click'],
    (event) => {
      if (place && event.detail > 0) event.stopImmediatePropagation();
      place = undefined;
    },
    { capture: true, signal },
  );
  listenTrusted(
    handle,
    ['keydown'],
    (event) => {
      const arrow = arrows[event.key];
      if (!arrow) return;
      const by = event.shiftKey ? step.fine : step.coarse;
      to(arrow[0] * by, arrow[1] * by, state());
      event.preventDefault();
      event.stopPropagation();
      if (place) moved(place);
      place = undefined;
    },
    { signal },
  );
}
