/** Applies the differences in the journal, to undo or redo a change. */

import { foldTag } from '../../paper/tag-name';
import type { PaperRecord } from '../db/record';
import type { Diff, Difference, Fields, StoredTag } from '../db/schema';
import type { Way } from './diff';
import { move } from './diff';
import type { UnitOfWork } from './unit-of-work';

type TagFields = Omit<StoredTag, 'papers'>;
const needTexts = ['sources', 'sightings', 'edits'];

/**
 * Applies differences in one direction. Skips what has changed again, was deleted, or belongs to another record now.
 */
export async function apply(unit: UnitOfWork, diffs: readonly Diff[], way: Way): Promise<void> {
  const replaced = await applyToTags(unit, diffs, way);
  // Records that release ids come before records that take them.
  const order = (diff: Diff) => (goes(diff, way) ? 0 : diff.is === 'changed' ? 1 : 2);
  for (const diff of diffs.toSorted((a, b) => order(a) - order(b))) {
    if (diff.of === 'paper') await applyToPaper(unit, diff.id, diff, way);
    if (diff.of === 'filter') await unit.filters.apply(diff.id, diff, way);
    if (diff.of === 'rule') await unit.rules.apply(diff.id, diff, way);
  }
  for (const [id, by] of replaced) {
    for (const n of await unit.tx.objectStore('papers').index('tags').getAllKeys(id)) {
      const paper = await unit.paper(n, false);
      const tags = paper?.tags.map((tag) => (tag === id ? by : tag));
      if (paper && tags) unit.set(n, { ...paper, tags: [...new Set(tags)] });
    }
  }
}

/** The differences to store after they were applied: a record is stored only while it does not exist. */
export function keepGone(diffs: readonly Diff[], written: readonly Diff[]): Diff[] {
  return diffs.map((diff) => {
    if (diff.is === 'changed') return diff;
    const now = written.find(({ of, id }) => of === diff.of && id === diff.id);
    const { record: _, ...rest } = diff;
    return now?.is === 'deleted' && now.record ? { ...rest, record: now.record } : rest;
  });
}

const goes = ({ is }: Difference, way: Way) => is === (way === 'undo' ? 'added' : 'deleted');

async function applyToPaper(unit: UnitOfWork, n: number, diff: Difference, way: Way): Promise<void> {
  if (diff.is !== 'changed') {
    const now = await unit.paper(n, true);
    if (goes(diff, way)) {
      if (!now) return;
      // The paper was changed after this entry was made. It goes to the trash, so that those changes are not lost.
      const used = now.change > unit.entry;
      unit.set(n, used ? { ...now, removedAt: unit.at } : undefined);
    } else if (now) {
      const { removedAt: _, ...back } = now;
      unit.set(n, back);
    } else if (diff.record) {
      await setIfFree(unit, diff.record as Fields & PaperRecord);
    }
    return;
  }
  const [from, to] = way === 'undo' ? [diff.after, diff.before] : [diff.before, diff.after];
  const now = await unit.paper(
    n,
    Object.keys(to).some((name) => needTexts.includes(name)),
  );
  if (now) await setIfFree(unit, move(now as unknown as Fields, from, to) as unknown as PaperRecord);
}

/** Sets a paper without ids that another paper has now, and without tags that no longer exist. */
async function setIfFree(unit: UnitOfWork, record: PaperRecord): Promise<void> {
  const ids: string[] = [];
  for (const id of record.ids) {
    const owner = await unit.find(id);
    if (owner === undefined || owner === record.n) ids.push(id);
  }
  const tags: string[] = [];
  for (const id of record.tags) if (await unit.tags.byId(id)) tags.push(id);
  if (ids.length > 0) unit.set(record.n, { ...record, ids, tags });
}

/**
 * Applies the differences of tags. Returns the tags that are deleted but may still be in use, each with the tag that
 * takes its name.
 */
async function applyToTags(unit: UnitOfWork, diffs: readonly Diff[], way: Way): Promise<Map<string, string>> {
  const { tags } = unit;
  /** Each changed tag as it will be; undefined: deleted. */
  const targets = new Map<string, TagFields | undefined>();
  for (const diff of diffs) {
    if (diff.of !== 'tag') continue;
    const now = await tags.byId(diff.id);
    if (diff.is === 'changed') {
      if (now) targets.set(diff.id, turned(now, diff, way));
    } else if (goes(diff, way)) {
      if (now) targets.set(diff.id, undefined);
    } else if (!now && diff.record) targets.set(diff.id, diff.record as unknown as TagFields);
  }
  const replaced = new Map<string, string>();
  for (const [id, target] of targets) {
    if (!target) {
      if (!replaced.has(id)) tags.drop(id, true);
      continue;
    }
    const owner = await tags.byName(target.name);
    const frees = owner && targets.has(owner.id) && targets.get(owner.id)?.folded !== target.folded;
    if (owner && owner.id !== id && frees && !targets.get(owner.id)) {
      tags.drop(owner.id);
      replaced.set(owner.id, id);
    }
    await tags.set(id, !owner || owner.id === id || frees ? target : await numbered(unit, target));
  }
  for (const target of targets.values()) if (target) await tags.makeAbove(target.name);
  return replaced;
}

function turned({ papers: _, ...now }: StoredTag, diff: Difference & { is: 'changed' }, way: Way): TagFields {
  const [from, to] = way === 'undo' ? [diff.after, diff.before] : [diff.before, diff.after];
  return move(now as unknown as Fields, from, to) as unknown as TagFields;
}

/** A tag with a number behind its name, because the name was taken in the meantime. */
async function numbered(unit: UnitOfWork, tag: TagFields): Promise<TagFields> {
  let name = tag.name;
  for (let number = 2; await unit.tags.byName(name); number++) name = `${tag.name} ${number}`;
  return { ...tag, name, folded: foldTag(name) };
}
