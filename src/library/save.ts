/** Adds facts from sources to the library: saving, completing, and merging records. */
import type { Context, Facts } from '../paper/paper';
import type { PaperRecord } from './db/record';
import { LibraryError } from './error';
import { uniteSources } from './merge/merge';
import { sightingOf, sourceOf, uniteSightings } from './merge/sightings';
import { ruled } from './tagging';
import type { Change, Learnt, Origin } from './types';
import { change, changeEach } from './write/change';
import { join, joinAll } from './write/join';
import { tagIds } from './write/tag-ids';
import type { UnitOfWork } from './write/unit-of-work';
import type { WriteContext } from './write/write-context';

/**
 * Saves the facts of some papers. Papers in the trash are restored. New and restored papers are tagged by the rules.
 */
export const save = (
  ctx: WriteContext,
  facts: readonly Facts[],
  context: Context,
  options?: { tags?: readonly string[]; origin?: Origin },
): Promise<Change> =>
  saveEach(
    ctx,
    facts.map((each) => ({ facts: each, context })),
    options,
  );

/** The same for papers that come from several places. */
export function saveEach(
  ctx: WriteContext,
  papers: readonly { facts: Facts; context: Context }[],
  { tags = [], origin = 'own' }: { tags?: readonly string[]; origin?: Origin } = {},
): Promise<Change> {
  return changeEach(ctx, { what: 'journalSave', origin }, papers, async (unit, some) => {
    await Promise.all(some.flatMap(({ facts }) => facts.ids.map((id) => unit.find(id))));
    const given = await tagIds(unit, tags);
    for (const { facts, context } of some) await saveOne(unit, facts, context, given, origin);
  });
}

async function saveOne(
  unit: UnitOfWork,
  facts: Facts,
  context: Context,
  tags: readonly string[],
  origin: Origin,
): Promise<void> {
  const sighting = context.url === '' ? [] : [sightingOf(facts, context, unit.at)];
  const { paper: known, ids } = await joinAll(unit, facts.ids, origin);
  const source = sourceOf({ ...facts, ids }, context.site, unit.at);
  const n = known?.n ?? unit.newNumber();
  const { removedAt, ...base }: PaperRecord = known ?? {
    n,
    ids: [],
    tags: [],
    status: 'unread',
    savedAt: unit.at,
    changedAt: unit.at,
    change: unit.entry,
  };
  const now: PaperRecord = {
    ...base,
    ids: [...new Set([...base.ids, ...ids])],
    sources: uniteSources(base.sources ?? [], [source]),
    sightings: uniteSightings(base.sightings ?? [], sighting),
    tags: [...new Set([...base.tags, ...tags])],
    ...(removedAt !== undefined && { savedAt: unit.at }),
  };
  unit.set(n, await ruled(unit, now, removedAt === undefined ? known : undefined));
}

/** Adds a source's facts to papers of the library, without a sighting. */
export function fill(ctx: WriteContext, facts: ReadonlyMap<number, Facts>, site: string): Promise<Change> {
  return changeEach(ctx, { what: 'journalFill', origin: 'own' }, [...facts], async (unit, some) => {
    await Promise.all(some.map(([n]) => unit.paper(n, true)));
    for (const [n, said] of some) {
      const paper = await unit.paper(n, true);
      if (!paper) continue;
      const source = sourceOf({ ...said, ids: said.ids.filter((id) => paper.ids.includes(id)) }, site, unit.at);
      const now = { ...paper, sources: uniteSources(paper.sources ?? [], [source]) };
      unit.set(n, await ruled(unit, now, paper));
    }
  });
}

/**
 * Adds what services said of papers, without a sighting, in place of what they said before. A paper gets the ids that no
 * other paper has; papers that have the others are suggested as its duplicates.
 */
export function learnFacts(ctx: WriteContext, learnt: readonly Learnt[]): Promise<Change> {
  const byPaper = new Map<number, Learnt[]>();
  for (const one of learnt) byPaper.set(one.n, [...(byPaper.get(one.n) ?? []), one]);
  return changeEach(ctx, { what: 'journalLearn', origin: 'own' }, [...byPaper], async (unit, some) => {
    await Promise.all(some.map(([n]) => unit.paper(n, true)));
    for (const [n, said] of some) {
      const paper = await unit.paper(n, true);
      if (!paper) continue;
      const [ids, alike] = [[...paper.ids], new Set(paper.alike)];
      for (const id of new Set(said.flatMap(({ facts }) => facts.ids))) {
        const owner = await unit.find(id);
        if (owner === undefined) ids.push(id);
        else if (owner !== n) alike.add(id);
      }
      const others = (paper.sources ?? []).filter(({ site }) => !said.some((each) => each.site === site));
      const sources = said.map(({ site, at, facts }) =>
        sourceOf({ ...facts, ids: facts.ids.filter((id) => ids.includes(id)) }, site, at),
      );
      const now = {
        ...paper,
        ids,
        sources: uniteSources(others, sources),
        ...(alike.size > 0 && { alike: [...alike] }),
      };
      unit.set(n, await ruled(unit, now, paper));
    }
  });
}

/** Merges records because the user asked for it. */
export function mergePapers(ctx: WriteContext, into: number, others: readonly number[]): Promise<Change> {
  return change(ctx, { what: 'journalMerge', origin: 'own' }, async (unit) => {
    const papers: PaperRecord[] = [];
    for (const n of new Set([into, ...others])) {
      const paper = await unit.paper(n, true);
      if (!paper) throw new LibraryError('missing', 'One of the papers is not in the library any more.');
      papers.push(paper);
    }
    for (const { n } of papers.slice(1)) unit.set(n, undefined);
    unit.set(into, papers.reduce(join));
  });
}
