/** Imports the papers of a file: first a plan, which changes nothing, then all of it as one change. */

import { pauseBetweenSlices } from '../../async/slices';
import type { FileEntry, LibraryParts } from '../../formats/file-items';
import { tagName } from '../../paper/tag-name';
import { isSort } from '../../query/query';
import type { PaperRecord } from '../db/record';
import { type Fields, migrations } from '../db/schema';
import { LibraryError } from '../error';
import { filterNamed } from '../filters';
import { shownFacts } from '../merge/merge';
import { takeRules } from '../tagging';
import type { Change, Filter } from '../types';
import { changeEach } from '../write/change';
import { difference } from '../write/diff';
import { join, joinAll } from '../write/join';
import type { UnitOfWork } from '../write/unit-of-work';
import type { WriteContext } from '../write/write-context';
import type { HowToApply, ImportOptions, ImportPlan, PlannedPaper } from './import-plan';
import { type CheckedEntry, checkedEntry, type Incoming } from './incoming';
import { OwnIds } from './own-ids';

/** Papers looked up in one transaction. */
const batch = 100;

/**
 * Plans an import. `site` is the name of the source in the records (`import:bibtex`). Throws `newer` for a backup with
 * a later schema version, and the signal's reason when aborted.
 */
export async function importPlan(
  ctx: WriteContext,
  entries: readonly (FileEntry | CheckedEntry)[],
  { site, library = {}, signal, progress }: ImportOptions,
): Promise<ImportPlan> {
  const { schema = migrations.length } = library;
  if (schema > migrations.length)
    throw new LibraryError('newer', 'The file was written by a newer version of Offprint.');
  const plan: ImportPlan = { papers: [], refused: [], library };
  const now = ctx.now();
  const pause = pauseBetweenSlices(signal);
  const firsts = new Map<string, PlannedPaper>();
  for (let at = 0; at < entries.length; at += batch) {
    const incoming: Incoming[] = [];
    for (const entry of entries.slice(at, at + batch)) {
      await pause();
      const one = 'facts' in entry ? checkedEntry(entry, site, now, schema) : entry;
      if ('incoming' in one) incoming.push(one.incoming);
      else plan.refused.push(one.refused);
    }
    for (const planned of await compare(ctx, incoming)) {
      // A paper that is twice in the file is imported once.
      const first = planned.incoming.ids.map((id) => firsts.get(id)).find((found) => found !== undefined);
      if (first && first.is === 'new') planned.is = 'twin';
      for (const id of planned.incoming.ids) if (!firsts.has(id)) firsts.set(id, planned);
      plan.papers.push(planned);
    }
    progress?.(Math.min(1, (at + batch) / entries.length));
  }
  return plan;
}

async function compare(ctx: WriteContext, incoming: readonly Incoming[]): Promise<PlannedPaper[]> {
  return ctx.connection.read(['papers', 'texts', 'tags'], async (tx) => {
    const index = tx.objectStore('papers').index('ids');
    const isEmpty = (await tx.objectStore('papers').getAllKeys(null, 1)).length === 0;
    return Promise.all(
      incoming.map(async (one): Promise<PlannedPaper> => {
        const numbers = isEmpty ? [] : await Promise.all(one.ids.map((id) => index.getKey(id)));
        const n = numbers.find((number) => number !== undefined);
        const title = shownFacts(one.ids, one.sources, one.edits).title;
        if (n === undefined) return { is: 'new', title, incoming: one, changes: [] };
        const [row, text] = await Promise.all([tx.objectStore('papers').get(n), tx.objectStore('texts').get(n)]);
        if (!row || !text) return { is: 'new', title, incoming: one, changes: [] };
        const tags = await Promise.all(row.tags.map((id) => tx.objectStore('tags').get(id)));
        const known: PaperRecord = { ...row, sources: text.sources, sightings: text.sightings };
        const names = tags.flatMap((tag) => tag?.name ?? []);
        const changes = changesOf(
          { ...known, tags: names },
          { ...one, n, change: 0, tags: one.tags.flatMap((tag) => tagName(tag) ?? []) },
        );
        return { is: changes.length > 0 ? 'changed' : 'same', title: row.facts.title, n, incoming: one, changes };
      }),
    );
  });
}

