/**
 * How long a script of ours acts in a page. Everything it sets up there ends with this: listeners, timers, observers, what
 * was drawn. It ends by `abort`, when the reader of another kind takes over, and when the extension was updated or switched
 * off under the script: nobody tells it that, so that it looks before anything is done.
 */
import { isConnected } from '../../messages/transport';

type EventMap = WindowEventMap & DocumentEventMap;

export class Lifetime extends AbortController {
  /** Whether the end has come. Where the extension is gone, this is what ends everything. */
  isOver(): boolean {
    if (!isConnected()) this.abort();
    return this.signal.aborted;
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
