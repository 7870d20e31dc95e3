/**
 * Converts files of papers by the extension's own code: `npm run --silent convert -- --from FORMAT|auto --to FORMAT FILE|-`
 * (`-` is standard input). What can be read is written to standard output; exit 2, with one line a problem on standard
 * error, where something could not be read or the arguments are off.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type FormatId, formatOf, formats, readFile } from '../../src/formats';
import type { FileProblem } from '../../src/formats/file-items';
import { type ExportPaper, entryToExport, type FileChunk } from '../../src/formats/format';
import { toFacts } from '../../src/paper/check';

const usage = `usage: npm run --silent convert -- --from FORMAT|auto --to FORMAT FILE|- (formats: ${formats.map(({ id }) => id).join(' ')})`;

/** The file, and a line for each problem. Throws what it says on standard error where nothing can be written. */
export async function convert(args: string[], now: Date): Promise<{ chunks: Iterable<FileChunk>; problems: string[] }> {
  const options = { from: { type: 'string', default: 'auto' }, to: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file, ...more] = positionals;
  if (values.to === undefined || file === undefined || more.length > 0) throw new Error(usage);
  const to = formatOf(values.to);
  if (!to) throw new Error(`no format is called ${values.to}; ${usage}`);
  if (!to.write) throw new Error(`${to.id} can be read, not written`);
  const from = values.from === 'auto' ? undefined : formatOf(values.from);
  if (values.from !== 'auto' && !from) throw new Error(`no format is called ${values.from}; ${usage}`);
  if (from && !from.read) throw new Error(`${from.id} can be written, not read`);
  const read = readFile(readFileSync(file === '-' ? 0 : file), from?.id as FormatId | undefined);
  if (!read) throw new Error('no format that is known here');
  const papers: ExportPaper[] = [];
  const problems: string[] = [];
  for await (const item of read.items) {
    if ('entry' in item) {
      // As the library checks what is imported.
      const { facts, reason } = toFacts(item.entry.facts);
      if (facts) papers.push(entryToExport({ ...item.entry, facts }, now.getTime()));
      else problems.push(`line ${item.entry.line ?? 0}: ${reason}`);
    }
    // A record without a title is read whole: its file has none.
    if ('problem' in item && item.problem.reason !== 'no-title') problems.push(line(item.problem));
  }
  return { chunks: to.write(papers, { now }), problems };
}

const line = ({ line, reason, detail }: FileProblem): string =>
  `line ${line}: ${reason}${detail ? `: ${detail.replace(/\s+/g, ' ')}` : ''}`;

if (process.argv[1] === import.meta.filename) {
  try {
    const { chunks, problems } = await convert(process.argv.slice(2), new Date());
    for (const chunk of chunks) process.stdout.write(chunk);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    if (problems.length > 0) process.exitCode = 2;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : error}\n`);
    process.exitCode = 2;
  }
}
