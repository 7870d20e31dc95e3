/** What sources say of papers, taken into their records: saving, completing, and records that are one paper. */
import type { Context, Facts } from '../paper/paper';
import type { Kept } from './db/record';
import { LibraryError } from './error';
import { uniteSources } from './merge/merge';
import { sightingOf, sourceOf, uniteSightings } from './merge/sightings';
import { ruled } from './tagging';
import type { Change, Origin } from './types';
import { change, changeEach } from './write/change';
import { join, joinAll } from './write/join';
import { tagIds } from './write/tag-ids';
import type { Draft } from './write/unit-of-work';
import type { Workshop } from './write/write-context';

/** Saves what a page says of some papers; those that are in the trash come back. What is new is tagged by the rules. */
export function save(
  shop: Workshop,
  facts: readonly Facts[],
  context: Context,
  { tags = [], origin = 'own' }: { tags?: readonly string[]; origin?: Origin } = {},
): Promise<Change> {
  return changeEach(shop, { what: 'journalSave', origin }, facts, async (draft, some) => {
    await Promise.all(some.flatMap(({ ids }) => ids.map((id) => draft.find(id))));
    const given = await tagIds(draft, tags);
    for (const one of some) await saveOne(draft, one, context, given);
  });
}

async function saveOne(draft: Draft, facts: Facts, context: Context, tags: readonly string[]): Promise<void> {
  const sighting = context.url === '' ? [] : [sightingOf(facts, context, draft.at)];
  const { paper: known, ids } = await joinAll(draft, facts.ids);
  const source = sourceOf({ ...facts, ids }, context.site, draft.at);
  const n = known?.n ?? draft.newNumber();
  const { removedAt, ...base }: Kept = known ?? {
    n,
    ids: [],
    tags: [],
    status: 'unread',
    savedAt: draft.at,
    changedAt: draft.at,
    change: draft.entry,
  };
  const now: Kept = {
    ...base,
    ids: [...new Set([...base.ids, ...ids])],
    sources: uniteSources(base.sources ?? [], [source]),
    sightings: uniteSightings(base.sightings ?? [], sighting),
    tags: [...new Set([...base.tags, ...tags])],
    ...(removedAt !== undefined && { savedAt: draft.at }),
  };
  draft.set(n, await ruled(draft, now, removedAt === undefined ? known : undefined));
}

/** Adds what a source says of papers that are here, without having seen them anywhere. */
export function fill(shop: Workshop, facts: ReadonlyMap<number, Facts>, site: string): Promise<Change> {
  return changeEach(shop, { what: 'journalFill', origin: 'own' }, [...facts], async (draft, some) => {
    await Promise.all(some.map(([n]) => draft.paper(n, true)));
    for (const [n, said] of some) {
      const paper = await draft.paper(n, true);
      if (!paper) continue;
      const source = sourceOf({ ...said, ids: said.ids.filter((id) => paper.ids.includes(id)) }, site, draft.at);
      const now = { ...paper, sources: uniteSources(paper.sources ?? [], [source]) };
      draft.set(n, await ruled(draft, now, paper));
    }
  });
}

/** Makes one record of several, at the user's word. */
export function mergePapers(shop: Workshop, into: number, others: readonly number[]): Promise<Change> {
  return change(shop, { what: 'journalMerge', origin: 'own' }, async (draft) => {
    const papers: Kept[] = [];
    for (const n of new Set([into, ...others])) {
      const paper = await draft.paper(n, true);
      if (!paper) throw new LibraryError('missing', 'One of the papers is not in the library any more.');
      papers.push(paper);
    }
    for (const { n } of papers.slice(1)) draft.set(n, undefined);
    draft.set(into, papers.reduce(join));
  });
}
