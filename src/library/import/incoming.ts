/** Checks an entry of a file, which is untrusted, and turns it into a record. Pure. */

import type { FileEntry } from '../../formats/file-items';
import { toFacts } from '../../paper/check';
import { type Editable, editableFacts, type Facts, type Sighting, type Source } from '../../paper/paper';
import type { PaperRecord } from '../db/record';
import { type Fields, migrate, migrations } from '../db/schema';
import { uniteSources } from '../merge/merge';
import { uniteSightings } from '../merge/sightings';

/** A record without its number. Its tags are names. */
export type Incoming = Omit<PaperRecord, 'n' | 'change' | 'tags'> &
  Required<Pick<PaperRecord, 'sources' | 'sightings'>> & { tags: string[] };

/** A checked entry: a record, or why it cannot be stored: the reason in English and its first line (0: not known). */
export type CheckedEntry = { incoming: Incoming } | { refused: { line: number; title: string; reason: string } };

/** Checks an entry. `options` are those of `toIncoming`. */
export function checkedEntry(entry: FileEntry, ...options: [site: string, now: number, schema?: number]): CheckedEntry {
  const read = toIncoming(entry, ...options);
  if ('incoming' in read) return read;
  return { refused: { line: entry.line ?? 0, title: entry.facts.title, reason: read.reason } };
}

/**
 * The record, or why the entry cannot be stored. `now` limits its times. `schema` is the version of a backup's records.
 */
export function toIncoming(
  entry: FileEntry,
  site: string,
  now: number,
  schema: number = migrations.length,
): { incoming: Incoming } | { reason: string } {
  const checked = toFacts(entry.facts);
  if (!checked.facts) return { reason: checked.reason };
  const { facts } = checked;
  const record = fieldsOf(upToDate(entry.record, schema));
  const savedAt = time(entry.savedAt, now) ?? now;
  const sources = sourcesOf(record('sources'), now);
  const status = entry.status ?? 'unread';
  const incoming: Incoming = {
    ids: facts.ids,
    tags: entry.tags,
    status,
    savedAt,
    changedAt: savedAt,
    sources: sources.length > 0 ? sources : [{ site, at: savedAt, facts }],
    sightings: uniteSightings(sightingsOf(record('sightings'), now)),
  };
  const optional: Partial<Incoming> = {
    ...(entry.note !== undefined && { note: entry.note.slice(0, 1_000_000) }),
    ...when('starredAt', time(entry.starredAt, now)),
    ...when('readingAt', time(record('readingAt'), now)),
    ...when('readAt', time(record('readAt'), now)),
    ...when('removedAt', time(record('removedAt'), now)),
  };
  const edits = editsOf(record('edits'), facts.ids);
  const keys = citationKeysOf(record('citationKeys'), entry.citationKey);
  return { incoming: { ...incoming, ...optional, ...(edits && { edits }), ...(keys && { citationKeys: keys }) } };
}

type TimeField = 'starredAt' | 'readingAt' | 'readAt' | 'removedAt';
const when = (name: TimeField, at: number | undefined): Partial<Record<TimeField, number>> =>
  at === undefined ? {} : { [name]: at };

/** Converts a record of an older version by the library's own migrations. */
function upToDate(record: unknown, schema: number): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  return migrate('paper', record as Fields, migrations.slice(schema));
}

/** Reads own properties only. */
function fieldsOf(from: unknown): (name: string) => unknown {
  return (name) =>
    typeof from === 'object' && from !== null && Object.hasOwn(from, name) ? (from as Fields)[name] : undefined;
}

/** A time in the past. Later times, from a clock that ran ahead, become now. Undefined if it is no time. */
function time(from: unknown, now: number): number | undefined {
  return typeof from === 'number' && Number.isFinite(from) && from >= 0 ? Math.min(from, now) : undefined;
}

const siteName = /^[a-z][a-z0-9:-]{0,39}$/;

function sourcesOf(from: unknown, now: number): Source[] {
  if (!Array.isArray(from)) return [];
  const sources = from.slice(0, 100).flatMap((one: unknown): Source[] => {
    const get = fieldsOf(one);
    const [site, at] = [get('site'), time(get('at'), now)];
    const { facts } = toFacts(get('facts'));
    if (typeof site !== 'string' || !siteName.test(site) || at === undefined || !facts) return [];
    const older = olderOf(get('older'), at);
    return [{ site, at, facts, ...(older && { older }) }];
  });
  return uniteSources(sources);
}

function olderOf(from: unknown, at: number): Record<string, number> | undefined {
  if (typeof from !== 'object' || from === null) return undefined;
  const known = Object.entries(from).filter(
    ([path, value]) => /^[A-Za-z.]{1,40}$/.test(path) && time(value, at) === value,
  );
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

function sightingsOf(from: unknown, now: number): Sighting[] {
  if (!Array.isArray(from)) return [];
  return from.slice(0, 100).flatMap((one: unknown): Sighting[] => {
    const get = fieldsOf(one);
    const [site, url, kind, at] = [get('site'), get('url'), get('kind'), time(get('at'), now)];
    if (typeof site !== 'string' || !siteName.test(site) || at === undefined) return [];
    if (typeof url !== 'string' || !/^https?:\/\//.test(url) || (kind !== 'listing' && kind !== 'paper')) return [];
    const shown = toFacts({ ids: ['url:x'], title: 'x', rank: get('rank'), metrics: get('metrics') }).facts;
    const { rank, metrics }: Partial<Facts> = shown ?? {};
    return [{ site, url, kind, at, ...(rank !== undefined && { rank }), ...(metrics && { metrics }) }];
  });
}

/** Corrections by hand that are valid; undefined if none is. `ids` are the paper's. */
export function editsOf(from: unknown, ids: string[]): Partial<Editable> | undefined {
  const get = fieldsOf(from);
  const given = editableFacts.filter((name) => get(name) !== undefined && get(name) !== '');
  if (given.length === 0) return undefined;
  const fields = Object.fromEntries(given.map((name) => [name, get(name)]));
  const { facts } = toFacts({ title: 'x', ...fields, ids });
  if (!facts) return undefined;
  const kept = given.filter((name) => facts[name] !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept.map((name) => [name, facts[name]])) : undefined;
}

/** Citation keys: those of a backup by template, the file's own under `file`. */
function citationKeysOf(from: unknown, own: string | undefined): Record<string, string> | undefined {
  const given = typeof from === 'object' && from !== null ? Object.entries(from) : [];
  const keys = [...given, ...(own === undefined ? [] : [['file', own] as const])].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].length <= 200 && pair[0] !== '__proto__',
  );
  return keys.length > 0 ? Object.fromEntries(keys.slice(0, 20)) : undefined;
}
