/**
 * The lifetime of a script in a page. It owns everything that must end with the script: listeners, timers, observers, drawn
 * elements. It ends when another script of ours takes over, or when the extension was updated or switched off. No event
 * tells of the latter, so it is checked before anything runs.
 */
import { isConnected } from '../../messages/transport';
import { listenTrusted } from './trusted';

type EventMap = WindowEventMap & DocumentEventMap;

/** Not a subclass of `AbortController`: in content scripts of Firefox, instances lack the methods of such a subclass. */
export class Lifetime {
  readonly #controller = new AbortController();
  /** Aborted at the end. */
  readonly signal = this.#controller.signal;

  /** Whether it has ended. Ends everything if the extension is gone. */
  isOver(): boolean {
    if (!isConnected()) this.end();
    return this.signal.aborted;
  }

  /** Ends everything, once. */
  end(): void {
    this.#controller.abort();
  }

  /** Registers a function to call at the end. They run in the order of registration. */
  onEnd(run: () => void): void {
    this.signal.addEventListener('abort', run);
  }

  /** Adds listeners that hear trusted events until the end. */
  listen<K extends keyof EventMap>(
    target: EventTarget,
    types: readonly K[],
    hear: (event: EventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void {
    listenTrusted(target, types, (event) => this.isOver() || hear(event), { ...options, signal: this.signal });
  }

  /** Like `window.setTimeout`, but does nothing after the end. */
  setTimeout(run: () => void, ms: number): number {
    return window.setTimeout(() => this.isOver() || run(), ms);
  }
}
