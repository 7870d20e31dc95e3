/** What `npm run bench` measures of files: papers out as BibTeX, a backup in. Runs in a page of the built extension. */

import { pause } from '../../src/async/pause';
import { type FileEntry, readFile, toExport, writeFile } from '../../src/formats';
import type { ImportPlan } from '../../src/library/import/import-plan';
import type { Library } from '../../src/library/library';
import type { Paper } from '../../src/paper/paper';

/** Papers of the rows: what `performance.md` of the design aims at. */
export const filed = 10_000;

async function first(library: Library): Promise<Paper[]> {
  const { numbers } = await library.find('');
  const all: Paper[] = [];
  for (let at = 0; at < Math.min(filed, numbers.length); at += 200) {
    all.push(...(await library.papers(Array.from(numbers.subarray(at, Math.min(filed, at + 200))))));
  }
  return all;
}

/** Reads the newest papers and writes them as BibTeX, as the export does. */
export async function exportBibtex(library: Library): Promise<void> {
  const papers = (await first(library)).map((paper) => toExport(paper, () => undefined));
  await writeFile('bibtex', papers, { now: new Date() }, { pause });
}

/** A backup of the newest papers under ids that are not here. */
export async function strangersBackup(library: Library): Promise<Uint8Array> {
  const papers = (await first(library)).map((paper, i) => {
    const ids = [`doi:10.5555/bench.${i}`];
    const sources = paper.sources.map((source) => ({ ...source, facts: { ...source.facts, ids } }));
    return toExport({ ...paper, ids, facts: { ...paper.facts, ids }, sources }, () => undefined);
  });
  const pieces = await writeFile('json', papers, { now: new Date() }, { pause });
  return new TextEncoder().encode(pieces.join(''));
}

/** Reads a backup and compares it with the library, up to what the preview shows: here, where the import has a worker for the reading. */
export async function planBackup(library: Library, bytes: Uint8Array): Promise<ImportPlan> {
  const read = readFile(bytes);
  if (!read) throw new Error('The backup was not recognised.');
  const entries: FileEntry[] = [];
  for await (const item of read.items) if ('entry' in item) entries.push(item.entry);
  return library.importPlan(entries, { site: 'import:json' });
}
