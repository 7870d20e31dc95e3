/**
 * The cards of one page and their controls. The visible cards decide everything: they are read again after every change of
 * the page, and a mark belongs to ids, never to an element.
 */
import { inSlices } from '../../async/slices';
import type { PageSettings } from '../../messages/contract';
import { failureText } from '../../messages/failures';
import { isConnected, type MessageError, send } from '../../messages/transport';
import type { Mark } from '../../paper/marks';
import type { Card, Site } from '../../sites/site';
import { Entry } from './card-overlay';
import { arrange, Control, type State } from './control';
import { cardHosts, layerHosts } from './dom';
import { inLots } from './in-lots';
import type { Layer } from './layer';
import type { Counts } from './pill';
import { letPageWork, type Reading, read } from './reading';
import { isDark } from './theme';
import { Watcher } from './watch';

/** The element whose size decides where a card's control stands: a link in running text has none of its own. */
const measured = ({ after, slot, element }: Card): Element => (after ? slot : element);

export class Listing {
  /** By the card's element, in page order. */
  readonly entries = new Map<Element, Entry>();
  readonly watcher = new Watcher(() => this.refresh());
  /** The first card that got its control. */
  readonly firstDrawn = new Promise<Entry>((resolve) => {
    this.drawn = resolve;
  });
  isDark = false;
  /** Nothing is read or drawn before it is known that the site is on. */
  isOn = false;
  /** Whether anyone asked for controls: on the pages of sites from the start. */
  isWanted = true;
  /** Cards that had no title or no id at the last reading. */
  unparsed = 0;
  private theme: PageSettings['theme'] = 'system';
  /** Counts changes, so that an older answer does not overrule a newer one. */
  private clock = 0;
  private reading = 0;
  declare private drawn: (entry: Entry) => void;
  private readonly near = new IntersectionObserver((seen) => this.fill(seen), { rootMargin: '400px 0px' });
  private readonly sizes = new ResizeObserver((sized) => {
    const targets = new Set(sized.map(({ target }) => target));
    arrange([...this.entries.values()].filter(({ card }) => targets.has(measured(card))));
  });

  constructor(
    private readonly site: Site,
    private readonly layer: Layer,
    private readonly act: (entry: Entry, byKey: boolean) => void,
    private readonly gone: (entry: Entry) => void,
    /** Cards came or went, or are marked otherwise. */
    private readonly changedHere: () => void,
    /** The extension is gone: so should be what else is on the page. */
    private readonly over: () => void,
  ) {}

  /** Reads the page as it is now and makes the overlay follow it. */
  async refresh(): Promise<void> {
    if (!isConnected()) return this.retire();
    if (!this.isOn) return;
    const mine = ++this.reading;
    let reading: Reading | undefined;
    // A page that changes between two slices is read anew; one that never rests is taken as it was at the third try.
    for (let tries = 1; !reading && mine === this.reading; tries++) {
      this.watcher.isFresh();
      const isOver = () => mine !== this.reading || (tries < 3 && this.watcher.isStale());
      reading = await read(this.site, new URL(location.href), isOver);
    }
    if (!reading) return;
    this.follow(reading.cards);
    this.unparsed = reading.unparsed;
    this.changedHere();
    const unknown = [...this.entries.values()].filter(({ state }) => state === 'waiting');
    if (unknown.length) this.lookUp(unknown);
  }

  /** Asks the library about cards. */
  async lookUp(entries: Entry[]): Promise<void> {
    const at = ++this.clock;
    for (const ids of inLots(entries)) {
      const marks = await send('lookup', ids).catch((error) => this.say(error));
      // The page may have put other papers into these elements meanwhile.
      if (this.watcher.isStale()) await this.refresh();
      if (marks) this.apply(ids, marks, at);
      else this.setState(ids, 'waiting', 'free');
    }
  }

  /** Draws what the library says of some ids, on every card that shows them. `at` is the time of asking. */
  apply(ids: readonly string[], marks: Record<string, Mark>, at = ++this.clock): void {
    for (const entry of this.about(ids)) {
      if (entry.since > at) continue;
      const key = entry.card.ids.find((id) => Object.hasOwn(marks, id));
      entry.setMark(key === undefined ? undefined : marks[key], at);
      entry.draw();
      if (entry.isOpen) globalThis.offprint?.panel?.update(entry.mark);
    }
    this.changedHere();
  }

  /** Draws another state on every card that shows one of the ids, where it is in the state `from`. */
  setState(ids: readonly string[], from: State | undefined, to: State): void {
    const at = ++this.clock;
    for (const entry of this.about(ids)) {
      if (from !== undefined && entry.state !== from) continue;
      entry.state = to;
      entry.since = at;
      entry.draw();
    }
  }

