/** Watches the page for changes, and tells whether the last reading is still current. */
import { allHosts } from './dom';
import type { Lifetime } from './lifetime';

/** Attributes that cards of any site may be read from. Classes and styles are left out: they change all the time. */
const commonAttributes = ['href', 'id', 'title', 'datetime', 'content'];

const isOurs = (node: Node): boolean => node instanceof Element && node.matches(allHosts);

/** Our own elements being added is no change of the page. Their removal is, since only the page would remove them. */
const isForeign = (record: MutationRecord): boolean =>
  record.type !== 'childList' || record.removedNodes.length > 0 || ![...record.addedNodes].every(isOurs);

export class Watcher {
  readonly #observer = new MutationObserver((records) => this.#note(records));
  #isDirty = false;
  #isWaiting = false;

  readonly #attributeFilter: string[];
  readonly #refresh: () => Promise<void>;
  readonly #life: Lifetime;

  /**
   * `refresh` is called before the next frame after a change, and takes a fifth of the time at most on a page that keeps changing.
   * `attributes` are the site's own, watched besides the common ones.
   */
  constructor(attributes: readonly string[], refresh: () => Promise<void>, life: Lifetime) {
    this.#attributeFilter = [...commonAttributes, ...attributes];
    this.#refresh = refresh;
    this.#life = life;
  }

  start(): void {
    this.#observer.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: this.#attributeFilter,
    });
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** Whether the page changed since it was last read. */
  isStale(): boolean {
    this.#note(this.#observer.takeRecords());
    return this.#isDirty;
  }

  /** Call before reading the page: changes until now do not count. */
  isFresh(): void {
    this.#observer.takeRecords();
    this.#isDirty = false;
  }

  #note(records: MutationRecord[]): void {
    if (!records.some(isForeign)) return;
    this.#isDirty = true;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isWaiting || !this.#isDirty) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => this.#life.isOver() || this.#run());
  }

  async #run(): Promise<void> {
    const start = performance.now();
    await this.#refresh();
    const rest = Math.max(0, performance.now() - start - 2) * 4;
    this.#life.setTimeout(() => {
      this.#isWaiting = false;
      this.#schedule();
    }, rest);
  }
}
