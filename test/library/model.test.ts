import fc from 'fast-check';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { statuses } from '../../src/paper/paper';
import { clock, facts, freshName, library, listing } from '../support/library';
import { Model } from './model';

const ids = Array.from({ length: 7 }, (_, at) => `doi:10.1000/${at}`);
const names = ['a', 'A', 'b', 'a/x', 'a/X/y', 'b/x', 'c/d/e'];

/**
 * One change, made in the model and in the library. Numbers are taken modulo the size of a list, so that any number
 * picks something.
 */
type Step = (model: Model, shelf: Library, at: number) => Promise<unknown> | undefined;

/** A step with a description, which a failing run prints. */
const said = (words: unknown[], step: Step): Step =>
  Object.assign(step, { [fc.toStringMethod]: () => words.map((word) => JSON.stringify(word)).join(' ') });

const pick = fc.nat({ max: 50 });
const some = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3, selector: (name) => name.toLowerCase() });

const papersOf = (model: Model, picks: number[]) => {
  const all = model.shelf.papers;
  return [...new Set(all.length === 0 ? [] : picks.map((at) => all[at % all.length]))].filter((paper) => !!paper);
};

/** A change to some papers. */
const onPapers = <V>(
  name: string,
  value: fc.Arbitrary<V>,
  inModel: (model: Model, papers: ReturnType<typeof papersOf>, value: V) => void,
  inLibrary: (shelf: Library, numbers: number[], value: V) => Promise<unknown>,
): fc.Arbitrary<Step> =>
  fc.tuple(fc.array(pick, { minLength: 1, maxLength: 3 }), value).map(([picks, given]) =>
    said([name, picks, given], (model, shelf) => {
      const papers = papersOf(model, picks);
      if (papers.length === 0) return undefined;
      model.change(() => inModel(model, papers, given));
      return inLibrary(
        shelf,
        papers.map(({ n }) => n),
        given,
      );
    }),
  );

const idOf = async (shelf: Library, name: string) => (await shelf.tags()).find((tag) => tag.name === name)?.id ?? '';
const tagOf = (model: Model, at: number) => model.shelf.tags[at % Math.max(1, model.shelf.tags.length)];

const save: fc.Arbitrary<Step> = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }), some, fc.constantFrom('one', 'two'))
  .map(([ids, tags, site]) =>
    said(['save', ids, tags, site], (model, shelf, at) => {
      model.change(() => {
        model.save(ids, tags, at);
        Object.assign(model.shelf, { seenAt: at }); // a save always changes something
      });
      return shelf.save([facts(1, { ids })], { ...listing, site }, { tags });
    }),
  );

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: save },
  {
    weight: 2,
    arbitrary: onPapers(
      'tag',
      fc.record({ add: some, remove: some }),
      (model, papers, { add, remove }) => model.tag(papers, add, remove),
      (shelf, numbers, change) => shelf.tag(numbers, change),
    ),
  },
  onPapers(
    'setTags',
    some,
    (model, papers, tags) => model.setTags(papers, tags),
    (shelf, numbers, tags) => shelf.setTags(numbers, tags),
  ),
  onPapers(
    'setStatus',
    fc.constantFrom(...statuses),
    (_, papers, status) => papers.map((paper) => Object.assign(paper, { status })),
    (shelf, numbers, status) => shelf.setStatus(numbers, status),
  ),
  onPapers(
    'setStarred',
    fc.boolean(),
    (_, papers, starred) => papers.map((paper) => Object.assign(paper, { starred })),
    (shelf, numbers, starred) => shelf.setStarred(numbers, starred),
  ),
  onPapers(
    'setNote',
    fc.constantFrom('', 'one', 'two', 'one and two'),
    (_, papers, note) => papers.map((paper) => Object.assign(paper, { note })),
    (shelf, numbers, note) => shelf.setNote(numbers, note),
  ),
  onPapers(
    'remove or restore',
    fc.boolean(),
    (_, papers, removed) => papers.map((paper) => Object.assign(paper, { removed })),
    (shelf, numbers, removed) => (removed ? shelf.remove(numbers) : shelf.restore(numbers)),
  ),
  fc.tuple(pick, fc.constantFrom(...names)).map(([at, to]) =>
    said(['rename', at, to], (model, shelf) => {
      const from = tagOf(model, at);
      if (from === undefined) return undefined;
      model.change(() => model.move(from, to));
      return idOf(shelf, from).then((id) => shelf.renameTag(id, to));
    }),
  ),
  fc.tuple(pick, pick).map(([one, other]) =>
    said(['merge', one, other], (model, shelf) => {
      const [from, into] = [tagOf(model, one), tagOf(model, other)];
      if (from === undefined || into === undefined || from === into) return undefined;
      model.change(() =>
        model.move(from, into, (tag) => tag === into || tag.toLowerCase().startsWith(`${into.toLowerCase()}/`)),
      );
      return Promise.all([idOf(shelf, from), idOf(shelf, into)]).then(([a, b]) => shelf.mergeTags([a], b));
    }),
  ),
  pick.map((at) =>
    said(['delete', at], (model, shelf) => {
      const name = tagOf(model, at);
      if (name === undefined) return undefined;
      model.change(() => model.delete(name));
      return idOf(shelf, name).then((id) => shelf.deleteTag(id));
    }),
  ),
  {
    weight: 2,
    arbitrary: fc.constant(
      said(['undo'], (model, shelf) => {
        if (!model.canUndo) return undefined;
        model.undo();
        return shelf.undo();
      }),
    ),
  },
  fc.constant(
    said(['redo'], (model, shelf) => {
      if (!model.canRedo) return undefined;
      model.redo();
      return shelf.redo();
    }),
  ),
);