  /** The cards that show one of the ids. */
  about(ids: readonly string[]): Entry[] {
    const wanted = new Set(ids);
    return [...this.entries.values()].filter(({ card }) => card.ids.some((id) => wanted.has(id)));
  }

  /** Tells the reader what went wrong. Known by its failure: each script of ours has its own class of the error. */
  say(error: unknown): undefined {
    const { failure } = error as Partial<MessageError>;
    if (!failure) throw error;
    this.layer.say({ text: failureText(failure), shown: true, warning: true });
  }

  /** The library changed: asks again about the papers concerned; about all if none is named. */
  changed(keys: readonly string[]): void {
    const concerned = keys.length ? this.about(keys) : [...this.entries.values()];
    if (concerned.length) this.lookUp(concerned);
  }

  /** Begins to read the page, or takes everything off it. */
  turn(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    this.reading++;
    if (isOn) this.refresh();
    else {
      for (const entry of this.entries.values()) this.drop(entry);
      this.entries.clear();
      this.unparsed = 0;
      this.changedHere();
    }
  }

  /** Light and dark after the page, or as the reader set it. */
  setTheme(theme = this.theme): void {
    this.theme = theme;
    const [first = document.body] = this.entries.keys();
    this.isDark = theme === 'system' ? isDark(first) : theme === 'dark';
    this.layer.setTheme(this.isDark);
    for (const { control } of this.entries.values()) control?.setTheme(this.isDark);
  }

  /** The card's control, made now if it was not yet. */
  give(entry: Entry): Control {
    if (entry.control) return entry.control;
    const control = new Control((byKey) => this.act(entry, byKey));
    entry.control = control;
    control.setTheme(this.isDark);
    entry.draw();
    entry.card.slot.append(control.host);
    this.drawn(entry);
    // Calls once at the beginning, when the page is laid out anyhow: then the control takes its place and is seen.
    this.sizes.observe(measured(entry.card));
    if (entry.card.after) arrange([entry]);
    return control;
  }

  /** Gives every control its place anew: they need more room, or less. */
  arrange(): void {
    arrange([...this.entries.values()]);
  }

  /** Papers on the page, each once, and how many of them are saved. */
  count(): Counts {
    const papers = new Set<string>();
    const saved = new Set<string>();
    for (const { key, mark } of this.entries.values()) (mark ? saved : papers).add(key);
    return { papers: papers.size + saved.size, saved: saved.size, unparsed: this.unparsed };
  }

  /** The extension is gone under this script: dead controls go, and the reader is told unless a newer script took over. */
  private retire(): void {
    this.leave();
    const hosts = document.querySelectorAll(`${cardHosts},${layerHosts}`);
    if ([...hosts].every((host) => host === this.layer.host)) this.layer.sayOrphaned();
  }

  /** Takes the controls off the page, for good. */
  leave(): void {
    this.isOn = false;
    this.reading++;
    this.over();
    this.watcher.stop();
    this.near.disconnect();
    this.sizes.disconnect();
    for (const entry of this.entries.values()) entry.remove();
    this.entries.clear();
  }

  private follow(cards: Card[]): void {
    const before = new Map(this.entries);
    this.entries.clear();
    for (const card of cards) {
      const known = before.get(card.element);
      const entry = known ?? new Entry(card);
      this.entries.set(card.element, entry);
      before.delete(card.element);
      if (!known) this.near.observe(card.element);
      else if (known.renew(card)) this.turned(known);
    }
    for (const entry of before.values()) this.drop(entry);
    this.keepHosts();
  }

  /** The page put another paper into a known element. */
  private turned(entry: Entry): void {
    entry.draw();
    this.gone(entry);
  }

  private drop(entry: Entry): void {
    this.near.unobserve(entry.card.element);
    // A block of text may hold other cards' links.
    if (!entry.card.after) this.sizes.unobserve(entry.card.element);
    entry.remove();
    this.gone(entry);
  }

  /** Controls that the page took out or moved come back; copies of them that it made go. */
  private keepHosts(): void {
    const own = new Set<Element>();
    const moved: Entry[] = [];
    for (const entry of this.entries.values()) {
      const { control, card } = entry;
      if (!control) continue;
      own.add(control.host);
      const isThere = [card, ...(card.elsewhere ?? [])].some(({ slot }) => slot === control.host.parentNode);
      if (!isThere && entry.mayReturn()) moved.push(entry);
    }
    for (const host of document.querySelectorAll(cardHosts)) if (!own.has(host)) host.remove();
    arrange(moved);
  }

  /** Draws the controls of cards that came near the viewport. */
  private async fill(seen: IntersectionObserverEntry[]): Promise<void> {
    await inSlices(
      seen,
      ({ isIntersecting, target }) => {
        const entry = this.entries.get(target);
        if (isIntersecting && entry && !entry.control) this.give(entry);
      },
      letPageWork,
    );
  }
}
