import { expect, test } from 'vitest';
import { chosenPlan, initialChoices, keywordsOf } from '../../src/library/import/import-choices';
import type { ImportPlan, PlannedPaper } from '../../src/library/import/import-plan';
import { library, listing } from '../support/library';

const entry = (i: number, tags: string[]) => ({ facts: { ids: [`doi:10.5555/${i}`], title: `Paper ${i}` }, tags });

async function plan(entries: Parameters<ReturnType<typeof library>['importPlan']>[0]) {
  const own = library();
  await own.save([{ ids: ['doi:10.5555/1'], title: 'Paper 1' }], listing, { tags: ['mine'] });
  return { own, plan: await own.importPlan(entries, { site: 'import:ris' }) };
}
const is = ({ papers }: Pick<ImportPlan, 'papers'>) => papers.map((paper: PlannedPaper) => paper.is);

test('keywords are counted whatever their case; few are kept at first, many are not', async () => {
  const { plan: few } = await plan([entry(2, ['Moss', 'Fog']), entry(3, ['moss'])]);
  expect(keywordsOf(few).map(({ name, papers }) => [name, papers])).toEqual([
    ['Moss', 2],
    ['Fog', 1],
  ]);
  expect([...initialChoices(keywordsOf(few)).keywords]).toEqual(['moss', 'fog']);
  const { plan: many } = await plan([
    entry(
      2,
      Array.from({ length: 16 }, (_, i) => `word ${i}`),
    ),
  ]);
  expect(initialChoices(keywordsOf(many)).keywords.size).toBe(0);
});

test('the tag goes to every paper, the status to new ones, keywords only where chosen', async () => {
  const { own, plan: read } = await plan([entry(1, ['fog']), entry(2, ['fog', 'moss'])]);
  const choices = { keywords: new Set(['moss']), tag: 'from Mendeley', status: 'read' as const, updates: true };
  const chosen = chosenPlan(read, choices, 1000);
  expect(is(chosen)).toEqual(['changed', 'new']);
  await own.applyImport(chosen);
  const names = new Map((await own.tags()).map(({ id, name }) => [id, name]));
  const rows = await own.rows([1, 2]);
  expect(rows.map(({ tags, status, readAt }) => [tags.map((id) => names.get(id)), status, readAt])).toEqual([
    [['mine', 'from Mendeley'], 'unread', undefined],
    [['moss', 'from Mendeley'], 'read', 1000],
  ]);
  expect([...names.values()]).not.toContain('fog');
});

test('papers that are here stay as they are where that is chosen', async () => {
  const { own, plan: read } = await plan([entry(1, ['fog']), entry(2, [])]);
  expect(is(chosenPlan(read, { keywords: new Set(), tag: '', updates: true }, 0))).toEqual(['same', 'new']);
  const chosen = chosenPlan(read, { keywords: new Set(['fog']), tag: 'x', updates: false }, 0);
  expect(is(chosen)).toEqual(['new']);
  await own.applyImport(chosen);
  expect((await own.rows([1]))[0]?.tags).toHaveLength(1);
});
