/**
 * Reads BibTeX and BibLaTeX. The grammar is read here, since parsers stop at what is not well-formed and take milliseconds an
 * entry; text with uncommon LaTeX commands goes to retorquere's parser, which is only loaded here.
 */
import { AddressOwners, entryItems, lostRecord } from '../entry';
import type { FileItem, ProblemReason } from '../file-items';
import { fieldText } from '../latex/field-text';
import { entryFields, type SourceEntry } from './entry-fields';
import { withInherited } from './inherit';
import { type FieldReading, rawOfBibtex } from './record';
import { type BibtexPart, bibtexParts } from './split';
import { Macros } from './values';

/** An entry that is not well-formed and longer than this (UTF-16 units) is not searched for its fields. */
const maxBrokenLength = 2_000_000;

/** Entries that are no papers: sets of others, and what others take fields from. */
const notPapers = new Set(['set', 'xdata']);
const notEntries = new Set(['string', 'comment', 'preamble']);

export async function* readBibtex(text: string): AsyncGenerator<FileItem> {
  const parser = await import('@retorquere/bibtex-parser');
  const macros = new Macros();
  const sources = new Map<string, string>();
  const entries: BibtexPart[] = [];
  // Macros may be used before, and parents stand behind, the entries that need them.
  for (const part of bibtexParts(text)) {
    if (!notEntries.has(part.type)) entries.push(part);
    if (part.type === 'string') macros.define(part.source);
    else if (part.source !== '' && part.key !== '' && !sources.has(part.key)) sources.set(part.key, part.source);
    yield { at: 0 };
  }
  const reading: FieldReading = {
    latex: (expression) => macros.value(expression),
    text: (latex) => fieldText(latex, parser),
  };
  const addresses = new AddressOwners();
  for (const part of entries) {
    yield* readEntry(part, sources, reading, addresses);
    yield { at: part.end };
  }
}

function* readEntry(
  part: BibtexPart,
  sources: ReadonlyMap<string, string>,
  reading: FieldReading,
  addresses: AddressOwners,
): Generator<FileItem> {
  const { line, broken, source, key, type } = part;
  const report = (reason: ProblemReason): FileItem => ({ problem: { line, reason, detail: key } });
  if (type === '') return yield lostRecord(line, 'syntax', source, key);
  if (notPapers.has(type)) return yield lostRecord(line, 'not-a-paper', source, `@${type}{${key}}`);
  if (broken && source.length > maxBrokenLength) return yield lostRecord(line, broken, source, key);
  const found = entryFields(source, broken !== undefined);
  if (found.fields.length === 0 && !found.isWhole) return yield lostRecord(line, broken ?? 'syntax', source, key);
  if (!found.isWhole) yield report(broken ?? 'partly-read');
  const entry = broken === 'cut-off' ? withoutCutValue(found) : found;
  const whole = withInherited(entry, sources, reading.latex);
  yield* entryItems({ ...rawOfBibtex(whole, reading), line }, addresses, { line, isEnded: true });
}

/** The last value of a file that is cut off is kept only if it is the title. */
function withoutCutValue(entry: SourceEntry): SourceEntry {
  const last = entry.fields.at(-1);
  return last && !last.isWhole && last.name !== 'title' ? { ...entry, fields: entry.fields.slice(0, -1) } : entry;
}
