/** Converts papers between their two stored parts, the record that changes work with, and what readers get. Pure. */
import { orderIds } from '../../paper/identity';
import type { Paper } from '../../paper/paper';
import { shownFacts } from '../merge/merge';
import { toRow } from './row';
import type { StoredRow, StoredText } from './schema';

/** The fields of a paper that cannot be computed. `sources` and `sightings` are absent until loaded. */
export type PaperRecord = Omit<Paper, 'key' | 'facts' | 'sources' | 'sightings'> &
  Partial<Pick<Paper, 'sources' | 'sightings'>> &
  Pick<StoredRow, 'change' | 'joinedByPage' | 'alike'>;

/** The record from the stored parts. Without `text`, sources and sightings are absent. */
export function toRecord(row: StoredRow, text?: StoredText): PaperRecord {
  const { key: _key, facts: _facts, hasAbstract: _has, sites: _sites, newest: _newest, ...rest } = row;
  return text ? { ...rest, sources: text.sources, sightings: text.sightings } : rest;
}

/**
 * The stored parts of a record. `was` is the row stored before: if the sources are not loaded, facts computed from them
 * have not changed and are taken from it. Throws for a new record without sources.
 */
export function toStored(record: PaperRecord, was: StoredRow | undefined): { row: StoredRow; text?: StoredText } {
  const { sources, sightings, ...rest } = record;
  const ids = orderIds(rest.ids);
  const base = { ...rest, ids, key: ids[0] ?? '', ...(rest.removedAt === undefined && { newest: -rest.savedAt }) };
  if (!sources || !sightings) {
    if (!was) throw new Error('A new record needs its sources.');
    return { row: { ...base, facts: { ...was.facts, ids }, hasAbstract: was.hasAbstract, sites: was.sites } };
  }
  const { abstract, ...facts } = shownFacts(ids, sources, rest.edits);
  const sites = [...new Set([...sources, ...sightings].map(({ site }) => site))].sort();
  return {
    row: { ...base, facts, hasAbstract: abstract !== undefined, sites },
    text: { n: record.n, sources, sightings },
  };
}

/** The whole paper. */
export function toPaper(row: StoredRow, text: StoredText): Paper {
  const { hasAbstract: _has, sites: _sites, ...rest } = toRow(row);
  const facts = shownFacts(row.ids, text.sources, row.edits);
  return { ...rest, facts, sources: text.sources, sightings: text.sightings };
}
