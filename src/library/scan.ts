/** Searching by looking at every row: right at any size, quick for some thousands of papers. */
import type { Finder } from './finder';
import type { Facets, Sort } from './library';
import type { Database, StoredRow } from './schema';
import { foldTag } from './tag-name';

/** Papers outside the trash, newest first. */
async function* allRows(db: Database): AsyncGenerator<StoredRow> {
  const index = db.transaction('papers').store.index('newest');
  for (let cursor = await index.openCursor(); cursor; cursor = await cursor.continue()) yield cursor.value;
}

/** A finder that holds nothing in memory. Words are looked for in title, authors, venue, note and tags. */
export function scan(): Finder {
  return {
    record() {},
    changed() {},
    async find(db, query, { sort } = {}) {
      const names = new Map((await db.getAll('tags')).map(({ id, folded }) => [id, folded]));
      const words = foldTag(query).split(/\s+/).filter(Boolean);
      const found: StoredRow[] = [];
      for await (const row of allRows(db)) {
        const tags = row.tags.map((id) => names.get(id) ?? '');
        const { title, authors = [], venue = '' } = row.facts;
        const text = foldTag([title, ...authors, venue, row.note ?? '', ...tags].join('\n'));
        if (words.every((word) => matches(word, text, tags, row.status))) found.push(row);
      }
      if (sort) found.sort((a, b) => order(a, b, sort));
      return { numbers: Uint32Array.from(found, ({ n }) => n), problems: [], words };
    },
    async facets(db, numbers) {
      const tx = db.transaction(['papers', 'tags']);
      const [rows, tags] = await Promise.all([
        Promise.all(Array.from(numbers, (n) => tx.objectStore('papers').get(n))),
        tx.objectStore('tags').getAll(),
      ]);
      return count(
        rows.filter((row) => row !== undefined),
        new Map(tags.map(({ id, folded }) => [id, folded])),
      );
    },
  };
}

function matches(word: string, text: string, tags: string[], status: string): boolean {
  const [, field, value = ''] = /^(tag|status):"?(.*?)"?$/.exec(word) ?? [];
  if (field === 'tag') return tags.some((tag) => tag === value || tag.startsWith(`${value}/`));
  if (field === 'status') return status === value;
  return text.includes(word);
}

function order(a: StoredRow, b: StoredRow, { by, descending }: Sort): number {
  const value = ({ facts, savedAt, changedAt, status }: StoredRow): string | number => {
    if (by === 'published') return facts.published ?? '';
    if (by === 'title') return facts.title;
    if (by === 'author') return facts.authors?.[0] ?? '';
    if (by === 'upvotes') return facts.metrics?.upvotes ?? -1;
    if (by === 'status') return status;
    return by === 'changed' ? changedAt : savedAt;
  };
  const [x, y] = [value(a), value(b)];
  return (x < y ? -1 : x > y ? 1 : 0) * (descending ? -1 : 1);
}

function count(rows: StoredRow[], names: Map<string, string>): Facets {
  const facets: Facets = {
    tags: new Map(),
    status: { unread: 0, reading: 0, read: 0 },
    starred: 0,
    sites: new Map(),
    years: new Map(),
  };
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  for (const row of rows) {
    facets.status[row.status]++;
    if (row.starredAt !== undefined) facets.starred++;
    for (const site of row.sites) add(facets.sites, site);
    if (row.facts.published) add(facets.years, row.facts.published.slice(0, 4));
    const own = row.tags.map((id) => names.get(id) ?? '');
    const above = own.flatMap((name) => name.split('/').map((_, at, levels) => levels.slice(0, at + 1).join('/')));
    for (const name of new Set(above)) {
      const id = ids.get(name);
      if (id !== undefined) add(facets.tags, id);
    }
  }
  return facets;
}
