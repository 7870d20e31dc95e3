/** What the journal kept of a change, taken back or made again in a draft. */
import { move } from './diff';
import type { Draft } from './draft';
import type { Kept } from './record';
import type { Diff, Difference, Fields, StoredTag } from './schema';
import { foldTag } from './tag-name';
import type { Way } from './undo';

type TagFields = Omit<StoredTag, 'papers'>;
const needTexts = ['sources', 'sightings', 'edits'];

/** Turns differences one way. What has changed again since, is gone, or is taken by another by now, is left alone. */
export async function apply(draft: Draft, diffs: readonly Diff[], way: Way): Promise<void> {
  const tags = diffs.filter((diff) => diff.of === 'tag').sort((a, b) => depth(a, way) - depth(b, way));
  for (const diff of tags) await applyToTag(draft, diff.id, diff, way);
  for (const diff of diffs) if (diff.of === 'paper') await applyToPaper(draft, diff.id, diff, way);
}

/** Differences as they are to be kept after they were turned: a record is kept only while it is gone. */
export function keepGone(diffs: readonly Diff[], written: readonly Diff[]): Diff[] {
  return diffs.map((diff) => {
    if (diff.is === 'changed') return diff;
    const now = written.find(({ of, id }) => of === diff.of && id === diff.id);
    const { record: _, ...rest } = diff;
    return now?.is === 'deleted' && now.record ? { ...rest, record: now.record } : rest;
  });
}

/** Parents come before what lies below them, so that they are not made anew. */
function depth(diff: Diff, way: Way): number {
  const side = diff.is === 'changed' ? (way === 'undo' ? diff.before : diff.after) : diff.record;
  return typeof side?.name === 'string' ? side.name.split('/').length : 0;
}

const goes = ({ is }: Difference, way: Way) => is === (way === 'undo' ? 'added' : 'deleted');

async function applyToPaper(draft: Draft, n: number, diff: Difference, way: Way): Promise<void> {
  if (diff.is !== 'changed') {
    const now = await draft.paper(n, true);
    if (goes(diff, way)) {
      if (!now) return;
      // Something was done with the paper after it was saved: that is not lost, but lies in the trash with it.
      const used = way === 'undo' && now.change !== draft.entry;
      draft.set(n, used ? { ...now, removedAt: draft.at } : undefined);
    } else if (now) {
      const { removedAt: _, ...back } = now;
      draft.set(n, back);
    } else if (diff.record) {
      await setIfFree(draft, diff.record as Fields & Kept);
    }
    return;
  }
  const [from, to] = way === 'undo' ? [diff.after, diff.before] : [diff.before, diff.after];
  const now = await draft.paper(
    n,
    Object.keys(to).some((name) => needTexts.includes(name)),
  );
  if (now) await setIfFree(draft, move(now as unknown as Fields, from, to) as unknown as Kept);
}

/** Sets a paper without the ids that another has by now, and without tags that are gone. */
async function setIfFree(draft: Draft, record: Kept): Promise<void> {
  const ids: string[] = [];
  for (const id of record.ids) {
    const owner = await draft.find(id);
    if (owner === undefined || owner === record.n) ids.push(id);
  }
  const tags: string[] = [];
  for (const id of record.tags) if (await draft.tags.byId(id)) tags.push(id);
  if (ids.length > 0) draft.set(record.n, { ...record, ids, tags });
}

async function applyToTag(draft: Draft, id: string, diff: Difference, way: Way): Promise<void> {
  const { tags } = draft;
  const now = await tags.byId(id);
  if (diff.is !== 'changed') {
    if (goes(diff, way)) {
      if (now) tags.drop(id, true);
    } else if (!now && diff.record) await tags.set(id, await unlikeOthers(draft, diff.record as unknown as TagFields));
    return;
  }
  if (!now) return;
  const { papers: _, ...fields } = now;
  const [from, to] = way === 'undo' ? [diff.after, diff.before] : [diff.before, diff.after];
  const moved = move(fields as unknown as Fields, from, to) as unknown as TagFields;
  const owner = await tags.byName(moved.name);
  await tags.set(id, owner && owner.id !== id ? { ...moved, name: now.name, folded: now.folded } : moved);
}

/** A tag that comes back to find its name taken gets a number behind it. */
async function unlikeOthers(draft: Draft, tag: TagFields): Promise<TagFields> {
  let name = tag.name;
  for (let number = 2; await draft.tags.byName(name); number++) name = `${tag.name} ${number}`;
  return { ...tag, name, folded: foldTag(name) };
}
