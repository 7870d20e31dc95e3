/** What the reader has had before the eyes: watched and told to the background, only once the reader agreed. */
import { send } from '../../messages/transport';
import { cardIdBatches, keyBatches } from '../core/batches';
import type { CardOverlay } from '../core/card-overlay';
import type { PageScript } from '../core/page-script';

/** How long a card has to be on the screen to have been seen. */
const seenAfterMs = 1000;
/** What was seen in this time is told in one message. */
const collectMs = 1500;

export class SeenCards {
  readonly #page: PageScript;
  readonly #changed: () => void;
  /** When each paper was seen first, as the background knows it. */
  readonly #first = new Map<string, number | undefined>();
  /** When this visit began, and the one before ended. */
  #start = 0;
  before: number | undefined;
  /** Cards in sight, each with its timer. */
  readonly #timers = new Map<Element, number>();
  readonly #watched = new WeakSet<Element>();
  readonly #told = new Set<string>();
  readonly #untold = new Set<string>();
  #timer = 0;
  readonly #inSight: IntersectionObserver;

  /** `changed` is told when more is known than before. */
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

  /** Asks about cards that are there for the first time, and watches them. */
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

  /** Whether a paper was on the screen before this visit; undefined where that is not known. */
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
    // What cannot be told is seen again the next time.
    for (const some of keyBatches(keys)) send('seen', some).catch(() => undefined);
  }
}
