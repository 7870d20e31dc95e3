/**
 * Avoids looking up ids during an import into an empty library. As long as the library holds only papers of this
 * import, an id that the import has not met is free. A backup of ten thousand papers has about thirty thousand ids.
 */
import type { UnitOfWork } from '../write/unit-of-work';

/** Ids looked up at a time, so that the page stays responsive. */
const batch = 200;

export class OwnIds {
  readonly #met = new Set<string>();
  /** Papers written by this import; undefined once the library has others. */
  #written: number | undefined = 0;

  /** Looks up ids where needed, so that `unit.find` answers from memory. */
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

  /** Records how many papers were written. */
  wrote(papers: number): void {
    if (this.#written !== undefined) this.#written += papers;
  }

  /** Counting many papers is slow. Where none are expected, finding one is enough. */
  async #stored({ tx }: UnitOfWork): Promise<number> {
    const papers = tx.objectStore('papers');
    return this.#written === 0 ? (await papers.getAllKeys(null, 1)).length : papers.count();
  }
}
