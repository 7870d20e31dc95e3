/** Typed events between the parts of a page's scripts. */

/** Calls listeners in the order they came. `Events` says what the listeners of each event are given. */
export class Emitter<Events> {
  readonly #listeners: { [N in keyof Events]?: ((given: Events[N]) => void)[] } = {};

  on<N extends keyof Events>(name: N, listener: (given: Events[N]) => void): void {
    this.#listeners[name] = [...(this.#listeners[name] ?? []), listener];
  }

  emit<N extends keyof Events>(name: N, ...[given]: Events[N] extends undefined ? [] : [Events[N]]): void {
    for (const listener of this.#listeners[name] ?? []) listener(given as Events[N]);
  }
}
