/** Reads BibTeX and BibLaTeX with retorquere's parser, which is only loaded here: 112 kB that no other surface needs. */

import { AddressOwners, entryItems } from '../entry';
import type { FileItem, ProblemReason } from '../format';
import { type Parsed, rawOfBibtex } from './fields';
import { type PlainFields, plainFields } from './plain';
import { protectSource } from './protect';
import { salvageFields } from './salvage';
import { type BibtexPart, bibtexParts } from './split';

type Parser = typeof import('@retorquere/bibtex-parser');

/** An entry longer than this (UTF-16 units) is no entry: real ones with abstracts have some thousand. */
const maxEntryLength = 500_000;

/** What the parser is given at most, UTF-16 units: for some texts it takes the square of their length in time. */
const maxParsedLength = 30_000;

/** Entries that are no papers: sets of others, and what others take fields from. */
const notPapers = new Set(['set', 'xdata']);

export async function* readBibtex(text: string): AsyncGenerator<FileItem> {
  const parser = await import('@retorquere/bibtex-parser');
  const strings = new Map<string, string>();
  const entries = new Map<string, string>();
  for (const part of bibtexParts(text)) {
    if (part.type === 'string') strings.set(nameOfString(part.source), part.source);
    else if (part.source !== '' && part.key !== '' && !entries.has(part.key)) entries.set(part.key, part.source);
    yield { at: 0 };
  }
  const addresses = new AddressOwners();
  for (const part of bibtexParts(text)) {
    if (!['string', 'comment', 'preamble'].includes(part.type)) yield* read(part, parser, strings, entries, addresses);
    yield { at: part.end };
  }
}

function* read(
  part: BibtexPart,
  parser: Parser,
  strings: Map<string, string>,
  entries: Map<string, string>,
  addresses: AddressOwners,
): Generator<FileItem> {
  const { line, broken } = part;
  const report = (reason: ProblemReason, detail = part.key): FileItem => ({ problem: { line, reason, detail } });
  if (part.type === '') return yield report('syntax');
  if (notPapers.has(part.type)) return yield report('not-a-paper', `@${part.type}{${part.key}}`);
  if (part.source.length > maxEntryLength) return yield report(broken ?? 'unreadable');
  const donors = parents(part.source, entries);
  const prepared = protectSource([part.source, ...donors].join('\n'));
  // What an entry takes from others only the parser knows.
  const plain = donors.length === 0 ? plainFields(prepared.source) : undefined;
  const { entry, stopped } = broken ? { stopped: '' } : whole(parser, prepared.source, plain, strings);
  if (stopped !== undefined) {
    yield report(broken ?? 'partly-read', [part.key, stopped].filter(Boolean).join(': '));
    const left = salvaged(parser, prepared.source, strings, broken === 'cut-off');
    if (Object.keys(left.fields).length === 0) return;
    return yield* entryItems({ ...rawOfBibtex(left, prepared.restore), line }, addresses, { line, isEnded: true });
  }
  if (!entry) return yield report('syntax');
  yield* entryItems({ ...rawOfBibtex(entry, prepared.restore), line }, addresses, { line, isEnded: true });
}

/** What came of an entry, and why its parser did not come to its end. */
interface Outcome {
  entry?: Parsed;
  stopped?: string;
}

/** The entry of a source: its plain fields as they were read, the rest by the parser. */
function whole(parser: Parser, source: string, plain: PlainFields | undefined, strings: Map<string, string>): Outcome {
  if (plain && plain.rest === undefined) return { entry: plain };
  const left = plain?.rest ?? source;
  const parsed = parse(parser, definitions(left, strings) + left);
  if (!plain || !parsed.entry) return plain ? parse(parser, definitions(source, strings) + source) : parsed;
  const { entry } = parsed;
  return { ...parsed, entry: { ...entry, fields: { ...entry.fields, ...plain.fields } } };
}

function parse(parser: Parser, source: string): Outcome {
  if (source.length > maxParsedLength) return { stopped: '' };
  try {
    const { entries, errors } = parser.parse(source, {
      english: false,
      sentenceCase: false,
      caseProtection: false,
      fieldMode: { keywords: 'richtext' },
      unsupported: (_node, tex) => tex,
    });
    const [entry, ...donors] = entries as Parsed[];
    // What it says of a whole entry is where it stopped; what it says of a value it has read all the same.
    const syntax = errors.find(({ input }) => /^\s*@/.test(input ?? ''));
    // It counts lines from the entry, which would mislead.
    const stopped = syntax && { stopped: syntax.error.replace(/(?:\.\.\.)? at line \d+, column.*/s, '').slice(0, 200) };
    if (!entry) return { stopped: '', ...stopped };
    // Fields of `xdata` entries count where the entry has none of its own.
    for (const { type, fields } of donors) if (type === 'xdata') entry.fields = { ...fields, ...entry.fields };
    return { entry, ...stopped };
  } catch (error) {
    return { stopped: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  }
}

/** An entry that is not well-formed, field by field. The last value of a file that was cut off is kept if it is the title. */
function salvaged(parser: Parser, source: string, strings: Map<string, string>, isCut: boolean): Parsed {
  const { type, key, fields } = salvageFields(source);
  const entry: Parsed = { type: type.toLowerCase(), key, fields: {} };
  for (const [i, { name, value, isWhole }] of fields.entries()) {
    if (isCut && !isWhole && i === fields.length - 1 && !/^title$/i.test(name)) continue;
    const text = (written: string) => `@${type}{k,\n  ${name} = ${written}\n}`;
    const read = (written: string) => whole(parser, text(written), plainFields(text(written)), strings);
    // Mostly a dollar that no other follows.
    const escaped = `{${value
      .replace(/[{}"]/g, '')
      .replace(/(?<!\\)([$&#_^%])/g, '\\$1')
      .replace(/\\(?![$&#_^%A-Za-z])/g, '')}}`;
    const first = read(value);
    const { entry: one } = first.stopped === undefined ? first : read(escaped);
    // Of a field that is there twice the first counts, as to the parser.
    if (one) entry.fields = { ...one.fields, ...entry.fields };
  }
  return entry;
}

/** Sources of the entries that an entry takes fields from. */
function parents(source: string, entries: Map<string, string>): string[] {
  const named = [...source.matchAll(/\b(?:crossref|xdata)\s*=\s*[{"]([^{}"]*)[}"]/gi)];
  const keys = named.flatMap(([, list = '']) => list.split(',')).map((key) => key.trim().toLowerCase());
  return [...new Set(keys)]
    .map((key) => entries.get(key))
    .filter((found) => found !== undefined && found !== source) as string[];
}

const nameOfString = (source: string): string => (/[{(]\s*([^\s={}()]+)/.exec(source)?.[1] ?? '').toLowerCase();

/** The `@string`s that a source uses, and those that these use. */
function definitions(source: string, strings: Map<string, string>): string {
  if (strings.size === 0) return '';
  const used = new Set<string>();
  const texts = [source];
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const [, word = ''] of text.matchAll(/[=#]\s*([A-Za-z][^\s,#{}"=()]*)/g)) {
      const name = word.toLowerCase();
      const found = strings.get(name);
      if (found === undefined || used.has(name)) continue;
      used.add(name);
      texts.push(found);
    }
  }
  if (used.size === 0) return '';
  // Those defined with the help of others come after them: the order of the file.
  return [...strings].flatMap(([name, found]) => (used.has(name) ? [`${found}\n`] : [])).join('');
}
