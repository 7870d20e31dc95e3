/** Real papers written and read again: the corpus of a listing, and what other programs' files hold. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Format, formats } from '../../src/formats';
import { type ExportPaper, entryToExport } from '../../src/formats/format';
import { toFacts } from '../../src/paper/check';
import { back, promisesOf } from './support/carries';
import { corpus, hasCorpus } from './support/corpus';
import { now } from './support/papers';
import { readText } from './support/read-text';

const isLong = process.env.LONG !== undefined;
const names = ['BibTeX', 'BibLaTeX', 'RIS', 'CSL JSON', 'CSV'];
const tried = (formats as readonly Format[]).filter(({ name }) => names.includes(name));

/** Every so many papers, spread over all of them. */
const some = <T>(all: readonly T[], count: number): T[] =>
  isLong ? [...all] : all.filter((_, i) => i % Math.ceil(all.length / count) === 0);

async function differences(format: Format, papers: ExportPaper[]): Promise<string[]> {
  const read = await back(format, papers);
  const promised = promisesOf(format.name);
  expect(read).toHaveLength(papers.length);
  return papers.flatMap((paper, i) =>
    promised.flatMap(([row, pick]) => {
      const [was, is] = [pick(paper), pick(read[i] as ExportPaper)].map((value) =>
        JSON.stringify(value instanceof Set ? [...value] : value),
      );
      return was === is ? [] : [`${i} ${row}: ${was?.slice(0, 300)} => ${is?.slice(0, 300)}`];
    }),
  );
}

describe.skipIf(!hasCorpus)('papers of a listing', () => {
  const papers = some(hasCorpus ? corpus() : [], 250);

  it.each(tried)('come back from $name as they were', { timeout: 300_000 }, async (format) => {
    expect(await differences(format, papers)).toEqual([]);
  });
});

const folder = new URL('../../../shared/imports/', import.meta.url);
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:bib|ris|csv)$|platforms\.json$/.test(file),
    )
  : [];

describe.skipIf(files.length === 0)('records of other programs’ files', async () => {
  const papers: ExportPaper[] = [];
  const seen = new Set<string>();
  for (const file of files)
    for (const entry of (await readText(readFileSync(new URL(file, folder)))).entries) {
      // As the library checks what is imported.
      const { facts } = toFacts(entry.facts);
      const paper = facts && entryToExport({ ...entry, facts }, now.getTime());
      if (!paper || seen.has(paper.ids[0] ?? '')) continue;
      seen.add(paper.ids[0] ?? '');
      papers.push({ ...paper, citationKeys: { file: `k${papers.length}` } });
    }

  it.each(tried)('come back from $name as they were', { timeout: 300_000 }, async (format) => {
    expect(papers.length).toBeGreaterThan(2_000);
    expect(await differences(format, some(papers, 300))).toEqual([]);
  });
});
