/** Reads a backup paper by paper, even if it was reformatted or truncated. */

import { lostRecord } from '../entry';
import type { FileEntry, FileItem, FileProblem, LibraryParts, ProblemReason } from '../file-items';
import { LineCounter } from '../line-counter';
import { Checksum } from './checksum';
import { isObject, parseJson } from './safe';
import { members } from './scan';

/** The newest layout version that is known. */
const known = 1;

/** Yields papers, the library's other parts, and problems of the file: truncated, edited, of a newer version. */
export async function* readBackup(text: string): AsyncGenerator<FileItem> {
  const layout = /"papers"\s*:\s*\[/.exec(text);
  const head = layout && parseJson(`${text.slice(0, layout.index).replace(/,\s*$/, '')}}`);
  if (!layout || !isObject(head)) {
    yield problem(new LineCounter(text).at(text.length), 'cut-off');
    return;
  }
  yield* describe(head, text);
  const sum = new Checksum();
  const end = yield* readPapers(text, layout.index + layout[0].length, sum);
  const written = end === undefined ? undefined : /"sum"\s*:\s*"([0-9a-f]+)"\s*\}\s*$/.exec(text.slice(end))?.[1];
  if (written === undefined) yield problem(new LineCounter(text).at(text.length), 'cut-off');
  else if (written !== sum.toString()) yield problem(1, 'edited');
}

function* describe(head: Record<string, unknown>, text: string): Generator<FileItem> {
  const newer = typeof head.offprint !== 'number' || head.offprint > known;
  if (newer) yield problem(new LineCounter(text).at(text.indexOf('"offprint"')), 'newer-version');
  const { tags, filters, rules, settings, schema } = head;
  const parts: Partial<LibraryParts> = { filters, rules, settings };
  if (typeof schema === 'number') parts.schema = schema;
  if (Array.isArray(tags)) {
    parts.tags = tags.flatMap((tag: unknown) => {
      if (!isObject(tag) || typeof tag.name !== 'string' || tag.name.trim() === '') return [];
      const { id, name, color } = tag;
      return [{ id: typeof id === 'string' ? id : '', name, ...(typeof color === 'number' ? { color } : {}) }];
    });
  }
  yield { library: parts };
}

function* readPapers(text: string, from: number, sum: Checksum): Generator<FileItem, number | undefined> {
  const papers = members(text, from, (value) => isObject(value) && 'facts' in value);
  for (let next = papers.next(); ; next = papers.next()) {
    if (next.done) return next.value;
    const { value: record, source, line, end, isWhole } = next.value;
    if (isObject(record)) {
      sum.add(JSON.stringify(record));
      const entry = entryOf(record, line);
      yield entry ? { entry } : lostRecord(line, 'no-title', source);
    } else yield lostRecord(line, isWhole ? 'syntax' : 'cut-off', source);
    yield { at: end };
  }
}

/** Converts a record to an entry. Its facts are not checked here: the library checks them on import. */
function entryOf(record: Record<string, unknown>, line: number): FileEntry | undefined {
  const { facts, tags, status, note, starredAt, savedAt } = record;
  if (!isObject(facts) || typeof facts.title !== 'string' || facts.title.trim() === '') return undefined;
  const ids = [record.ids, facts.ids].find((list) => Array.isArray(list) && list.length > 0);
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) return undefined;
  const entry: FileEntry = { facts: { ...facts, title: facts.title, ids }, tags: [], line, record };
  if (Array.isArray(tags)) entry.tags = tags.filter((tag) => typeof tag === 'string');
  if (status === 'unread' || status === 'reading' || status === 'read') entry.status = status;
  if (typeof note === 'string') entry.note = note;
  if (typeof starredAt === 'number') entry.starredAt = starredAt;
  if (typeof savedAt === 'number') entry.savedAt = savedAt;
  return entry;
}

const problem = (line: number, reason: ProblemReason, detail?: string): { problem: FileProblem } => ({
  problem: detail === undefined ? { line, reason } : { line, reason, detail },
});
