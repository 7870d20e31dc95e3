// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { writeText } from '../../src/formats';
import { mathMarkup } from '../../src/formulas/math-markup';
import { loadMath } from '../../src/formulas/math-tree';
import { corpus } from '../support/corpus';
import { now, paper } from './support/papers';

const read = await loadMath();
const math = (tex: string, isDisplay: boolean) => {
  const tree = read(tex, isDisplay);
  return tree && mathMarkup(tree, tex);
};
const page = (papers: Parameters<typeof writeText>[1], options = {}) =>
  new DOMParser().parseFromString(writeText('html', papers, { now, math, ...options }), 'text/html');
const texts = (where: ParentNode, selector: string) =>
  [...where.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());

const list = [
  paper(
    { title: 'One $x^2$', abstract: 'First.\nA $\\sqrt{n}$ bound.' },
    { tags: ['rl/reward', 'graphs'], note: 'mine' },
  ),
  paper({ title: 'Two' }, { tags: ['graphs'], status: 'read', starredAt: 1 }),
  paper({ title: 'Three' }, { tags: [] }),
];

test('each paper stands once, under its first tag; the other tags link to it; the contents count', () => {
  const shown = page(list, { title: 'For *Ada*', intro: 'Read these.\n\nThen write.' });
  expect(texts(shown, 'h1, .intro')).toEqual(['For *Ada*', 'Read these.', 'Then write.']);
  expect(texts(shown, 'nav li')).toEqual(['graphs 2', 'rl/reward 1', 'Without a tag 1']);
  expect(texts(shown, 'article h3')).toEqual(['1. Two', '2. One x2', '3. Three']);
  expect([...shown.querySelectorAll('section')].map((section) => texts(section, 'h2, h3, li'))).toEqual([
    ['graphs', '1. Two', '2. One x2'],
    ['rl/reward', '2. One x2'],
    ['Without a tag', '3. Three'],
  ]);
  for (const link of shown.querySelectorAll('a[href^="#"]'))
    expect(shown.getElementById(link.getAttribute('href')?.slice(1) ?? ''), link.outerHTML).toBeTruthy();
  expect(shown.documentElement.lang).toBe('en');
});

test('abstracts are folded and formulas are MathML; notes, status and stars are written only where they are wanted', () => {
  const quiet = page(list, { notes: false, status: false, stars: false });
  expect(texts(quiet, 'details summary')[0]).toBe('Abstract');
  expect(quiet.querySelector('details')?.open).toBe(false);
  expect(quiet.querySelector('details msqrt')).toBeTruthy();
  expect(quiet.body.textContent).not.toMatch(/mine|★|to read/);
  expect(page(list).body.textContent).toMatch(/to read[\s\S]*★ starred|★ starred[\s\S]*mine/);
});

test('a paper takes at most 2 kB on average', () => {
  const papers = [...corpus(300)].map((facts) => paper({ ...facts }, { ids: facts.ids, tags: ['rl/reward'] }));
  const size = new TextEncoder().encode(writeText('html', papers, { now, math, notes: false, status: false })).length;
  expect(size / papers.length).toBeLessThan(2000);
});
