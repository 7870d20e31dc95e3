/**
 * The list by which papers are scored: for each term, the tags that have it among their heaviest. It is all that a page's cards
 * need, and small: a background that starts anew reads only this. Pure.
 */
import { type Bag, type Excerpt, fullValue } from './bag';
import { type Signature, unit } from './signature';

/** Entries by ascending key; a key has one entry for each tag. */
interface Entries {
  keys: Uint32Array;
  /** Places in `StoredProfile.tags`. */
  tags: Uint16Array;
  /** 0 to `fullValue`; empty for facts. */
  values: Uint16Array;
  /** Papers of the tag that have the key. */
  counts: Uint32Array;
}

export interface StoredProfile {
  /** Ids of tags; '' is a free place. */
  tags: string[];
  /** Papers of each tag. */
  papers: number[];
  terms: Entries;
  facts: Entries;
}

/** An entry of a term: a tag, and the term's weight in it. */
export interface Entry {
  tag: number;
  value: number;
  count: number;
}

const none = (): Entries => ({
  keys: new Uint32Array(),
  tags: new Uint16Array(),
  values: new Uint16Array(),
  counts: new Uint32Array(),
});
/** Places in `Entries.tags`. */
const maxTags = 65_535;

export class Profile {
  private of: StoredProfile;

  constructor(stored?: StoredProfile) {
    this.of = stored ?? { tags: [], papers: [], terms: none(), facts: none() };
  }

  stored(): StoredProfile {
    return this.of;
  }

  get tags(): readonly string[] {
    return this.of.tags;
  }

  /** Papers of the tag at a place. */
  papers(tag: number): number {
    return this.of.papers[tag] ?? 0;
  }

  /** Replaces what is known of some tags. A bag without papers removes its tag. */
  update(bags: ReadonlyMap<string, Bag>): void {
    if (bags.size === 0) return;
    const [tags, papers] = [[...this.of.tags], [...this.of.papers]];
    const changed = new Uint8Array(tags.length + bags.size);
    const excerpts: { tag: number; excerpt: Excerpt }[] = [];
    for (const [id, bag] of bags) {
      let tag = tags.indexOf(id);
      if (tag < 0) tag = tags.indexOf('');
      if (tag < 0) tag = tags.length;
      if (tag >= maxTags) continue;
      tags[tag] = bag.papers > 0 ? id : '';
      papers[tag] = bag.papers;
      changed[tag] = 1;
      if (bag.papers > 0) excerpts.push({ tag, excerpt: bag.excerpt() });
    }
    const terms = excerpts.map(({ tag, excerpt: { keys, values, counts } }) => ({ tag, keys, values, counts }));
    const facts = excerpts.map(({ tag, excerpt: { factKeys, factCounts } }) => ({
      ...{ tag, keys: factKeys, values: new Uint16Array(), counts: factCounts },
    }));
    this.of = {
      tags,
      papers,
      terms: merged(this.of.terms, terms, changed),
      facts: merged(this.of.facts, facts, changed),
    };
  }

  /** For each place in `tags`, the cosine of a signature and the tag's papers: 0 to 1. */
  cosines({ terms, values }: Signature): Float64Array {
    const { keys, tags, values: weights } = this.of.terms;
    const found = new Float64Array(this.of.tags.length);
    for (let i = 0; i < terms.length; i++) {
      const key = terms[i] as number;
      const share = (values[i] as number) / (unit * fullValue);
      for (let at = first(keys, key); keys[at] === key; at++) {
        const tag = tags[at] as number;
        found[tag] = (found[tag] as number) + share * (weights[at] as number);
      }
    }
    return found;
  }

  /** The tags that have a term, each with its weight, 0 to 1. */
  tagsOf(term: number): Entry[] {
    return entriesOf(this.of.terms, term).map((entry) => ({ ...entry, value: entry.value / fullValue }));
  }

  /** The tags that have a category, keyword or author, each with its number of papers. */
  tagsWith(fact: number): Entry[] {
    return entriesOf(this.of.facts, fact);
  }
}

function entriesOf({ keys, tags, values, counts }: Entries, key: number): Entry[] {
  const found: Entry[] = [];
  for (let at = first(keys, key); keys[at] === key; at++) {
    found.push({ tag: tags[at] as number, value: values[at] ?? 0, count: counts[at] as number });
  }
  return found;
}

/** Place of the first key that is not smaller. */
function first(keys: Uint32Array, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Added = { tag: number; keys: Uint32Array; values: Uint16Array; counts: Uint32Array };

/** The entries without those of changed tags, and with the added ones, by key and then by tag. */
function merged(old: Entries, added: readonly Added[], changed: Uint8Array): Entries {
  const size = added.reduce((sum, { keys }) => sum + keys.length, 0);
  // One number an addition, so that the engine sorts them itself: key, tag, and where it comes from.
  const order = new Float64Array(size);
  const from: [number, number][] = [];
  let at = 0;
  for (const [part, { tag, keys }] of added.entries()) {
    for (let i = 0; i < keys.length; i++) {
      order[at++] = (keys[i] as number) * 65_536 + tag;
    }
    from[tag] = [part, 0];
  }
  order.sort();
  const withValues = old.values.length > 0 || added.some(({ values }) => values.length > 0);
  const most = old.keys.length + size;
  const made: Entries = {
    keys: new Uint32Array(most),
    tags: new Uint16Array(most),
    values: new Uint16Array(withValues ? most : 0),
    counts: new Uint32Array(most),
  };
  let length = 0;
  const put = (key: number, tag: number, value: number, count: number) => {
    made.keys[length] = key;
    made.tags[length] = tag;
    if (withValues) made.values[length] = value;
    made.counts[length++] = count;
  };
  let [next, place] = [0, 0];
  for (;;) {
    while (place < old.keys.length && changed[old.tags[place] as number]) place++;
    const kept =
      place < old.keys.length
        ? (old.keys[place] as number) * 65_536 + (old.tags[place] as number)
        : Number.POSITIVE_INFINITY;
    const fresh = next < size ? (order[next] as number) : Number.POSITIVE_INFINITY;
    if (kept === fresh) break; // both at their end: no tag is in both
    if (kept < fresh) {
      put(old.keys[place] as number, old.tags[place] as number, old.values[place] ?? 0, old.counts[place] as number);
      place++;
    } else {
      const tag = fresh % 65_536;
      const source = from[tag] as [number, number];
      const { keys, values, counts } = added[source[0]] as Added;
      const i = source[1]++; // the keys of one tag ascend
      put(keys[i] as number, tag, values[i] ?? 0, counts[i] as number);
      next++;
    }
  }
  return {
    keys: made.keys.slice(0, length),
    tags: made.tags.slice(0, length),
    values: made.values.slice(0, withValues ? length : 0),
    counts: made.counts.slice(0, length),
  };
}
