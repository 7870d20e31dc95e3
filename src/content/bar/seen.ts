/** Reports to the background which papers were visible, only after the user agreed. */
import { send } from '../../messages/transport';
import { cardIdBatches, keyBatches } from '../core/batches';
import type { CardOverlay } from '../core/card-overlay';
import type { PageScript } from '../core/page-script';

/** How long a card must be visible to count as seen. */
const seenAfterMs = 1000;
/** Papers seen within this time share a message. */
const collectMs = 1500;

export class SeenCards {
  readonly #page: PageScript;
  readonly #changed: () => void;
  /** When each paper was first seen; undefined if it never was. */
  readonly #first = new Map<string, number | undefined>();
  /** When this visit began; 0 if not known. `before` is the end of the visit before. */
  #start = 0;
  before: number | undefined;
  /** Timers of the visible cards. */
  readonly #timers = new Map<Element, number>();
  readonly #watched = new WeakSet<Element>();
  readonly #told = new Set<string>();
  readonly #untold = new Set<string>();
  #timer = 0;
  readonly #inSight: IntersectionObserver;

  /** `changed` is called when there are new answers. */
  constructor(page: PageScript, changed: () => void) {
    this.#page = page;
    this.#changed = changed;
    const { life } = page;
    this.#inSight = new IntersectionObserver((seen) => this.#watchInSight(seen), { threshold: 0.5 });
    const again = () => {
      if (document.visibilityState === 'visible') for (const element of this.#timers.keys()) this.#time(element);
    };
    life.listen(document, ['visibilitychange'], again);
    life.listen(window, ['pagehide'], () => this.#tell());
    life.onEnd(() => this.#inSight.disconnect());
  }

  get #isOn(): boolean {
    return this.#page.settings?.seen === 'on';
  }

  /** Observes new cards and asks when their papers were first seen. */
  async follow(overlays: readonly CardOverlay[]): Promise<void> {
    if (!this.#isOn) return;
    for (const { card } of overlays) {
      if (this.#watched.has(card.element)) continue;
      this.#watched.add(card.element);
      this.#inSight.observe(card.element);
    }
    const unknown = overlays.filter(({ key }) => !this.#first.has(key));
    for (const { key } of unknown) this.#first.set(key, undefined);
    for (const ids of cardIdBatches(unknown)) {
      const visit = await send('visit', ids).catch(() => undefined); // then nothing is said to be new
      if (!visit) continue;
      this.#start ||= visit.start;
      this.before ??= visit.before;
      for (const [id, at] of Object.entries(visit.seen)) this.#first.set(id, at);
    }
    if (unknown.length) this.#changed();
  }

  /** Whether a paper was seen before this visit; undefined if that is not known. */
  wasSeen({ card }: CardOverlay): boolean | undefined {
    if (!this.#isOn || this.#start === 0) return undefined;
    return card.ids.some((id) => (this.#first.get(id) ?? Number.POSITIVE_INFINITY) < this.#start);
  }

  #watchInSight(seen: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) this.#time(target);
      else {
        clearTimeout(this.#timers.get(target));
        this.#timers.delete(target);
      }
    }
  }

  #time(element: Element): void {
    clearTimeout(this.#timers.get(element));
    const timer = this.#page.life.setTimeout(() => this.#see(element), seenAfterMs);
    this.#timers.set(element, timer);
  }

  #see(element: Element): void {
    const overlay = this.#page.listing.overlays.get(element);
    if (!overlay || document.visibilityState !== 'visible' || this.#told.has(overlay.key)) return;
    this.#told.add(overlay.key);
    this.#untold.add(overlay.key);
    this.#timer ||= this.#page.life.setTimeout(() => this.#tell(), collectMs);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const keys = [...this.#untold];
    this.#untold.clear();
    // If this fails, they count as seen on the next visit.
    for (const some of keyBatches(keys)) send('seen', some).catch(() => undefined);
  }
}
