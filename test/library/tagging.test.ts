import { expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import type { Rule } from '../../src/library/rules';
import { facts, library, listing } from '../support/library';

const key = (number: number) => facts(number).ids[0] as string;
const rule = (more: Partial<Rule> = {}): Omit<Rule, 'id'> => ({
  field: 'text',
  is: 'words',
  asked: 'reward',
  tags: ['rl/reward'],
  on: true,
  ...more,
});
const tagsOf = async (shelf: Library, number: number) => (await shelf.marks([key(number)]))[key(number)]?.tags;
const rewarding = (number: number) => facts(number, { title: `Reward number ${number}` });

test('saved papers are tagged by enabled rules within the same change', async () => {
  const shelf = library();
  await shelf.saveRule(rule());
  await shelf.saveRule(rule({ is: 'pattern', asked: 'number [13]$', tags: ['odd'] }));
  await shelf.saveRule(rule({ tags: ['off'], on: false }));
  const { id } = await shelf.save([rewarding(1), facts(2)], listing, { tags: ['mine'] });
  expect([await tagsOf(shelf, 1), await tagsOf(shelf, 2)]).toEqual([['mine', 'rl/reward', 'odd'], ['mine']]);
  await shelf.undo(id);
  expect((await shelf.tags()).map(({ name }) => name)).toEqual([]);
  await shelf.redo();
  expect(await tagsOf(shelf, 1)).toEqual(['mine', 'rl/reward', 'odd']);
});

test('a rule’s tag that was removed by hand stays away when the paper is saved again, and is added when the paper leaves the trash', async () => {
  const shelf = library();
  await shelf.saveRule(rule());
  await shelf.save([rewarding(1)], listing);
  await shelf.tag([key(1)], { remove: ['rl/reward'] });
  await shelf.save([rewarding(1)], listing);
  expect(await tagsOf(shelf, 1)).toEqual([]);
  await shelf.remove([key(1)]);
  await shelf.save([rewarding(1)], listing);
  expect(await tagsOf(shelf, 1)).toEqual(['rl/reward']);
});

test('a rule acts when the abstract becomes known', async () => {
  const shelf = library();
  await shelf.saveRule(rule());
  const { abstract: _, ...bare } = facts(1);
  const { numbers } = await shelf.save([bare], listing);
  expect(await tagsOf(shelf, 1)).toEqual([]);
  const { id } = await shelf.fill(new Map([[numbers[0] ?? 0, facts(1, { abstract: 'A reward.' })]]), 'arxiv-api');
  expect(await tagsOf(shelf, 1)).toEqual(['rl/reward']);
  await shelf.undo(id);
  expect(await tagsOf(shelf, 1)).toEqual([]);
});

test('trying a rule counts the papers and shows the newest, and writes nothing', async () => {
  const shelf = library();
  await shelf.save(
    Array.from({ length: 120 }, (_, i) => (i % 2 ? facts(i) : rewarding(i))),
    listing,
  );
  await shelf.tag([key(0)], { add: ['rl/reward'] });
  await shelf.remove([key(2)]);
  const entries = (await shelf.journal()).length;
  const seen: number[] = [];
  const trial = await shelf.tryRule(rule(), { progress: ({ done }) => seen.push(done) });
  expect([trial.numbers.length, trial.papers, trial.done, seen]).toEqual([58, 119, 119, [100, 119]]);
  expect(trial.first.map(({ key }) => key)).toEqual([4, 6, 8, 10, 12].map(key));
  expect([(await shelf.journal()).length, await shelf.rules()]).toEqual([entries, []]);
});

test('trying a rule stops when aborted', async () => {
  const shelf = library();
  await shelf.save(
    Array.from({ length: 120 }, (_, i) => facts(i)),
    listing,
  );
  const stop = new AbortController();
  await expect(
    shelf.tryRule(rule(), { signal: stop.signal, progress: () => stop.abort(new Error('stopped')) }),
  ).rejects.toThrow('stopped');
});

test('a rule applied to the library is one change, however many papers', { timeout: 60_000 }, async () => {
  const shelf = library();
  await shelf.save(
    Array.from({ length: 1100 }, (_, i) => rewarding(i)),
    listing,
  );
  await shelf.saveRule(rule({ on: false }));
  const [kept] = await shelf.rules();
  const done = await shelf.applyRule(kept?.id ?? '');
  expect(done.numbers).toHaveLength(1100);
  const counts = async () => [...(await shelf.tagCounts()).values()];
  expect(await counts()).toEqual([1100, 1100]);
  expect((await shelf.journal(1))[0]).toMatchObject({ what: 'journalApplyRule', papers: 1100 });
  expect((await shelf.applyRule(kept?.id ?? '')).id).toBe(0);
  await shelf.undo();
  expect(await counts()).toEqual([]);
});

test('rules are changed and deleted with undo; an invalid rule is refused', async () => {
  const shelf = library();
  const asked = async () => (await shelf.rules()).map((one) => one.asked);
  await shelf.saveRule(rule({ asked: 'a' }));
  await shelf.saveRule(rule({ asked: 'b' }));
  const [first] = await shelf.rules();
  await shelf.saveRule(rule({ asked: 'c' }), first?.id);
  expect(await asked()).toEqual(['c', 'b']);
  await shelf.deleteRule(first?.id ?? '');
  expect(await asked()).toEqual(['b']);
  await shelf.undo();
  await shelf.undo();
  expect(await asked()).toEqual(['a', 'b']);
  for (const wrong of [rule({ asked: ' ' }), rule({ tags: [] }), rule({ is: 'pattern', asked: '(a+)+' })]) {
    await expect(shelf.saveRule(wrong)).rejects.toMatchObject({ code: 'invalid' });
  }
  await expect(shelf.saveRule(rule(), 'gone')).rejects.toMatchObject({ code: 'missing' });
  await expect(shelf.applyRule('gone')).rejects.toMatchObject({ code: 'missing' });
  expect(await asked()).toEqual(['a', 'b']);
});

test('an import adds the missing rules of a backup and does not apply them', async () => {
  const [from, to] = [library(), library()];
  await from.saveRule(rule());
  await from.saveRule(rule({ field: 'author', asked: 'Ada', tags: ['ada'], on: false }));
  await to.saveRule(rule());
  const rules = [...(await from.rules()), { field: 'text' }, 'nonsense'];
  const entries = [{ facts: rewarding(1), tags: ['mine'] }];
  const bring = async () => to.applyImport(await to.importPlan(entries, { site: 'import:json', library: { rules } }));
  await bring();
  expect((await to.rules()).map(({ id: _, ...rest }) => rest)).toEqual(
    (await from.rules()).map(({ id: _, ...rest }) => rest),
  );
  expect(await tagsOf(to, 1)).toEqual(['mine']);
  await to.undo();
  expect(await to.rules()).toHaveLength(1);
});
