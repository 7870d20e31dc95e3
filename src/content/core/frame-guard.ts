/**
 * Listeners that protect the private frame (`content/panel/frame.ts`) from its page. They are the page's first, since the
 * script starts with the document: an event that ends here never reaches a listener of the page.
 */
import { allHosts, frameHosts } from './dom';
import type { Lifetime } from './lifetime';

/** Keys are held for at most so long, ms: a frame that never comes must not take the keyboard away. */
const maxHoldMs = 3000;
/** Keys are swallowed for so long after the page took the focus, or after the last key that was held, ms: the user is still typing. */
const swallowMs = 500;
/** More keys than anyone types meanwhile are not kept. */
const maxKeys = 200;

const typing = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'paste'] as const;

/** In Firefox the `originalTarget` of these events is the frame itself, and with it a window that the page could navigate. */
const pointing =
  'pointerover pointerout pointerenter pointerleave pointermove pointerdown pointerup mouseover mouseout mouseenter mouseleave mousemove mousedown mouseup click auxclick dblclick contextmenu wheel dragenter dragover dragleave drop touchstart touchmove touchend focus blur focusin focusout';

export class FrameGuard {
  #held: string[] | undefined;
  #heldUntil = 0;
  #lastTab = Number.NEGATIVE_INFINITY;
  /** Called when the page takes the focus while the frame has it; undefined while the frame has no focus. */
  onFocusTaken: (() => void) | undefined;

  constructor(life: Lifetime) {
    const types = pointing.split(' ') as (keyof WindowEventMap)[];
    life.listen(window, typing, (event) => this.#type(event), { capture: true });
    life.listen(window, types, (event) => this.#point(event), { capture: true, passive: true });
  }

  /** Keeps what is typed from the page, until `release`. */
  hold(ms = maxHoldMs): void {
    this.#held ??= [];
    this.#heldUntil = performance.now() + ms;
  }

  /** Lets keys through again. Returns those that were held, as `KeyboardEvent.key` has them. */
  release(): string[] {
    const held = this.#held ?? [];
    this.#held = undefined;
    return held;
  }

  #type(event: Event): void {
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if (event.type === 'keydown' && key === 'Tab') this.#lastTab = performance.now();
    if (!this.#held) return;
    if (performance.now() > this.#heldUntil) return void this.release();
    this.#heldUntil = Math.max(this.#heldUntil, performance.now() + swallowMs);
    event.stopImmediatePropagation();
    event.preventDefault();
    if (event.type === 'keydown' && this.#held.length < maxKeys && !ctrlKey && !metaKey && !altKey)
      this.#held.push(key);
  }

  #point(event: Event): void {
    const { target, type } = event;
    const isElement = target instanceof Element;
    if (isElement && target.matches(frameHosts)) event.stopImmediatePropagation();
    if (type !== 'focusin' || !isElement || target.matches(allHosts)) return;
    if (!this.onFocusTaken || performance.now() - this.#lastTab < swallowMs) return;
    this.hold(swallowMs);
    this.onFocusTaken();
  }
}
