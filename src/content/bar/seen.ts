/** What the reader has had before the eyes: watched and told to the background, only once the reader agreed. */
import { send } from '../../messages/transport';
import type { Bridge } from '../core/bridge';
import type { Entry } from '../core/card-overlay';
import { inLots, lotsOf } from '../core/in-lots';

/** How long a card has to be on the screen to have been seen, ms. */
const look = 1000;
/** What was seen is told together, ms. */
const together = 1500;

export class SeenCards {
  /** When each paper was seen first, as the background knows it. */
  private readonly first = new Map<string, number | undefined>();
  /** When this visit began, and the one before ended. */
  private start = 0;
  before: number | undefined;
  /** Cards in sight, each with its timer. */
  private readonly timers = new Map<Element, number>();
  private readonly watched = new WeakSet<Element>();
  private readonly told = new Set<string>();
  private readonly untold = new Set<string>();
  private timer = 0;
  private readonly eyes: IntersectionObserver;

  /** `changed` is told when more is known than before. */
  constructor(
    private readonly bridge: Bridge,
    private readonly changed: () => void,
    signal: AbortSignal,
  ) {
    this.eyes = new IntersectionObserver((entries) => this.glance(entries), { threshold: 0.5 });
    const again = () => {
      if (document.visibilityState === 'visible') for (const element of this.timers.keys()) this.time(element);
    };
    document.addEventListener('visibilitychange', again, { signal });
    addEventListener('pagehide', () => this.tell(), { signal });
    signal.addEventListener('abort', () => this.eyes.disconnect());
  }

  private get isOn(): boolean {
    return this.bridge.settings?.seen === 'on';
  }

  /** Asks about cards that are there for the first time, and watches them. */
  async follow(entries: readonly Entry[]): Promise<void> {
    if (!this.isOn) return;
    for (const { card } of entries) {
      if (this.watched.has(card.element)) continue;
      this.watched.add(card.element);
      this.eyes.observe(card.element);
    }
    const unknown = entries.filter(({ key }) => !this.first.has(key));
    for (const { key } of unknown) this.first.set(key, undefined);
    for (const ids of inLots(unknown)) {
      const visit = await send('visit', ids).catch(() => undefined); // then nothing is said to be new
      if (!visit) continue;
      this.start ||= visit.start;
      this.before ??= visit.before;
      for (const [id, at] of Object.entries(visit.seen)) this.first.set(id, at);
    }
    if (unknown.length) this.changed();
  }

  /** Whether a paper was on the screen before this visit; undefined where that is not known. */
  wasSeen({ card }: Entry): boolean | undefined {
    if (!this.isOn || this.start === 0) return undefined;
    return card.ids.some((id) => (this.first.get(id) ?? Number.POSITIVE_INFINITY) < this.start);
  }

  private glance(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.time(target);
      else {
        clearTimeout(this.timers.get(target));
        this.timers.delete(target);
      }
    }
  }

  private time(element: Element): void {
    clearTimeout(this.timers.get(element));
    const timer = window.setTimeout(() => this.see(element), look);
    this.timers.set(element, timer);
  }

  private see(element: Element): void {
    const entry = this.bridge.listing.entries.get(element);
    if (!entry || document.visibilityState !== 'visible' || this.told.has(entry.key)) return;
    this.told.add(entry.key);
    this.untold.add(entry.key);
    this.timer ||= window.setTimeout(() => this.tell(), together);
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    const keys = [...this.untold];
    this.untold.clear();
    // What cannot be told is seen again the next time.
    for (const some of lotsOf(keys)) send('seen', some).catch(() => undefined);
  }
}