/** Names of the visible changes: facts, ids, tags, note, status, star. That another source says the same is none. */
function changesOf(known: PaperRecord, incoming: PaperRecord): string[] {
  const joined = join(known, incoming);
  const seen = (paper: PaperRecord) => ({
    ...shownFacts(paper.ids, paper.sources ?? [], paper.edits),
    ids: [...paper.ids].sort(),
    tags: [...paper.tags].sort(),
    note: paper.note,
    status: paper.status,
    starred: paper.starredAt !== undefined,
    removed: paper.removedAt !== undefined,
  });
  const diff = difference(seen(known) as Fields, seen(joined) as Fields);
  return diff?.is === 'changed' ? [...new Set([...Object.keys(diff.before), ...Object.keys(diff.after)])].sort() : [];
}

/** Does what a plan says, as one change. */
export async function applyImport(
  ctx: WriteContext,
  plan: ImportPlan,
  { replace = false, ...watched }: HowToApply = {},
): Promise<Change> {
  const others = replace ? await numbersWithout(ctx, plan) : [];
  const work: (Incoming | number)[] = [...plan.papers.map(({ incoming }) => incoming), ...others];
  const own = new OwnIds();
  return changeEach(
    ctx,
    { what: 'journalImport', origin: 'own' },
    work,
    async (unit, some) => {
      const before = unit.state.nextPaper;
      await own.look(
        unit,
        some.flatMap((one) => (typeof one === 'number' ? [] : one.ids)),
      );
      for (const one of some) await (typeof one === 'number' ? discard(unit, one) : take(unit, one, replace));
      own.wrote(unit.state.nextPaper - before);
    },
    { ...watched, last: (unit) => takeParts(unit, plan.library) },
  );
}

async function numbersWithout(ctx: WriteContext, plan: ImportPlan): Promise<number[]> {
  const kept = new Set(plan.papers.map(({ n }) => n));
  const all = await ctx.connection.read(['papers'], (tx) => tx.objectStore('papers').index('newest').getAllKeys());
  return all.filter((n) => !kept.has(n));
}

async function discard(unit: UnitOfWork, n: number): Promise<void> {
  const paper = await unit.paper(n, false);
  if (paper && paper.removedAt === undefined) unit.set(n, { ...paper, removedAt: unit.at });
}

async function take(unit: UnitOfWork, { tags, ...incoming }: Incoming, replace: boolean): Promise<void> {
  const { paper: known, ids } = await joinAll(unit, incoming.ids, 'own');
  const given: string[] = [];
  for (const tag of tags) {
    const name = tagName(tag);
    if (name !== undefined) given.push((await unit.tags.make(name)).id);
  }
  const record: PaperRecord = {
    ...incoming,
    n: known?.n ?? unit.newNumber(),
    change: unit.entry,
    ids: known ? [...new Set([...known.ids, ...ids])] : ids,
    tags: [...new Set(given)],
  };
  unit.set(record.n, known && !replace ? join(known, record) : record);
}

/** Adds tags with their colours, saved searches and rules of a backup. Never overwrites existing ones. */
async function takeParts(unit: UnitOfWork, { tags = [], filters, rules }: Partial<LibraryParts>): Promise<void> {
  for (const { name, color } of tags) {
    const written = tagName(name);
    if (written === undefined) continue;
    const tag = await unit.tags.make(written);
    if (tag.color === undefined && color !== undefined && Number.isInteger(color) && color >= 0 && color <= 9) {
      const { papers: _, ...rest } = tag;
      await unit.tags.set(tag.id, { ...rest, color });
    }
  }
  const list: unknown[] = Array.isArray(filters) ? filters : [];
  for (const [i, one] of list.slice(0, 500).entries()) {
    const { name, query, sort } = (typeof one === 'object' && one !== null ? one : {}) as Partial<Filter>;
    if (typeof name !== 'string' || name.trim() === '' || typeof query !== 'string') continue;
    if (filterNamed(await unit.filters.all(), name)) continue;
    const id = `f${unit.entry}-${i}`;
    await unit.filters.set(id, { id, name: name.trim().slice(0, 200), query, ...(isSort(sort) && { sort }) });
  }
  await takeRules(unit, rules);
}