/** The library in the form of the model. */
async function looks(shelf: Library, model: Model) {
  const tags = await shelf.tags();
  const counts = await shelf.tagCounts();
  const nameOf = new Map(tags.map(({ id, name }) => [id, name]));
  const papers = await shelf.papers(model.shelf.papers.map(({ n }) => n));
  return {
    size: await shelf.size(),
    listed: (await shelf.newest(99)).length,
    tags: tags.map(({ id, name }) => [name, counts.get(id)]).sort(),
    papers: papers.map(({ n, ids, tags, status, starredAt, note, savedAt, removedAt }) => ({
      n,
      ids: [...ids].sort(),
      tags: tags.map((id) => nameOf.get(id)),
      status,
      starred: starredAt !== undefined,
      note: note ?? '',
      savedAt,
      removed: removedAt !== undefined,
    })),
  };
}

const expected = (model: Model) => ({
  size: model.shelf.papers.filter(({ removed }) => !removed).length,
  listed: model.shelf.papers.filter(({ removed }) => !removed).length,
  tags: model.shelf.tags.map((name) => [name, model.count(name)]).sort(),
  papers: model.shelf.papers.map((paper) => ({ ...paper, ids: [...paper.ids].sort() })),
});

/** Everything stored about papers and tags, as text. */
async function dump(name: string): Promise<string> {
  const db = await openDB(name);
  const stores = await Promise.all(['papers', 'texts', 'tags'].map((store) => db.getAll(store)));
  db.close();
  return JSON.stringify(stores, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
  const [name, time, model] = [freshName(), clock(), new Model()];
  const shelf = library({ name, now: time.now });
  await shelf.size();
  /** The stored state before each entry of the journal. */
  const before = new Map<number, string>();
  for (const step of steps) {
    const [stored, last] = [await dump(name), (await shelf.journal(1))[0]?.id];
    time.pass(1000);
    await step(model, shelf, time.now());
    expect(await looks(shelf, model)).toEqual(expected(model));
    const now = (await shelf.journal(1))[0]?.id;
    if (now !== undefined && now !== last && !before.has(now)) before.set(now, stored);
  }
  while (model.canUndo) {
    model.undo();
    const { id } = await shelf.undo();
    expect(await looks(shelf, model)).toEqual(expected(model));
    expect(await dump(name)).toBe(before.get(id));
  }
  expect(await dump(name)).toBe('[[],[],[]]');
  shelf.close();
});

const runs = Number(process.env.LONG ? 3000 : 60);

test('any sequence of changes agrees with the model, and undoing all of it restores the start, byte for byte', async () => {
  await fc.assert(property, { numRuns: runs });
}, 3_600_000);

/** Seeds of runs that once failed, and the number of steps they took. */
test.each([[580399561, 20]])('the run of seed %i', async (seed, numRuns) => {
  await fc.assert(property, { seed, numRuns });
});

test('a tag moved below another takes the spelling of existing parents at every level', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing, { tags: ['b/x', 'a/X/y'] });
  await shelf.mergeTags([await idOf(shelf, 'a')], await idOf(shelf, 'b'));
  expect((await shelf.tags()).map(({ name }) => name)).toEqual(['b', 'b/x', 'b/x/y']);
});
