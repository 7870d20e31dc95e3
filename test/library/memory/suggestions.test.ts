import { expect, test } from 'vitest';
import { Bag } from '../../../src/library/memory/bag';
import { Profile } from '../../../src/library/memory/profile';
import { signatureOf } from '../../../src/library/memory/signature';
import { suggestFor } from '../../../src/library/memory/suggestions';
import { readPaper, type TagScorer } from '../../../src/library/memory/tag-scores';

const paper = { title: 'Reward models for long videos', abstract: 'We train reward models.' };
const tags = ['a', 'a/b', 'c', 'd', 'e'];

function suggested(likelihoods: number[], read: { title: string; abstract?: string } = paper): string[] {
  const profile = new Profile();
  profile.update(
    new Map(
      tags.map((id) => {
        const bag = new Bag();
        bag.add(signatureOf(paper), 1);
        return [id, bag];
      }),
    ),
  );
  const parts = { words: 1, name: 0, categories: 0, keywords: 0 };
  const score = () => likelihoods.map((likelihood, tag) => ({ tag, likelihood, parts }));
  const scorer = { score } as unknown as TagScorer;
  const names = new Map(tags.map((id) => [id, id]));
  return suggestFor(readPaper(read), { profile, scorer, names }).map(({ tag }) => tag);
}

test('a tag is suggested from 0.75 on, without an abstract from 0.85 on', () => {
  expect(suggested([0.74, 0, 0.76])).toEqual(['c']);
  expect(suggested([0.84, 0, 0.86], { title: paper.title })).toEqual(['c']);
});

test('at most three are suggested, the likeliest first; of a tag and one below it only the likelier', () => {
  expect(suggested([0.8, 0.9, 0.85, 0.95, 0.99])).toEqual(['e', 'd', 'a/b']);
  expect(suggested([0.95, 0.9, 0.8])).toEqual(['a', 'c']);
});
