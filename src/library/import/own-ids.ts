/**
 * Ids while a file is taken in. As long as the library holds nothing but what this import has put there, an id that it has
 * not met is free and need not be looked up: a backup of ten thousand papers has some thirty thousand.
 */
import type { UnitOfWork } from '../write/unit-of-work';

/** Ids looked up at a time, so that no frame waits. */
const batch = 200;

export class OwnIds {
  readonly #met = new Set<string>();
  /** Papers that the import has written; undefined once there are others. */
  #written: number | undefined = 0;

  /** Finds out whose some ids are, so that `unit.find` knows. */
  async look(unit: UnitOfWork, ids: readonly string[]): Promise<void> {
    if (this.#written !== undefined && (await this.#stored(unit)) !== this.#written) this.#written = undefined;
    const asked = this.#written === undefined ? ids : ids.filter((id) => this.#met.has(id));
    for (let at = 0; at < asked.length; at += batch) {
      await Promise.all(asked.slice(at, at + batch).map((id) => unit.find(id)));
    }
    if (this.#written === undefined) return;
    for (const id of ids) {
      if (!this.#met.has(id)) unit.isFree(id);
      this.#met.add(id);
    }
  }

  /** Notes that so many papers are new. */
  wrote(papers: number): void {
    if (this.#written !== undefined) this.#written += papers;
  }

  /** Counting a library takes long where there are many: where there should be none, one is enough to know. */
  async #stored({ tx }: UnitOfWork): Promise<number> {
    const papers = tx.objectStore('papers');
    return this.#written === 0 ? (await papers.getAllKeys(null, 1)).length : papers.count();
  }
}
