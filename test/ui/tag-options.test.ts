import { expect, test } from 'vitest';
import type { Completion } from '../../src/paper/marks';
import { matchIn, splitTags, tagOptions } from '../../src/ui/tags/tag-options';

const found = (...names: string[]): Completion[] => names.map((name) => ({ name, papers: 1 }));
const lines = (text: string, names: string[], chosen: string[] = []) =>
  tagOptions(text, found(...names), chosen).map((each) => (each.kind === 'create' ? `+ ${each.name}` : each.name));

test.each([
  [
    'a part that begins with the text comes before creating it',
    'vit',
    ['vision/vit', 'sevitility'],
    ['vision/vit', 'sevitility', '+ vit'],
  ],
  ['creating comes first where no part begins with the text', 'vit', ['sevitility'], ['+ vit', 'sevitility']],
  ['creating comes first where the text is a whole parent', 'rl', ['rl/reward', 'rlhf'], ['+ rl', 'rl/reward', 'rlhf']],
  ['a tag that exists is not created, in whatever case', 'RL', ['rl/reward', 'rl'], ['rl', 'rl/reward']],
  ['nothing typed: what is given, nothing to create', '', ['b', 'a'], ['b', 'a']],
])('%s', (_, text, names, expected) => expect(lines(text, names)).toEqual(expected));

test('tags that are chosen are not offered again, nor created', () => {
  expect(lines('rl', ['rl', 'rl/reward'], ['RL'])).toEqual(['rl/reward']);
});

test.each([
  ['a, b;c\nd', ['a', 'b', 'c', 'd']],
  ['强化学习，综述、#to-do', ['强化学习', '综述', 'to-do']],
  [' rl / reward  model ,, RL/Reward model', ['rl/reward model']],
])('%j is %j', (text, tags) => expect(splitTags(text)).toEqual(tags));

test.each([
  ['vision/vit', 'vit', { from: 7, to: 10 }],
  ['invite/vit', 'vit', { from: 7, to: 10 }],
  ['sevitility', 'VIT', { from: 2, to: 5 }],
  ['other', 'vit', undefined],
])('in %s, %s is at %j', (name, text, span) => expect(matchIn(name, text)).toEqual(span));
