import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, patternLimits } from '../../src/query/pattern';

const ready = (source: string) => {
  const read = compilePattern(source);
  if ('problem' in read) throw new Error(`${source}: ${read.problem} ${read.detail}`);
  return read.pattern;
};
const problem = (source: string) => {
  const read = compilePattern(source);
  return 'problem' in read ? read.problem : undefined;
};

test.each([
  ['diffusion', 'Latent Diffusion Models', true],
  ['^diffusion', 'Latent Diffusion', false],
  ['models$', 'Latent Diffusion Models', true],
  [String.raw`\bRL\b`, 'Deep RL, in practice', true],
  [String.raw`\bRL\b`, 'URL of a page', false],
  [String.raw`\BRL\b`, 'URL of a page', true],
  ['colou?r', 'a colorful image', true],
  ['gpt-(?:3|4)(?:\\.5)?$', 'Beyond GPT-4.5', true],
  [String.raw`\d{4}`, 'in 20 pages', false],
  [String.raw`\d{2,}`, 'in 20 pages', true],
  ['[^a-z ]', 'plain words', false],
  ['[^a-z ]', 'PLAIN words 2', true],
  [String.raw`\p{Script=Han}{2}`, '大规模 models', true],
  [String.raw`\p{Script=Han}{2}`, 'models', false],
  ['m.dels?', 'm😀dels', true],
  [String.raw`\u{1F600}`, 'm😀dels', true],
  [String.raw`\ud83d\ude00`, 'm😀dels', true],
  ['ÉCOLE', 'l’école normale', true],
  ['a|', 'anything', true],
  ['(?<kind>rl|sl)-bench', 'SL-Bench', true],
  ['one.two', 'one\ntwo', true],
  ['(?:)', '', true],
  ['^$', 'x', false],
])('%s in “%s”: %s', (source, text, isThere) => {
  expect(ready(source).test(text)).toBe(isThere);
  expect(new RegExp(source, 'isu').test(text)).toBe(isThere);
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['a'.repeat(patternLimits.length + 1), 'long'],
  ['(', 'syntax'],
  ['a)', 'syntax'],
  ['[z-a]', 'syntax'],
  ['*', 'syntax'],
  ['a{2,1}', 'syntax'],
  [String.raw`\p{Nothing}`, 'syntax'],
  [String.raw`(a)\1`, 'unsupported'],
  [String.raw`(?<x>a)\k<x>`, 'unsupported'],
  ['a(?=b)', 'unsupported'],
  ['(?<!a)b', 'unsupported'],
  ['(?<=a)b', 'unsupported'],
  ['(a+)+$', 'repeats'],
  ['(a*)*', 'repeats'],
  ['((a+))*b', 'repeats'],
  ['(a|b+)*c', 'repeats'],
  [String.raw`(\w+\s?)+$`, 'repeats'],
  ['(.*)*x', 'repeats'],
  ['(?:a*?){2,}', 'repeats'],
  ['a{1001}', 'large'],
  ['(?:a{100}){100}', 'large'],
  ['(?:){1000000000}', 'large'],
  ['((?:){900}){900}', 'large'],
  ['((a{0,30}){0,30}){0,30}', 'large'],
])('%s is refused: %s', (source, why) => {
  const begun = performance.now();
  expect(problem(source)).toBe(why);
  expect(performance.now() - begun).toBeLessThan(200);
});

describe('patterns that make the browser’s own engine backtrack for ever take a moment', () => {
  const attacks: [string, string][] = [
    ['(a|a)*b', 'a'.repeat(20_000)],
    ['(a|aa)+$', `${'a'.repeat(20_000)}!`],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(20_000)],
    ['(x+x+)+y', 'x'.repeat(20_000)],
    ['(.*,){11}P', '1,'.repeat(10_000)],
    [String.raw`(\w+\s)+end`, 'word '.repeat(4_000)],
    ['.*.*.*.*.*z', 'y'.repeat(20_000)],
    [String.raw`\s+$`, `${' '.repeat(20_000)}x`],
    ['(a?){30}a{30}', 'a'.repeat(29)],
    ['([ab]*a[ab]{20})c', 'ab'.repeat(10_000)],
  ];
  test.each(attacks)('%s', (source, text) => {
    const pattern = ready(source);
    const begun = performance.now();
    pattern.test(text);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

/** Patterns of few letters, so that they match often. */
const { pattern: anyPattern } = fc.letrec<{ pattern: string; part: string; row: string }>((tie) => ({
  part: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', String.raw`\w`, String.raw`\s`, 'É') },
    fc.constantFrom('^', '$', String.raw`\b`, String.raw`\B`),
    { weight: 2, arbitrary: tie('pattern').map((inner) => `(${inner})`) },
    fc
      .tuple(tie('pattern'), fc.constantFrom('?', '*', '+', '{2}', '{1,3}', '{0,1}', '{2,}', '*?'))
      .map(([inner, sign]) => `(?:${inner})${sign}`),
    fc
      .tuple(fc.constantFrom('a', 'b', '.'), fc.constantFrom('?', '*', '+', '{2}', '{1,2}?'))
      .map((two) => two.join('')),
  ),
  row: fc.array(tie('part'), { maxLength: 4, depthIdentifier: 'row' }).map((parts) => parts.join('')),
  pattern: fc.array(tie('row'), { minLength: 1, maxLength: 3, depthIdentifier: 'row' }).map((rows) => rows.join('|')),
}));

test('any pattern matches what the browser’s own engine matches', { timeout: 600_000 }, () => {
  let compared = 0;
  fc.assert(
    fc.property(
      anyPattern,
      fc.array(fc.string({ unit: fc.constantFrom(...'abé \n'), maxLength: 8 })),
      (source, texts) => {
        const read = compilePattern(source);
        if ('problem' in read) {
          expect(['empty', 'repeats', 'large', 'long']).toContain(read.problem);
          return;
        }
        compared++;
        const own = new RegExp(source, 'isu');
        for (const text of texts)
          expect([source, text, read.pattern.test(text)]).toEqual([source, text, own.test(text)]);
      },
    ),
    { numRuns: process.env.LONG ? 20_000 : 2000 },
  );
  expect(compared).toBeGreaterThan(500);
});
