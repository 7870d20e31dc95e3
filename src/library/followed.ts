/**
 * Followed listings and the cards read from them, in a small database of its own: they are not part of the library, its
 * journal or its backups. Of papers that were met only ids and a time stay when their cards are gone, so that a listing that
 * shows a paper for months brings it up once.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Facts } from '../paper/paper';
import { joinCards, newCard, type TodayCard } from './followed-card';
import type { FollowedListing, ReadingResult } from './followed-listing';

/** Cards kept. Beyond that, the ones met longest ago are dropped. */
const maxCards = 5000;
/** How long a card is kept, in milliseconds: 30 days. */
const keepCardsFor = 30 * 24 * 60 * 60 * 1000;
/** Ids remembered as met. Beyond that, the ones met longest ago are forgotten. */
const maxMet = 50_000;
/** A reader who comes back within this time, in milliseconds, is still on the same visit. */
const visitGapMs = 60 * 60 * 1000;

interface VisitState {
  key: 'visit';
  start: number;
  last: number;
  before?: number;
}

interface Schema extends DBSchema {
  listings: { key: string; value: FollowedListing };
  cards: { key: number; value: TodayCard; indexes: { ids: string; metAt: number } };
  met: { key: string; value: { id: string; at: number; dismissedAt?: number }; indexes: { at: number } };
  state: { key: string; value: VisitState };
}

export class Followed {
  private opening: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(
    private readonly name = 'offprint-today',
    private readonly limits = { cards: maxCards, met: maxMet },
  ) {}

  private open(): Promise<IDBPDatabase<Schema>> {
    const forget = () => {
      this.opening = undefined;
    };
    this.opening ??= openDB<Schema>(this.name, 1, {
      upgrade(db) {
        db.createObjectStore('listings', { keyPath: 'url' });
        const cards = db.createObjectStore('cards', { keyPath: 'n', autoIncrement: true });
        cards.createIndex('ids', 'ids', { multiEntry: true });
        cards.createIndex('metAt', 'metAt');
        db.createObjectStore('met', { keyPath: 'id' }).createIndex('at', 'at');
        db.createObjectStore('state', { keyPath: 'key' });
      },
      terminated: forget,
    });
    this.opening.catch(forget);
    return this.opening;
  }

  /** All followed listings, in the order they were followed. */
  async listings(): Promise<FollowedListing[]> {
    const all = await (await this.open()).getAll('listings');
    return all.sort((a, b) => a.followedAt - b.followedAt);
  }

  /** Follows a listing; one that was unfollowed comes back with its last reading. */
  async follow(listing: FollowedListing): Promise<void> {
    await (await this.open()).put('listings', listing);
  }

  /** Stops following. Its cards are no longer shown, and go when they are old. */
  async unfollow(url: string): Promise<void> {
    await (await this.open()).delete('listings', url);
  }

  /** Notes something of a followed listing; nothing if it was unfollowed meanwhile. */
  async note(url: string, change: (listing: FollowedListing) => FollowedListing): Promise<void> {
    const tx = (await this.open()).transaction('listings', 'readwrite');
    const known = await tx.store.get(url);
    if (known) await tx.store.put(change(known));
    await tx.done;
  }

  /** Stores what a listing shows now: cards of papers that were not met before, and what is said of the others. */
  async store(url: string, papers: readonly Facts[], reading: ReadingResult, now = Date.now()): Promise<void> {
    const tx = (await this.open()).transaction(['listings', 'cards', 'met'], 'readwrite');
    const [listings, cards, met] = [tx.objectStore('listings'), tx.objectStore('cards'), tx.objectStore('met')];
    const listing = await listings.get(url);
    if (!listing) return tx.done;
    const ids = [...new Set(papers.flatMap((facts) => facts.ids))];
    const [known, remembered, last] = await Promise.all([
      Promise.all(ids.map((id) => cards.index('ids').get(id))),
      Promise.all(ids.map((id) => met.get(id))),
      cards.openKeyCursor(null, 'prev'),
    ]);
    // Numbers are given here: to wait for each of hundreds takes longer than all the rest.
    let nextNumber = (last?.primaryKey ?? 0) + 1;
    const byNumber = new Map(known.flatMap((card) => (card ? [[card.n, card] as const] : [])));
    const numberOf = new Map([...byNumber.values()].flatMap((card) => card.ids.map((id) => [id, card.n] as const)));
    const wasMet = new Map(remembered.flatMap((one) => (one ? [[one.id, one] as const] : [])));
    for (const facts of papers) {
      const fresh = newCard(facts, { url, site: listing.site }, now);
      const found = [...new Set(facts.ids.flatMap((id) => numberOf.get(id) ?? []))].map((n) => byNumber.get(n));
      const old = facts.ids.flatMap((id) => wasMet.get(id) ?? [])[0];
      for (const id of facts.ids) if (!wasMet.has(id)) void met.put({ ...(old ?? { at: now }), id });
      const [first, ...others] = found.filter((card) => card !== undefined);
      if (!first && old) continue; // saved, dismissed or long ago
      for (const { n } of others) void cards.delete(n);
      const card = first ? joinCards(others.reduce(joinCards, first), fresh) : { ...fresh, n: nextNumber++ };
      void cards.put(card);
      byNumber.set(card.n, card);
      for (const id of card.ids) numberOf.set(id, card.n);
    }
    const { problem: _, etag: _etag, modified: _modified, ...rest } = listing;
    await listings.put({ ...rest, ...reading, readAt: now, papers: papers.length });
    const tooOld = IDBKeyRange.upperBound(now - keepCardsFor);
    for (const n of await cards.index('metAt').getAllKeys(tooOld)) void cards.delete(n);
    let over = (await cards.count()) - this.limits.cards;
    for (let at = await cards.index('metAt').openCursor(); at && over > 0; over--, at = await at.continue())
      await at.delete();
    over = (await met.count()) - this.limits.met;
    for (let at = await met.index('at').openCursor(); at && over > 0; over--, at = await at.continue())
      await at.delete();
    await tx.done;
  }

