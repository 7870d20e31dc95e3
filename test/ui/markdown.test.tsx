// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { Markdown } = await import('../../src/ui/paper/markdown');
const { draw, screen, user } = setUpScreen();
const asked: string[] = [];

async function drawn(text: string): Promise<string> {
  await draw(<Markdown text={text} onQuery={(query) => void asked.push(query)} />);
  await waitFor(() => expect(document.querySelector('.markdown > :not(.as-written)')).toBeTruthy());
  return document.querySelector('.markdown')?.innerHTML ?? '';
}

test.each([
  ['a **b *c* d** `e*f*`', '<p>a <strong>b <em>c</em> d</strong> <code>e*f*</code></p>'],
  ['snake_case_name and _so_', '<p>snake_case_name and <em>so</em></p>'],
  ['2 * 3 * 4, ~~no~~', '<p>2 * 3 * 4, <del>no</del></p>'],
  ['# Head\none\ntwo', '<p class="note-heading level-1">Head</p><p>one<br>two</p>'],
  ['- a\n- b\n\n1. c', '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>'],
  [
    '- a\n  1. b\n     - c\n  2. d\n- e',
    '<ul><li>a<ol><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ul>',
  ],
  ['3. c', '<ol start="3"><li>c</li></ol>'],
  ['> said\n> so', '<blockquote><p>said<br>so</p></blockquote>'],
  ['```\n<b>*x* $a$\n```\nafter', '<pre>&lt;b&gt;*x* $a$</pre><p>after</p>'],
  ['`$a_b$` and a_b', '<p><code>$a_b$</code> and a_b</p>'],
  [
    '| a | b |\n|---|--:|\n| 1 | 2 |',
    '<div class="note-table"><table><thead><tr><th style="text-align: start;">a</th><th style="text-align: right;">b</th></tr></thead><tbody><tr><td style="text-align: start;">1</td><td style="text-align: right;">2</td></tr></tbody></table></div>',
  ],
])('%j', async (text, html) => expect(await drawn(text)).toBe(html));

test('a task list says what is done', async () => {
  await drawn('- [ ] try\n- [x] read');
  expect([...document.querySelectorAll('.task')].map((item) => item.textContent)).toEqual(['☐try', '☑read']);
  await expectAccessible();
});

test('links lead to the web and nowhere else; an image is a link', async () => {
  const links = () =>
    [...document.querySelectorAll('.markdown a')].map((link) => [link.textContent, link.getAttribute('href')]);
  await drawn(
    '[x](https://example.org/a_b) https://example.org/c. ![map](https://example.org/m.png) [y][1]\n\n[1]: https://example.org/y',
  );
  expect(links()).toEqual([
    ['x', 'https://example.org/a_b'],
    ['https://example.org/c', 'https://example.org/c'],
    ['map', 'https://example.org/m.png'],
    ['y', 'https://example.org/y'],
  ]);
  await drawn('[x](javascript:alert(1)) [y](data:text/html,z) [z][1]\n\n[1]: vbscript:x');
  expect(links()).toEqual([]);
});

test('tags and [[…]] search the library; ids lead to their papers', async () => {
  await drawn(
    'See #rl/reward, [[Moss on Slate]], [[arXiv:2401.12345]], arXiv:2402.54321v2 and 10.5555/moss.1. Not a#b, #1 or `#code`.',
  );
  expect([...document.querySelectorAll('.markdown a')].map((link) => link.getAttribute('href'))).toEqual([
    'https://arxiv.org/abs/2402.54321',
    'https://doi.org/10.5555/moss.1',
  ]);
  for (const button of screen.getAllByRole('button')) await user.click(button);
  expect(asked).toEqual(['tag:rl/reward', 'title:"Moss on Slate"', 'arxiv:2401.12345']);
});

test('formulas of a note are drawn, whatever Markdown would read in them', async () => {
  await drawn('so $a_{i}*b_{j}*c$ holds');
  await waitFor(() => expect(document.querySelectorAll('.markdown math')).toHaveLength(1));
  expect(document.querySelector('.markdown em')).toBeNull();
});

test('no markup of a note becomes markup of ours', async () => {
  await drawn('<img src=x onerror=alert(1)> <script>1</script> [<b>](https://example.org)\n\n<div onclick="x">a</div>');
  expect(document.querySelectorAll('.markdown img, .markdown script, .markdown b, .markdown div')).toHaveLength(0);
  expect(document.querySelector('.markdown')?.textContent).toContain('<div onclick="x">a</div>');
});

test.each([
  ['marks', '*_`['.repeat(5000)],
  ['quotes', '>'.repeat(5000)],
  ['brackets', '['.repeat(20_000)],
  ['lists', Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')],
  ['a table', `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n`],
  ['few marks', '*_`['.repeat(990)],
  ['tags', '#a '.repeat(20_000)],
])('a long line of %s is drawn in time', async (_, text) => {
  const began = performance.now();
  await draw(<Markdown text={text} />);
  // A second on a quiet machine; what grows with the square of the length takes minutes.
  expect(performance.now() - began).toBeLessThan(15_000);
});
