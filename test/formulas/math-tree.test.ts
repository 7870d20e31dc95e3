import { expect, test } from 'vitest';
import { mathMarkup } from '../../src/formulas/math-markup';
import { loadMath, type MathElement } from '../../src/formulas/math-tree';

const read = await loadMath();
const markup = (tex: string) => {
  const tree = read(tex, false);
  return tree && mathMarkup(tree);
};
const names = (tree: MathElement): string[] => [
  tree.name,
  ...tree.children.flatMap((child) => (typeof child === 'string' ? [] : names(child))),
];

test('a formula becomes MathML', () => {
  expect(markup('K^{2/3}')).toBe('<math><msup><mi>K</mi><mrow><mn>2</mn><mi>/</mi><mn>3</mn></mrow></msup></math>');
  expect(markup('a<b')).toContain('<mo>&lt;</mo>');
  expect(read('x', true)?.attributes).toEqual({ display: 'block' });
  const tree = read('\\sum_{i=1}^n \\frac{\\sqrt{x_i}}{\\tilde y} \\in \\mathbb{R}', false);
  expect(tree && names(tree)).toEqual(expect.arrayContaining(['mfrac', 'msqrt', 'msub', 'mover']));
});

test.each([
  '\\href{javascript:alert(1)}{x}',
  '\\url{https://example.org}',
  '\\class{row-title}{x}',
  '\\style{position:fixed}{x}',
  '\\htmlId{x}{y}',
  '\\includegraphics{https://example.org/a.png}',
  '\\def\\a{\\a\\a}\\a',
  '\\newcommand{\\a}{\\a\\a}\\a',
  '\\let\\a=\\b',
  '\\unknown{x}',
  'a}',
  '\\frac{a}',
  `${'\\sqrt{'.repeat(60)}x${'}'.repeat(60)}`,
  `${'x^{'.repeat(300)}y${'}'.repeat(300)}`,
  'a'.repeat(1001),
  '\\begin{matrix}'.repeat(40),
])('%s shows its source', (tex) => {
  const begun = performance.now();
  expect(read(tex, false)).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(1000);
});

test('only elements and attributes that draw formulas are taken over', () => {
  const written = [
    '\\color{red}x',
    '\\rule{9em}{9em}',
    '\\boxed{x}',
    '\\colorbox{red}{x}',
    '\\cancel{x}',
    '\\text{<img src=x onerror=alert(1)>}',
  ]
    .map(markup)
    .join('');
  expect(written).not.toMatch(/ style=| class=|background|color|<img|<a |href/);
  expect(written).toContain('&lt;img');
});
