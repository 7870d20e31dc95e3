/**
 * Changes to tags: renaming, merging, moving, deleting and colouring. Each is one change together with all affected
 * papers.
 */

import { foldTag, isBelow, tagName } from '../paper/tag-name';
import type { StoredTag } from './db/schema';
import { LibraryError } from './error';
import type { Change } from './types';
import { change, changeEach } from './write/change';
import { readState } from './write/journal';
import { UnitOfWork } from './write/unit-of-work';
import type { Label, WriteContext } from './write/write-context';

/** New names of tags by id, and the tag that replaces each tag on papers (undefined: the tag is only removed). */
interface Plan {
  names: Map<string, string>;
  replaced: Map<string, string | undefined>;
}

const own = (what: string): Label => ({ what, origin: 'own' });

async function tagOf(unit: UnitOfWork, id: string): Promise<StoredTag> {
  const tag = await unit.tags.byId(id);
  if (!tag) throw new LibraryError('missing', 'The tag does not exist any more.');
  return tag;
}

/** Renames a tag and all tags below it. If the name is taken, the two tags are merged. */
export function renameTag(ctx: WriteContext, id: string, typed: string): Promise<Change> {
  const name = tagName(typed);
  if (name === undefined) return Promise.reject(new LibraryError('invalid', 'A tag needs a name.'));
  return carryOut(ctx, own('journalRenameTag'), async (unit) => {
    const tag = await tagOf(unit, id);
    return movedTo(unit, [tag, ...(await unit.tags.below(tag.name))], tag.name, name);
  });
}

/** Merges tags into one. Tags below them move below it. */
export function mergeTags(ctx: WriteContext, from: readonly string[], into: string): Promise<Change> {
  const others = from.filter((id) => id !== into);
  return carryOut(ctx, own('journalMergeTags'), async (unit) => {
    const target = await tagOf(unit, into);
    const plan: Plan = { names: new Map(), replaced: new Map() };
    for (const id of others) {
      const tag = await tagOf(unit, id);
      const staying = (other: StoredTag) => other.id === into || isBelow(other.folded, target.folded);
      const moving = [tag, ...(await unit.tags.below(tag.name))].filter((other) => !staying(other));
      const part = await movedTo(unit, moving, tag.name, target.name);
      for (const [key, value] of part.names) plan.names.set(key, value);
      for (const [key, value] of part.replaced) plan.replaced.set(key, value);
    }
    return plan;
  });
}

/** Deletes a tag and all tags below it, and removes them from all papers. */
export function deleteTag(ctx: WriteContext, id: string): Promise<Change> {
  return carryOut(ctx, own('journalDeleteTag'), async (unit) => {
    const tag = await tagOf(unit, id);
    const all = [tag, ...(await unit.tags.below(tag.name))];
    return { names: new Map(), replaced: new Map(all.map((one) => [one.id, undefined])) };
  });
}

/** Sets or removes a tag's colour. */
export function setTagColor(ctx: WriteContext, id: string, color: number | undefined): Promise<Change> {
  return change(ctx, own('journalTagColor'), async (unit) => {
    const { color: _, ...tag } = await tagOf(unit, id);
    await unit.tags.set(id, color === undefined ? tag : { ...tag, color });
  });
}

async function movedTo(unit: UnitOfWork, moving: readonly StoredTag[], from: string, to: string): Promise<Plan> {
  const plan: Plan = { names: new Map(), replaced: new Map() };
  const ids = new Set(moving.map(({ id }) => id));
  for (const tag of moving) {
    // Use the spelling of existing parents: `a/X/y` moved to `b` goes below `b/x` if that exists.
    const name = await unit.tags.spelled(to + tag.name.slice(from.length), ids);
    const owner = await unit.tags.byName(name);
    if (owner && !ids.has(owner.id)) plan.replaced.set(tag.id, owner.id);
    else plan.names.set(tag.id, name);
  }
  return plan;
}

/**
 * Carries out a plan. The plan is made twice: first to find the affected papers, then again in the first transaction
 * that writes.
 */
async function carryOut(ctx: WriteContext, label: Label, make: (unit: UnitOfWork) => Promise<Plan>): Promise<Change> {
  let plan: Plan | undefined;
  const papers = await ctx.connection.write(async (tx) => {
    const { replaced } = await make(new UnitOfWork(tx, await readState(tx), 0, 0));
    const index = tx.objectStore('papers').index('tags');
    const numbers = await Promise.all([...replaced.keys()].map(async (id) => index.getAllKeys(id)));
    return [...new Set(numbers.flat())];
  });
  return changeEach(
    ctx,
    label,
    papers,
    async (unit, some) => {
      plan ??= await make(unit);
      await replace(unit, some, plan);
    },
    {
      async last(unit) {
        if (!plan) return;
        // Papers that got one of the tags after the change began.
        for (const id of plan.replaced.keys()) {
          await replace(unit, await unit.tx.objectStore('papers').index('tags').getAllKeys(id), plan);
        }
        for (const id of plan.replaced.keys()) unit.tags.drop(id, true);
        await rename(unit, plan.names);
      },
    },
  );
}

async function replace(unit: UnitOfWork, numbers: readonly number[], { replaced }: Plan): Promise<void> {
  for (const into of replaced.values()) if (into !== undefined) await tagOf(unit, into);
  const papers = await Promise.all(numbers.map((n) => unit.paper(n, false)));
  for (const paper of papers) {
    if (!paper?.tags.some((id) => replaced.has(id))) continue;
    const tags = paper.tags.map((id) => (replaced.has(id) ? replaced.get(id) : id));
    unit.set(paper.n, { ...paper, tags: [...new Set(tags)].filter((id) => id !== undefined) });
  }
}

async function rename(unit: UnitOfWork, names: Map<string, string>): Promise<void> {
  // Parents first: a tag that moves below its old name frees that name for a new parent.
  for (const [id, name] of [...names].sort(([, a], [, b]) => a.length - b.length)) {
    const { papers: _, ...tag } = await tagOf(unit, id);
    await unit.tags.set(id, { ...tag, name, folded: foldTag(name) });
  }
  for (const name of names.values()) await unit.tags.makeAbove(name);
}
