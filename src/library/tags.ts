/** Changes to tags themselves: renaming, joining, moving, deleting and colouring, each with all papers as one change. */

import { foldTag, isBelow, tagName } from '../paper/tag-name';
import type { StoredTag } from './db/schema';
import { LibraryError } from './error';
import type { Change } from './types';
import { change, changeEach } from './write/change';
import { readState } from './write/journal';
import { Draft } from './write/unit-of-work';
import type { Label, Workshop } from './write/write-context';

/** What is to be done with tags: new names, and which tag papers get in place of which (undefined: none). */
interface Plan {
  names: Map<string, string>;
  replaced: Map<string, string | undefined>;
}

const own = (what: string): Label => ({ what, origin: 'own' });

async function tagOf(draft: Draft, id: string): Promise<StoredTag> {
  const tag = await draft.tags.byId(id);
  if (!tag) throw new LibraryError('missing', 'The tag does not exist any more.');
  return tag;
}

/** Renames a tag and all below it. A name that is taken joins the two. */
export function renameTag(shop: Workshop, id: string, typed: string): Promise<Change> {
  const name = tagName(typed);
  if (name === undefined) return Promise.reject(new LibraryError('invalid', 'A tag needs a name.'));
  return carryOut(shop, own('journalRenameTag'), async (draft) => {
    const tag = await tagOf(draft, id);
    return movedTo(draft, [tag, ...(await draft.tags.below(tag.name))], tag.name, name);
  });
}

/** Gives papers one tag in place of some; what lies below those goes below it. */
export function mergeTags(shop: Workshop, from: readonly string[], into: string): Promise<Change> {
  const others = from.filter((id) => id !== into);
  return carryOut(shop, own('journalMergeTags'), async (draft) => {
    const target = await tagOf(draft, into);
    const plan: Plan = { names: new Map(), replaced: new Map() };
    for (const id of others) {
      const tag = await tagOf(draft, id);
      const staying = (other: StoredTag) => other.id === into || isBelow(other.folded, target.folded);
      const moving = [tag, ...(await draft.tags.below(tag.name))].filter((other) => !staying(other));
      const part = await movedTo(draft, moving, tag.name, target.name);
      for (const [key, value] of part.names) plan.names.set(key, value);
      for (const [key, value] of part.replaced) plan.replaced.set(key, value);
    }
    return plan;
  });
}

/** Takes a tag, and all below it, from all papers and out of the library. */
export function deleteTag(shop: Workshop, id: string): Promise<Change> {
  return carryOut(shop, own('journalDeleteTag'), async (draft) => {
    const tag = await tagOf(draft, id);
    const all = [tag, ...(await draft.tags.below(tag.name))];
    return { names: new Map(), replaced: new Map(all.map((one) => [one.id, undefined])) };
  });
}

/** Gives a tag a colour of the palette, or takes it away. */
export function setTagColor(shop: Workshop, id: string, color: number | undefined): Promise<Change> {
  return change(shop, own('journalTagColor'), async (draft) => {
    const { color: _, ...tag } = await tagOf(draft, id);
    await draft.tags.set(id, color === undefined ? tag : { ...tag, color });
  });
}

async function movedTo(draft: Draft, moving: readonly StoredTag[], from: string, to: string): Promise<Plan> {
  const plan: Plan = { names: new Map(), replaced: new Map() };
  const ids = new Set(moving.map(({ id }) => id));
  for (const tag of moving) {
    // Each level as the tag it joins is spelled: `a/X/y` moved to `b` lies below `b/x`, where there is one.
    const name = await draft.tags.spelled(to + tag.name.slice(from.length), ids);
    const owner = await draft.tags.byName(name);
    if (owner && !ids.has(owner.id)) plan.replaced.set(tag.id, owner.id);
    else plan.names.set(tag.id, name);
  }
  return plan;
}

/** Carries out a plan. It is made twice: to learn how many papers it concerns, and in the first transaction that writes. */
async function carryOut(shop: Workshop, label: Label, make: (draft: Draft) => Promise<Plan>): Promise<Change> {
  let plan: Plan | undefined;
  const papers = await shop.connection.write(async (tx) => {
    const { replaced } = await make(new Draft(tx, await readState(tx), 0, 0));
    const index = tx.objectStore('papers').index('tags');
    const numbers = await Promise.all([...replaced.keys()].map(async (id) => index.getAllKeys(id)));
    return [...new Set(numbers.flat())];
  });
  return changeEach(
    shop,
    label,
    papers,
    async (draft, some) => {
      plan ??= await make(draft);
      await replace(draft, some, plan);
    },
    {
      async last(draft) {
        if (!plan) return;
        // Papers that were given one of the tags since the change began.
        for (const id of plan.replaced.keys()) {
          await replace(draft, await draft.tx.objectStore('papers').index('tags').getAllKeys(id), plan);
        }
        for (const id of plan.replaced.keys()) draft.tags.drop(id, true);
        await rename(draft, plan.names);
      },
    },
  );
}

async function replace(draft: Draft, numbers: readonly number[], { replaced }: Plan): Promise<void> {
  for (const into of replaced.values()) if (into !== undefined) await tagOf(draft, into);
  const papers = await Promise.all(numbers.map((n) => draft.paper(n, false)));
  for (const paper of papers) {
    if (!paper?.tags.some((id) => replaced.has(id))) continue;
    const tags = paper.tags.map((id) => (replaced.has(id) ? replaced.get(id) : id));
    draft.set(paper.n, { ...paper, tags: [...new Set(tags)].filter((id) => id !== undefined) });
  }
}

async function rename(draft: Draft, names: Map<string, string>): Promise<void> {
  // Parents first: one that moves below its own old place frees that name for a new tag.
  for (const [id, name] of [...names].sort(([, a], [, b]) => a.length - b.length)) {
    const { papers: _, ...tag } = await tagOf(draft, id);
    await draft.tags.set(id, { ...tag, name, folded: foldTag(name) });
  }
  for (const name of names.values()) await draft.tags.makeAbove(name);
}
