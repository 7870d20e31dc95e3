/** README's table of what each format carries, held cell by cell: a paper is written and read again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Format, formats } from '../../src/formats';
import { back, body, both, header, promisesOf, rows, section } from './support/carries';
import { randomPaper } from './support/random-papers';

it('README has a column for every format that is written and read', () => {
  expect(header.slice(1).sort(), 'columns of the table in README.md, section Files').toEqual(
    both.map(({ name }) => name).sort(),
  );
});

it('README lists every format of the command line', () => {
  const listed = /Formats: `([^`]*)`/.exec(section)?.[1];
  expect(listed, 'README.md, section Files: the list behind “Formats:”').toBe(formats.map(({ id }) => id).join(' '));
});

it('README names every format that is only read', () => {
  const onlyRead = (formats as readonly Format[]).filter(({ id, read, write }) => read && !write && id !== 'ids');
  for (const { name } of onlyRead)
    expect(section, 'README.md, section Files: the sentence “Read as well:”').toContain(name);
});

it('every cell of README’s table is one that is checked here', () => {
  for (const [row = '', ...cells] of body)
    for (const cell of cells)
      expect(['no', ...Object.keys(rows[row] ?? {})], `row ${row} of README.md, section Files`).toContain(cell);
  expect(body.map(([row]) => row)).toEqual(Object.keys(rows));
});

describe.each(both.map((format): [string, Format] => [format.name, format]))('%s', (name, format) => {
  const promised = promisesOf(name);

  it('gives back every field that README says it carries', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(randomPaper, { minLength: 1, maxLength: 6, selector: ({ ids: [id] }) => id }),
        async (papers) => {
          const read = await back(format, papers);
          const table = (list: typeof papers) =>
            list.map((paper) => Object.fromEntries(promised.map(([row, pick]) => [row, pick(paper)])));
          expect(table(read)).toEqual(table(papers));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 20), seed: 20261124 },
    );
  });
});
