/**
 * The backup: everything, as JSON. One paper per line, so that a truncated file still gives every paper before the cut. A
 * checksum at the end tells a complete, unchanged file from any other.
 */

import { defineFormat, type ExportPaper, type WriteOptions } from './format';
import { Checksum } from './json/checksum';
import { readBackup } from './json/read';

/** Version of the file's layout. Its records have a version of their own (`schema`). */
export const backupVersion = 1;

export const json = defineFormat({
  id: 'json',
  name: 'Offprint JSON',
  extension: 'json',
  mime: 'application/json',
  *write(papers, options) {
    const sum = new Checksum();
    yield head(papers.length, options);
    for (const [i, paper] of papers.entries()) {
      const line = JSON.stringify(record(paper, options));
      sum.add(line);
      yield `${i === 0 ? '' : ','}\n${line}`;
    }
    yield `\n],\n"sum": "${sum}"\n}\n`;
  },
  looksLike: (text) => (/^\s*\{\s*"offprint"\s*:/.test(text) ? 1 : 0),
  read: readBackup,
});

function head(count: number, { now, library }: WriteOptions): string {
  const { tags, schema, filters, rules, settings } = library ?? {};
  const parts = {
    offprint: backupVersion,
    schema: schema ?? 1,
    written: now.toISOString(),
    tags,
    filters,
    rules,
    settings,
  };
  const lines = Object.entries({ ...parts, count }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}: ${JSON.stringify(value)},\n`],
  );
  return `{\n${lines.join('')}"papers": [`;
}

/** A paper as written. `facts` could be computed from `sources`, but other programs read them. */
function record(paper: ExportPaper, options: WriteOptions): ExportPaper {
  const { note, facts, ...rest } = paper;
  const { abstract, ...short } = facts;
  const kept: ExportPaper = { ...rest, facts: options.abstracts === false ? short : facts };
  if (options.abstracts === false) delete kept.sources;
  if (note !== undefined && options.notes !== false) kept.note = note;
  return kept;
}
