import { beforeEach, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import type { Facts } from '../../src/paper/paper';
import { listing, library as open } from '../support/library';

let library: Library;
beforeEach(() => {
  library = open();
});

const texts = {
  reward: 'We train reward models from human preference data and align a policy with them.',
  video: 'A latent diffusion transformer generates long videos with consistent motion.',
  protein: 'Protein folding is predicted from sequences by an equivariant network.',
};
type Topic = keyof typeof texts;
let given = 0;
const paper = (topic: Topic, more: Partial<Facts> = {}): Facts => {
  const n = ++given;
  const title = { reward: 'Reward model', video: 'Video diffusion', protein: 'Protein folding' }[topic];
  return { ids: [`doi:10.1000/${n}`], title: `${title} study ${'abcdefgh'[n % 8]}`, abstract: texts[topic], ...more };
};
const save = (topic: Topic, tags: string[], times = 5) =>
  library.save(
    Array.from({ length: times }, () => paper(topic)),
    listing,
    { tags },
  );
const asked = async (facts: Facts) => (await library.suggest([facts]))[0];

test('a topic’s tag is suggested for the next paper on it, with what its papers share and in how many', async () => {
  await save('reward', ['rl/reward']);
  await save('video', ['vision']);
  expect(await asked(paper('reward'))).toEqual([
    { tag: 'rl/reward', why: 'words', of: expect.arrayContaining(['Reward model']), papers: 5, total: 5 },
  ]);
  expect(await asked(paper('protein'))).toEqual([]);
});

test('nothing is suggested by an empty library, or by one without tags', async () => {
  expect(await asked(paper('reward'))).toEqual([]);
  await save('reward', []);
  expect(await asked(paper('reward'))).toEqual([]);
});

test('tags that a saved paper has, and those above them, are not suggested for it', async () => {
  await save('reward', ['rl/reward']);
  await save('video', ['vision']);
  const saved = paper('reward');
  await library.save([saved], listing, { tags: ['rl/reward'] });
  expect(await asked(saved)).toEqual([]);
});

test('a tag that was refused for a paper is not suggested for it again, but for others; undo takes that back', async () => {
  await save('reward', ['rl']);
  await save('video', ['vision']);
  const [one, other] = [paper('reward'), paper('reward')];
  await library.save([one, other], listing);
  await library.refuseTag([one.ids[0] as string], 'rl');
  expect(await asked(one)).toEqual([]);
  expect(await asked(other)).toMatchObject([{ tag: 'rl' }]);
  await library.undo();
  expect(await asked(one)).toMatchObject([{ tag: 'rl' }]);
});

test('of a tag and one below it only the likelier is suggested', async () => {
  await save('reward', ['rl', 'rl/reward'], 6);
  await save('video', ['vision']);
  expect(await asked(paper('reward'))).toHaveLength(1);
});

test('tags of rules come first, each once', async () => {
  await library.saveRule({ field: 'title', is: 'words', asked: 'reward', tags: ['rl'], on: true });
  await save('reward', ['rl']);
  await save('video', ['vision']);
  expect(await asked(paper('reward'))).toEqual([{ tag: 'rl', why: 'rule', of: [], papers: 0, total: 0 }]);
});

test('an author who wrote most papers of a tag is its reason', async () => {
  const authors = ['Hana Tanaka'];
  await library.save(
    Array.from({ length: 4 }, () => paper('protein', { authors })),
    listing,
    { tags: ['tanaka-lab'] },
  );
  await save('video', ['vision']);
  expect(await asked(paper('protein', { authors: ['Hana Tanaka'] }))).toMatchObject([
    { tag: 'tanaka-lab', why: 'author', of: ['Hana Tanaka'], papers: 4, total: 4 },
  ]);
});

test('Chinese papers are known by their words, too', async () => {
  const chinese = (title: string, abstract: string) =>
    Array.from({ length: 5 }, (_, i) => paper('reward', { title: `${title}${i}`, abstract }));
  await library.save(chinese('奖励模型', '本文提出一种强化学习中的奖励模型训练方法。'), listing, {
    tags: ['强化学习'],
  });
  await library.save(chinese('视频生成', '本文研究基于扩散模型的长视频生成技术。'), listing, { tags: ['视频'] });
  const found = await asked(paper('reward', { title: '离线强化学习综述', abstract: '综述强化学习与奖励设计。' }));
  expect(found).toMatchObject([{ tag: '强化学习' }]);
  expect(found?.[0]?.of).toContain('强化学习');
});

test('cards are ranked by what is kept, with the reason of those that are likely', async () => {
  await save('reward', ['rl'], 8);
  await save('protein', ['biology'], 2);
  const cards = [paper('video'), paper('reward'), paper('video'), paper('protein'), paper('video')];
  const ranked = await library.rank(cards);
  expect(ranked.map(({ place }) => place)).toEqual([3, expect.any(Number), 4, expect.any(Number), 5]);
  expect([ranked[1]?.place, ranked[3]?.place].sort()).toEqual([1, 2]);
  expect(ranked[1]).toMatchObject({ isLikely: true, because: { tag: 'rl', why: 'words' }, tags: [{ tag: 'rl' }] });
  expect(ranked[0]).toMatchObject({ isLikely: false, tags: [] });
});

test('without tags cards are ranked by the papers nearest to them', async () => {
  await save('reward', [], 12);
  const ranked = await library.rank([paper('video'), paper('reward')]);
  expect(ranked.map(({ place }) => place)).toEqual([2, 1]);
});

test('related are at most five papers that share what a paper is about, named by its own words', async () => {
  await save('reward', [], 7);
  await save('video', [], 3);
  const related = await library.related(2);
  expect(related).toHaveLength(5);
  expect(related.every(({ row }) => row.n !== 2 && row.facts.title.startsWith('Reward'))).toBe(true);
  expect(related[0]?.words[0]).toMatch(/reward model/i);
  await library.save([{ ids: ['doi:10.1000/alone'], title: 'Corals', abstract: 'Reefs under warm water.' }], listing);
  expect(await library.related(11)).toEqual([]);
});
