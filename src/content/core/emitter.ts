/** Typed events between the parts of a page's scripts. */

/** Calls listeners in the order of their registration. `Events` maps each event to the argument of its listeners. */
export class Emitter<Events> {
  readonly #listeners: { [N in keyof Events]?: ((given: Events[N]) => void)[] } = {};

  on<N extends keyof Events>(name: N, listener: (given: Events[N]) => void): void {
    this.#listeners[name] = [...(this.#listeners[name] ?? []), listener];
  }

  emit<N extends keyof Events>(name: N, ...[given]: Events[N] extends undefined ? [] : [Events[N]]): void {
    for (const listener of this.#listeners[name] ?? []) listener(given as Events[N]);
  }
}
