/** Random changes for the test against the model. */
import fc from 'fast-check';
import type { Library } from '../../src/library/library';
import { statuses } from '../../src/paper/paper';
import { facts, listing } from '../support/library';
import type { Model } from './model';

const ids = Array.from({ length: 7 }, (_, at) => `doi:10.1000/${at}`);
const names = ['a', 'A', 'b', 'a/x', 'a/X/y', 'b/x', 'c/d/e'];

/**
 * One change, made in the model and in the library. Numbers are taken modulo the size of a list, so that any number
 * picks something.
 */
export type Step = (model: Model, shelf: Library, at: number) => Promise<unknown> | undefined;

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

/** Id of a tag by its name; '' if there is none. */
export const idOf = async (shelf: Library, name: string) =>
  (await shelf.tags()).find((tag) => tag.name === name)?.id ?? '';
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

/** Any change. */
export const step: fc.Arbitrary<Step> = fc.oneof(
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
