/** Notices that the page changed, once a frame, and says at any moment whether what was read is still what stands there. */
import { allHosts } from './dom';
import type { Lifetime } from './lifetime';

/** What a site may read a card from; classes and styles change all the time and say nothing. */
const attributeFilter = ['href', 'id', 'title', 'datetime', 'content', 'data-paper-id', 'data-id', 'data-cid'];

const isOurs = (node: Node): boolean => node instanceof Element && node.matches(allHosts);

/** Our own elements' coming is no change of the page; their going is, since only the page would take them. */
const isForeign = (record: MutationRecord): boolean =>
  record.type !== 'childList' || record.removedNodes.length > 0 || ![...record.addedNodes].every(isOurs);

export class Watcher {
  readonly #observer = new MutationObserver((records) => this.#note(records));
  #isDirty = false;
  #isWaiting = false;

  readonly #refresh: () => Promise<void>;
  readonly #life: Lifetime;

  /** `refresh` is called before the next frame is painted; a page that changes ever again costs a fifth of its time at most. */
  constructor(refresh: () => Promise<void>, life: Lifetime) {
    this.#refresh = refresh;
    this.#life = life;
  }

  start(): void {
    this.#observer.observe(document, { childList: true, subtree: true, characterData: true, attributeFilter });
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** Whether the page changed since it was last read. */
  isStale(): boolean {
    this.#note(this.#observer.takeRecords());
    return this.#isDirty;
  }

  /** What is read from now on is the page as it is. */
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
