import { expect, test } from 'vitest';
import { hasTerm, toggleTerm, withoutPart, withoutTerms, withTerm } from '../../src/query/terms';

test.each([
  ['spars', 'tag', 'rl/reward', false, 'tag:rl/reward spars'],
  ['', 'tag', 'active learning', false, 'tag:"active learning" '],
  ['a OR b', 'tag', 'rl', false, 'tag:rl (a OR b)'],
  ['status:read spars', 'status', 'unread', true, 'status:unread spars'],
  ['tag:RL spars', 'tag', 'rl', false, 'tag:RL spars'],
])('%j with %s:%s', (query, field, value, alone, expected) => {
  expect(withTerm(query, field, value, alone)).toBe(expected);
});

test.each([
  ['tag:rl spars', 'tag', 'rl', 'spars'],
  ['spars tag:"active learning" long', 'tag', 'active learning', 'spars long'],
  ['-tag:rl spars', 'tag', 'rl', '-tag:rl spars'],
  ['(tag:rl OR x) spars', 'tag', 'rl', '(tag:rl OR x) spars'],
  ['a  b', 'tag', 'rl', 'a  b'],
])('%j without %s:%s', (query, field, value, expected) => expect(withoutTerms(query, field, value)).toBe(expected));

test('hasTerm finds only terms that apply to the whole query', () => {
  expect(hasTerm('tag:rl x', 'tag', 'RL')).toBe(true);
  expect(hasTerm('-tag:rl', 'tag', 'rl')).toBe(false);
  expect(hasTerm('tag:rl OR x', 'tag', 'rl')).toBe(false);
  expect(hasTerm('tag:rl (x OR y)', 'tag', 'rl')).toBe(true);
  expect(toggleTerm(toggleTerm('x', 'tag', 'rl'), 'tag', 'rl')).toBe('x');
});

test('withoutPart removes the text of a part', () =>
  expect(withoutPart('paper  zebra stripes', 'zebra')).toBe('paper stripes'));
