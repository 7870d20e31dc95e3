/** Reading the papers of an export, and joining what was written to one file. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { exportPapers, fileOf } from '../../src/files/export-file';
import { formats } from '../../src/formats';
import { facts, library, listing } from '../support/library';

test('a file has its papers in the order they were listed in, without those that are gone', async () => {
  const own = library();
  await own.save([facts(1), facts(2), facts(3)], listing);
  const { numbers } = await own.find('');
  const listed = [numbers[2], 999, numbers[0], numbers[1]] as number[];
  const { papers, numbers: exported } = await exportPapers(own, new Map(), listed);
  expect(exported).toEqual(listed.filter((n) => n !== 999));
  expect(papers.map(({ facts: { title } }) => title)).toEqual(
    (await own.papers(exported)).map(({ facts: { title } }) => title),
  );
});

test('a file of 1,000 pieces has each of them once and in order', async () => {
  const pieces = Array.from({ length: 1000 }, (_, n) => `piece ${n}\n`);
  const bibtex = formats.find(({ id }) => id === 'bibtex');
  if (!bibtex) throw new Error('No BibTeX');
  const file = await fileOf(pieces, bibtex);
  expect(file.type).toBe(bibtex.mime);
  expect(await file.text()).toBe(pieces.join(''));
});