  /** Begins or continues a visit of *Today*. Returns the time that cards are new since: the end of the visit before, or 0. */
  async visit(now = Date.now()): Promise<number> {
    const tx = (await this.open()).transaction('state', 'readwrite');
    const known = await tx.store.get('visit');
    const isNew = !known || now - known.last > visitGapMs;
    const before = isNew ? known?.last : known.before;
    const start = isNew ? now : known.start;
    await tx.store.put({ key: 'visit', start, last: now, ...(before !== undefined && { before }) });
    await tx.done;
    return before ?? 0;
  }

  /** When the last visit ended, or the present one was last noted; undefined if there was none. */
  async lastVisit(): Promise<number | undefined> {
    return (await (await this.open()).get('state', 'visit'))?.last;
  }

  /** Cards first met after a time, in the order they were met. */
  async cards(after = 0): Promise<TodayCard[]> {
    const range = IDBKeyRange.lowerBound(after, true);
    return (await this.open()).getAllFromIndex('cards', 'metAt', range);
  }

  /** Cards first met no later than a time. */
  async cardsUpTo(time: number): Promise<TodayCard[]> {
    return (await this.open()).getAllFromIndex('cards', 'metAt', IDBKeyRange.upperBound(time));
  }

  /** How many those are. */
  async countUpTo(time: number): Promise<number> {
    return (await this.open()).countFromIndex('cards', 'metAt', IDBKeyRange.upperBound(time));
  }

  /** Erases cards by number: of papers that were saved or dismissed. That they were met is remembered. */
  async erase(numbers: readonly number[]): Promise<void> {
    const tx = (await this.open()).transaction('cards', 'readwrite');
    await Promise.all([...numbers.map((n) => tx.store.delete(n)), tx.done]);
  }

  /** Notes that the reader is not interested in papers, by any of their ids; `undefined` takes it back. */
  async dismiss(ids: readonly string[], dismissedAt: number | undefined): Promise<void> {
    const tx = (await this.open()).transaction(['cards', 'met'], 'readwrite');
    const [cards, met] = [tx.objectStore('cards'), tx.objectStore('met')];
    const found = await Promise.all(ids.map((id) => cards.index('ids').get(id)));
    const all = new Set([...ids, ...found.flatMap((card) => card?.ids ?? [])]);
    const mark = dismissedAt === undefined ? {} : { dismissedAt };
    for (const card of new Map(found.flatMap((each) => (each ? [[each.n, each] as const] : []))).values()) {
      const { dismissedAt: _, ...rest } = card;
      void cards.put({ ...rest, ...mark });
    }
    for (const id of all) void met.put({ id, at: (await met.get(id))?.at ?? dismissedAt ?? Date.now(), ...mark });
    await tx.done;
  }

  /** Those of these ids that the reader was not interested in. */
  async dismissed(ids: readonly string[]): Promise<string[]> {
    const { store } = (await this.open()).transaction('met');
    const found = await Promise.all(ids.map((id) => store.get(id)));
    return ids.filter((_, at) => found[at]?.dismissedAt !== undefined);
  }

  /** Deletes everything. */
  async clear(): Promise<void> {
    const db = await this.open();
    const names = ['listings', 'cards', 'met', 'state'] as const;
    const tx = db.transaction(names, 'readwrite');
    await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done]);
  }
}
