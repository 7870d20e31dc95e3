import { expect, test } from 'vitest';
import { titleBeside } from '../../src/sites/read/link-titles';
import { isVague } from '../../src/sites/read/vague-texts';
import { pageOf } from '../support/page';

test.each([
  'arXiv',
  '[PDF]',
  '[12]',
  '3.3',
  'Section 3.3',
  'Fig. 2',
  'here',
  'doi',
  'doi:10.1000/1',
  'https://arxiv.org/abs/2401.99101',
  'arXiv:2401.99101 [cs.LG]',
  'Wei et al. 2022',
  'Rao & Lind (2020)',
  '(Wei, 2022)',
  'ICML 2024',
  'van den Berg, 2018',
  'Otter Rev. B Vol. 112, L030601 (2025)',
  'Otters 615, 1–5 (2023)',
  'arXiv2508.99907 (2025)',
  'NeurIPS’22',
  '',
])('"%s" tells nothing of a paper', (text) => expect(isVague(text)).toBe(true));

test.each(['Otters on Graphs', 'COVID-19', 'GPT-4', 'The Paper Otter', 'Otter'])('"%s" may be a title', (text) =>
  expect(isVague(text)).toBe(false),
);

/** The title found beside the only link of some markup. */
function beside(html: string): string | undefined {
  const { body } = pageOf(html, 'https://otter.example.org/').document;
  const link = body.querySelector('a') ?? expect.fail('no link');
  return titleBeside(link, body);
}

test('a name of an event in brackets is no part of a title, other brackets are', () => {
  expect(beside('<ul><li>Otters (COVID-19) and Holts (ICML 2024) <a href="/1">PDF</a></li></ul>')).toBe(
    'Otters (COVID-19) and Holts',
  );
});

test('where two texts may be the title there is none', () => {
  expect(beside('<h2>Otters on Graphs</h2><h2>Otters on Trees</h2><p><a href="/1">PDF</a></p>')).toBeUndefined();
});

test('long texts take no time', () => {
  const start = performance.now();
  for (const part of ['(A', '- ', '[', '(2020). ', 'A b, ', '“a', '(AB 20', '. '])
    beside(`<ul><li>${part.repeat(40_000)} x <a href="/1">PDF</a></li></ul>`);
  expect(performance.now() - start).toBeLessThan(4000);
});
