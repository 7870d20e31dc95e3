/** Changes a user makes to papers: tags, status, star, note, corrections, trash. */
import type { Editable, Status } from '../paper/paper';
import { tagName } from '../paper/tag-name';
import type { PaperRecord } from './db/record';
import { LibraryError } from './error';
import { editsOf } from './import/incoming';
import type { Change, Origin, Which } from './types';
import { changeEach } from './write/change';
import { tagIds } from './write/tag-ids';
import type { UnitOfWork } from './write/unit-of-work';
import type { WriteContext } from './write/write-context';

/** Ids of the named tags that exist. */
async function knownTagIds(unit: UnitOfWork, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((typed) => unit.tags.byName(tagName(typed) ?? '')));
  return found.flatMap((tag) => tag?.id ?? []);
}

/**
 * Changes each of the given papers. `prepare` returns a function from a paper to its new record. Throws `missing` if
 * none of the papers exists.
 */
async function each(
  ctx: WriteContext,
  label: { what: string; origin: Origin },
  which: Which,
  prepare: (unit: UnitOfWork) => Promise<(paper: PaperRecord, unit: UnitOfWork) => PaperRecord>,
  texts = false,
): Promise<Change> {
  let found = 0;
  const changed = await changeEach<string | number>(ctx, label, which, async (unit, some) => {
    const numbers = new Set(await Promise.all(some.map((one) => (typeof one === 'number' ? one : unit.find(one)))));
    const papers = await Promise.all([...numbers].map((n) => (n === undefined ? undefined : unit.paper(n, texts))));
    const known = papers.filter((paper) => paper !== undefined);
    found += known.length;
    if (known.length === 0) return;
    const set = await prepare(unit);
    for (const paper of known) unit.set(paper.n, set(paper, unit));
  });
  if (found === 0 && which.length > 0) throw new LibraryError('missing', 'The paper is not in the library.');
  return changed;
}

const label = (what: string, origin: Origin = 'own') => ({ what, origin });

export function tag(
  ctx: WriteContext,
  which: Which,
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
  origin?: Origin,
): Promise<Change> {
  return each(ctx, label('journalTag', origin), which, async (unit) => {
    const gone = new Set(await knownTagIds(unit, remove));
    const added = await tagIds(unit, add);
    return (paper) => ({ ...paper, tags: [...new Set([...paper.tags.filter((id) => !gone.has(id)), ...added])] });
  });
}

export function setTags(ctx: WriteContext, which: Which, names: readonly string[], origin?: Origin): Promise<Change> {
  return each(ctx, label('journalTag', origin), which, async (unit) => {
    const tags = [...new Set(await tagIds(unit, names))];
    return (paper) => ({ ...paper, tags });
  });
}

/** Remembers that a tag does not fit papers, so that it is not suggested for them again. A tag that does not exist is none. */
export function refuseTag(ctx: WriteContext, which: Which, name: string): Promise<Change> {
  return each(ctx, label('journalUnfit'), which, async (unit) => {
    const ids = await knownTagIds(unit, [name]);
    return (paper) => {
      const all = [...new Set([...(paper.unfitTags ?? []), ...ids])];
      return all.length > 0 ? { ...paper, unfitTags: all } : paper;
    };
  });
}

export function setStatus(ctx: WriteContext, which: Which, status: Status, origin?: Origin): Promise<Change> {
  return each(ctx, label('journalStatus', origin), which, async () => (paper, { at }) => {
    if (paper.status === status) return paper;
    const { readingAt, readAt: _, ...rest } = paper;
    if (status === 'unread') return { ...rest, status };
    if (status === 'reading') return { ...rest, status, readingAt: at };
    return { ...rest, status, readAt: at, ...(readingAt !== undefined && { readingAt }) };
  });
}

export function setStarred(ctx: WriteContext, which: Which, starred: boolean, origin?: Origin): Promise<Change> {
  return each(ctx, label('journalStar', origin), which, async () => (paper, { at }) => {
    if ((paper.starredAt !== undefined) === starred) return paper;
    const { starredAt: _, ...rest } = paper;
    return starred ? { ...rest, starredAt: at } : rest;
  });
}

export function setNote(ctx: WriteContext, which: Which, note: string, origin?: Origin): Promise<Change> {
  return each(
    ctx,
    label('journalNote', origin),
    which,
    async () =>
      ({ note: _, ...paper }) =>
        note.trim() === '' ? paper : { ...paper, note },
  );
}

export function edit(
  ctx: WriteContext,
  which: Which,
  edits: { [K in keyof Editable]?: Editable[K] | undefined },
): Promise<Change> {
  const given = Object.entries(edits).filter(([, value]) => value !== undefined);
  const right = editsOf(Object.fromEntries(given), ['url:x']);
  const wrong = given.find(([name]) => !right || !Object.hasOwn(right, name));
  if (wrong) return Promise.reject(new LibraryError('invalid', `This can not be kept as ${wrong[0]}.`));
  const set = async () => (paper: PaperRecord) => {
    const all = Object.entries({ ...paper.edits, ...edits, ...right }).filter(([, value]) => value !== undefined);
    const { edits: _, ...rest } = paper;
    return all.length > 0 ? { ...rest, edits: Object.fromEntries(all) as Partial<Editable> } : rest;
  };
  return each(ctx, label('journalEdit'), which, set, true);
}

export function remove(ctx: WriteContext, which: Which, origin?: Origin): Promise<Change> {
  return each(ctx, label('journalRemove', origin), which, async () => (paper, { at }) => ({
    removedAt: at,
    ...paper,
  }));
}

export function restore(ctx: WriteContext, which: Which): Promise<Change> {
  return each(
    ctx,
    label('journalRestore'),
    which,
    async () =>
      ({ removedAt: _, ...paper }) =>
        paper,
  );
}
