/**
 * How long a script of ours acts in a page. Everything it sets up there ends with this: listeners, timers, observers, what
 * was drawn. It ends when the reader of another kind takes over, and when the extension was updated or switched off under
 * the script: nobody tells it that, so that it looks before anything is done.
 */
import { isConnected } from '../../messages/transport';

type EventMap = WindowEventMap & DocumentEventMap;

/** Has a controller and is none: in Firefox, objects of a content script's subclass of a DOM class lack the methods of the subclass. */
export class Lifetime {
  readonly #controller = new AbortController();
  /** Aborted at the end. */
  readonly signal = this.#controller.signal;

  /** Whether the end has come. Where the extension is gone, this is what ends everything. */
  isOver(): boolean {
    if (!isConnected()) this.end();
    return this.signal.aborted;
  }

  /** Ends everything, once. */
  end(): void {
    this.#controller.abort();
  }

  /** Calls back at the end, in the order of asking. */
  onEnd(run: () => void): void {
    this.signal.addEventListener('abort', run);
  }

  /** Listens until the end. */
  listen<K extends keyof EventMap>(
    target: EventTarget,
    types: readonly K[],
    hear: (event: EventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void {
    const listener = (event: Event) => {
      if (!this.isOver()) hear(event as EventMap[K]);
    };
    for (const type of types) target.addEventListener(type, listener, { ...options, signal: this.signal });
  }

  /** Runs something later, unless the end comes first. Returns the timer's number. */
  setTimeout(run: () => void, ms: number): number {
    return window.setTimeout(() => this.isOver() || run(), ms);
  }
}
