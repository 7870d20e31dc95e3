// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { Markdown } from '../../src/ui/paper/markdown';
import { setUpScreen } from '../support/screen';

const { draw } = setUpScreen();
async function drawn(text: string): Promise<string> {
  await draw(<Markdown text={text} />);
  return document.querySelector('.markdown')?.innerHTML ?? '';
}

test.each([
  ['a **b *c* d** `e*f*`', '<p>a <strong>b <em>c</em> d</strong> <code>e*f*</code></p>'],
  ['snake_case_name and _so_', '<p>snake_case_name and <em>so</em></p>'],
  ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  ['# Head\none\ntwo', '<p class="note-heading">Head</p><p>one<br>two</p>'],
  ['- a\n- b\n\n1. c', '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>'],
  [
    '- a\n  1. b\n\t\t- c\n  2. d\n- e',
    '<ul><li>a<ol><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ul>',
  ],
  ['> said\n> so', '<blockquote>said<br>so</blockquote>'],
  ['```\n<b>*x*\n```\nafter', '<pre>&lt;b&gt;*x*</pre><p>after</p>'],
])('%j', async (text, html) => expect(await drawn(text)).toBe(html));

test('links lead to the web and nowhere else', async () => {
  expect(await drawn('[x](https://example.org/a_b) https://example.org/c.')).toContain(
    'href="https://example.org/a_b"',
  );
  expect(document.querySelectorAll('a')[1]?.getAttribute('href')).toBe('https://example.org/c');
  expect(await drawn('[x](javascript:alert(1)) [y](data:text/html,z)')).not.toContain('<a');
});

test('no markup of a note becomes markup of ours', async () => {
  await drawn('<img src=x onerror=alert(1)> <script>1</script> [<b>](https://example.org)');
  expect(document.querySelectorAll('.markdown img, .markdown script, .markdown b')).toHaveLength(0);
});

test('a long line of marks is drawn at once', async () => {
  const began = performance.now();
  await drawn('*_`['.repeat(5000));
  expect(performance.now() - began).toBeLessThan(5000);
});
