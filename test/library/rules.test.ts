import { describe, expect, test } from 'vitest';
import { type Rule, type RuledFacts, ruleMatcher, ruleProblem, tagsByRules, toRule } from '../../src/library/rules';

const rule = (more: Partial<Rule> = {}): Rule => ({
  id: 'r1',
  field: 'text',
  is: 'words',
  asked: 'reward',
  tags: ['rl'],
  on: true,
  ...more,
});
const paper: RuledFacts = {
  title: 'Learning Rewards for Müller’s Robots',
  abstract: 'We train a reinforcement learner.\nIt walks.',
  authors: ['Ada von Example', 'Bo Beispiel'],
  categories: ['cs.LG', 'stat.ML'],
  venue: 'NeurIPS 2025',
};

describe('words of a rule match as in a search', () => {
  test.each<[Partial<Rule>, boolean]>([
    [{ asked: 'reward' }, true],
    [{ asked: 'reward reinforcement' }, true],
    [{ asked: 'reward vision' }, false],
    [{ asked: 'vision OR robots' }, true],
    [{ asked: 'reward -robots' }, false],
    [{ asked: '"reinforcement learner"' }, true],
    [{ asked: '"learner reinforcement"' }, false],
    [{ asked: '"reward"' }, false],
    [{ asked: 'muller' }, true],
    [{ field: 'title', asked: 'reinforcement' }, false],
    [{ field: 'abstract', asked: 'reinforcement' }, true],
    [{ field: 'author', asked: '"ada von example"' }, true],
    [{ field: 'author', asked: '"example bo"' }, false],
    [{ field: 'category', asked: 'cs.LG' }, true],
    [{ field: 'category', asked: 'cs.CV' }, false],
    [{ field: 'category', asked: 'stat' }, true],
    [{ field: 'venue', asked: 'neurips' }, true],
    [{ is: 'pattern', asked: String.raw`rewards?\b.*robots` }, true],
    [{ is: 'pattern', field: 'author', asked: '^Bo ' }, true],
    [{ is: 'pattern', field: 'category', asked: '^cs\\.(LG|CL)$' }, true],
    [{ is: 'pattern', field: 'venue', asked: '2024' }, false],
  ])('%j: %s', (more, holds) => {
    const ready = ruleMatcher(rule(more));
    expect('matches' in ready && ready.matches(paper)).toBe(holds);
  });
});

test('a missing fact matches no rule', () => {
  for (const is of ['words', 'pattern'] as const) {
    const ready = ruleMatcher(rule({ is, field: 'venue', asked: 'a' }));
    expect('matches' in ready && ready.matches({ title: 'a' })).toBe(false);
  }
});

test.each<[Partial<Rule>, string]>([
  [{ asked: '' }, 'ruleNoWords'],
  [{ asked: '""' }, 'ruleNoWords'],
  [{ asked: 'tag:rl' }, 'ruleOnlyWords'],
  [{ asked: 'title:x' }, 'ruleOnlyWords'],
  [{ asked: 'year:2024 agents' }, 'ruleOnlyWords'],
  [{ asked: '(a' }, 'queryOpenBracket'],
  [{ is: 'pattern', asked: '(a' }, 'rulePattern_syntax'],
  [{ is: 'pattern', asked: '(a+)+' }, 'rulePattern_repeats'],
  [{ is: 'pattern', asked: '(?=a)' }, 'rulePattern_unsupported'],
  [{ tags: [] }, 'ruleNoTag'],
  [{ tags: [' / '] }, 'ruleNoTag'],
])('%j is refused with a reason: %s', (more, message) => {
  expect(ruleProblem(rule(more))?.message).toBe(message);
});

test('a rule acts only when a paper starts to match it', () => {
  const rules = [
    rule(),
    rule({ asked: 'walks', tags: ['robots', 'rl'] }),
    rule({ asked: 'train', tags: ['off'], on: false }),
  ];
  expect(tagsByRules(rules, paper)).toEqual(['rl', 'robots']);
  expect(tagsByRules(rules, paper, paper)).toEqual([]);
  expect(tagsByRules(rules, paper, { title: 'Learning Rewards' })).toEqual(['robots', 'rl']);
});

test('an invalid rule, for example from a backup, tags nothing and breaks nothing', () => {
  expect(tagsByRules([rule({ is: 'pattern', asked: '(' }), rule()], paper)).toEqual(['rl']);
});

test('matching is fast for any text a page could send', () => {
  const facts = {
    title: 'x',
    authors: Array.from({ length: 10_000 }, () => 'a'.repeat(200)),
    abstract: 'a'.repeat(100_000),
  };
  const begun = performance.now();
  expect(
    tagsByRules(
      [rule({ is: 'pattern', asked: '(a|aa)+$x' }), rule({ is: 'pattern', field: 'author', asked: 'a{50}$x' })],
      facts,
    ),
  ).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(2000);
});

test.each([
  [undefined],
  [{}],
  [{ ...rule(), field: 'note' }],
  [{ ...rule(), is: 'sql' }],
  [{ ...rule(), asked: 7 }],
  [{ ...rule(), tags: 'rl' }],
  [{ ...rule(), tags: [3] }],
])('%j is no rule', (from) => {
  expect(toRule(from)).toBeUndefined();
});

test('a rule is normalized when it is saved', () => {
  expect(toRule({ ...rule(), asked: ' a ', tags: [' rl / x ', 'rl/x'], on: 'yes', more: 1 })).toEqual({
    field: 'text',
    is: 'words',
    asked: 'a',
    tags: ['rl/x'],
    on: false,
  });
});

test('a rule gives twenty tags at most', () => {
  const tags = Array.from({ length: 30 }, (_, i) => `tag ${i}`);
  expect(toRule({ ...rule(), tags })?.tags).toEqual(tags.slice(0, 20));
});
