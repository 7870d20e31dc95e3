/** A preprint with a published version is exported as what it is, and a retraction is said in every format that has a place for it. */
import { expect, test } from 'vitest';
import { formatOf } from '../../src/formats';
import { cslItem } from '../../src/formats/csl';
import type { Facts } from '../../src/paper/paper';
import { paper } from './support/papers';

const facts: Partial<Facts> = {
  title: 'Otters',
  authors: ['Ana Okoye'],
  venue: 'Otter Letters',
  type: 'article',
  published: '2023-11-30',
  issued: '2024-05',
  volume: '3',
  pages: '12-34',
  comment: '12 pages',
};
const ids = ['arxiv:2311.00001', 'doi:10.1101/2023.11.30.123456', 'doi:10.1000/otters'];
const citationKeys = { '[auth][year]': 'kept2023' };
const otters = paper(facts, { ids, citationKeys });
const notice = { is: 'retracted', doi: '10.1000/notice', date: '2025-03-01' } as const;
const retracted = paper({ ...facts, notice }, { ids });

const written = async (format: string, of = otters): Promise<string> => {
  const write = formatOf(format)?.write;
  let text = '';
  for await (const piece of write?.([of], { now: new Date(0), keyTemplate: '[auth][year]' }) ?? []) text += piece;
  return text;
};

test('BibTeX has an article with the preprint’s eprint and the publisher’s DOI; the citation key stays', async () => {
  const text = await written('bibtex');
  expect(text).toMatch(/^@article\{kept2023,/);
  for (const field of ['journal', 'eprint', 'volume'])
    expect(text).toMatch(new RegExp(`^\\s*${field}\\s*= \\{(?:Otter Letters|2311.00001|3)\\}`, 'm'));
  expect(text).toMatch(/doi\s*= \{10\.1000\/otters\}/);
  expect(text).toMatch(/year\s*= \{2024\}/);
  expect(text).not.toContain('123456');
});

const words = 'Retracted 2025-03-01, doi:10.1000/notice';

test.each(['bibtex', 'biblatex', 'ris', 'csl-json', 'markdown'])('%s says that it was retracted', async (format) => {
  expect((await written(format, retracted)).replaceAll('\\', '')).toContain(words);
  expect(await written(format)).not.toContain('etracted');
});

test('CSL says it as the status, BibTeX as the note', async () => {
  expect(cslItem(retracted, 'x', {}).status).toBe(words);
  expect(await written('bibtex', retracted)).toMatch(/^\s*note\s*= \{Retracted/m);
});

test('an erratum is no retraction', async () => {
  const erratum = paper({ ...facts, notice: { is: 'corrected', doi: '10.1000/notice' } }, { ids });
  expect(await written('bibtex', erratum)).not.toContain('10.1000/notice');
});
