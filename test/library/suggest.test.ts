import { beforeEach, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { suggest } from '../../src/library/suggest';
import type { Facts } from '../../src/paper/paper';
import { listing, library as open } from '../support/library';

let library: Library;
beforeEach(() => {
  library = open();
});

const paper = (n: number, facts: Partial<Facts>): Facts => ({
  ids: [`doi:10.1000/${n}`],
  title: `Study ${n}`,
  ...facts,
});
const save = (n: number, facts: Partial<Facts>, tags: string[]) => library.save([paper(n, facts)], listing, { tags });
const asked = async (facts: Partial<Facts>) => (await suggest(library, [paper(99, facts)]))[0];

test('an author’s tags are suggested with the number of papers that support them', async () => {
  await save(1, { authors: ['Hana Tanaka'] }, ['rl/reward']);
  await save(2, { authors: ['Hana Tanaka', 'Bo'] }, ['rl/reward', 'video']);
  await save(3, { authors: ['Someone Else'] }, ['other']);
  expect(await asked({ authors: ['Hana Tanaka'] })).toEqual([
    { tag: 'rl/reward', why: 'author', of: 'Hana Tanaka', papers: 2 },
    { tag: 'video', why: 'author', of: 'Hana Tanaka', papers: 1 },
  ]);
});

test('a word of the title suggests a tag only with three papers', async () => {
  await save(1, { title: 'Curriculum Distillation' }, ['distillation']);
  expect(await asked({ title: 'On Distillation' })).toEqual([]);
  await save(2, { title: 'Distillation Again' }, ['distillation']);
  await save(3, { title: 'More Distillation' }, ['distillation']);
  expect(await asked({ title: 'On Distillation' })).toEqual([
    { tag: 'distillation', why: 'word', of: 'distillation', papers: 3 },
  ]);
});

test('tags of rules come first, each once', async () => {
  await library.saveRule({ field: 'title', is: 'words', asked: 'sparse', tags: ['efficiency'], on: true });
  await save(1, { authors: ['Hana Tanaka'] }, ['efficiency', 'rl']);
  expect(await asked({ title: 'Sparse Things', authors: ['Hana Tanaka'] })).toEqual([
    { tag: 'efficiency', why: 'rule', of: '', papers: 0 },
    { tag: 'rl', why: 'author', of: 'Hana Tanaka', papers: 1 },
  ]);
});

test('an author name with query syntax is only a name', async () => {
  await save(1, { authors: ['Hana Tanaka'] }, ['rl']);
  expect(await asked({ title: 'a:b OR (', authors: ['" OR is:saved "', 'x" y'] })).toEqual([]);
});

test('the three tags with the most support are suggested, strongest first', async () => {
  const authors = ['Hana Tanaka'];
  for (const [i, tags] of [['a', 'b', 'c', 'd'], ['b', 'c', 'd'], ['c', 'd'], ['d']].entries()) {
    await save(i + 1, { authors }, tags);
  }
  const suggested = (await asked({ authors }))?.map(({ tag, papers }) => [tag, papers]);
  expect(suggested).toEqual([
    ['d', 4],
    ['c', 3],
    ['b', 2],
  ]);
});

test('a word that too many papers share suggests nothing', async () => {
  const many = Array.from({ length: 41 }, (_, i) => paper(i + 1, { title: `Networks ${i}` }));
  await library.save(many.slice(0, 40), listing, { tags: ['nets'] });
  expect(await asked({ title: 'Networks' })).toEqual([{ tag: 'nets', why: 'word', of: 'networks', papers: 40 }]);
  await library.save(many.slice(40), listing, { tags: ['nets'] });
  expect(await asked({ title: 'Networks' })).toEqual([]);
});
