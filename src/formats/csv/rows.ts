/**
 * The rows of a table in text, read by papaparse in pieces, so that a large file can be stopped between them and a quote that is
 * not closed costs one row.
 */
import Papa from 'papaparse';
import { LineCounter } from '../line-counter';

export interface TableRow {
  cells: string[];
  /** Line where it begins, from 1. */
  line: number;
  /** Offset behind it. */
  end: number;
  /** Why it is not whole: the file ends within it, or a quote in it is not closed. */
  broken?: 'cut-off' | 'unbalanced';
}

export interface RowOptions {
  delimiter: string;
  /** False for tables whose programs quote nothing (Web of Science): quotes are text there. */
  isQuoted: boolean;
}

/** Text that is parsed at once, and the longest row, UTF-16 units. */
const pieceLength = 1 << 18;
const maxRowLength = 1 << 22;
/** No text holds it: papaparse has no way to switch quotes off. */
const noQuote = '\u0000';

export function* tableRows(text: string, start: number, options: RowOptions): Generator<TableRow> {
  const lines = new LineCounter(text);
  for (let at = start, length = pieceLength; at < text.length; ) {
    const isLast = at + length >= text.length;
    const { rows, end, isBroken } = parse(text.slice(at, at + length), options, isLast);
    for (const row of rows) yield { cells: row.cells, line: lines.at(at + row.start), end: at + row.end };
    at += end;
    if (isBroken || (end === 0 && (isLast || length >= maxRowLength))) {
      const row = brokenRow(text, at, options);
      yield { ...row, line: lines.at(at) };
      at = row.end;
    }
    length = end > 0 || isBroken ? pieceLength : length * 4;
  }
}

interface Parsed {
  /** Rows that are not empty. */
  rows: { cells: string[]; start: number; end: number }[];
  /** Offset behind the last row that is whole. */
  end: number;
  /** Whether the row behind it has a quote that is not closed. */
  isBroken: boolean;
}

function parse(piece: string, { delimiter, isQuoted }: RowOptions, isLast: boolean): Parsed {
  const parsed: Parsed = { rows: [], end: 0, isBroken: false };
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    quoteChar: isQuoted ? '"' : noQuote,
    step: ({ data, meta, errors }: Papa.ParseStepResult<string[]> & { data: string[][] }) => {
      const cells = data[0] ?? [];
      parsed.isBroken = errors.some(
        ({ code }) =>
          code === 'MissingQuotes' ||
          // A quote within a cell of several lines: most likely the first row's is not closed.
          (code === 'InvalidQuotes' &&
            cells.some((cell) => cell.includes('\n')) &&
            goesOn(piece, parsed.end, delimiter)),
      );
      if (parsed.isBroken) return parser.abort();
      if (cells.length > 1 || cells[0] !== '') parsed.rows.push({ cells, start: parsed.end, end: meta.cursor });
      parsed.end = meta.cursor;
    },
  } as unknown as Papa.ParseConfig);
  parser.parse(piece, 0, !isLast);
  return parsed;
}

/** Whether the lines behind the first look like rows with as many cells. */
function goesOn(text: string, at: number, delimiter: string): boolean {
  const [first = '', ...next] = text.slice(at, at + maxRowLength).split('\n', 50);
  const cells = count(first, delimiter);
  return cells > 0 && next.some((line) => count(line, delimiter) >= cells / 2);
}

/**
 * A row with a quote that is not closed. If further lines look like rows of the table, only its first line is taken, its quotes
 * as text; otherwise the file ends within it.
 */
function brokenRow(text: string, at: number, { delimiter }: RowOptions): Omit<TableRow, 'line'> {
  const isRow = goesOn(text, at, delimiter);
  const lineEnd = isRow ? text.indexOf('\n', at) : -1;
  if (lineEnd >= 0)
    return { cells: splitOpen(text.slice(at, lineEnd), delimiter), end: lineEnd + 1, broken: 'unbalanced' };
  // What is too long is left out up to the end of its line: it would be taken for rows.
  const most = Math.min(text.length, at + maxRowLength);
  const next = text.indexOf('\n', most);
  return {
    cells: splitOpen(text.slice(at, most), delimiter),
    end: next < 0 ? text.length : next + 1,
    broken: isRow ? 'unbalanced' : 'cut-off',
  };
}

const count = (text: string, char: string): number => text.split(char).length - 1;

/** The cells of a row as far as its quotes are closed; the rest is one cell. */
function splitOpen(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const isQuoted = text[at] === '"';
    let end = isQuoted ? text.indexOf('"', at + 1) : text.indexOf(delimiter, at);
    while (isQuoted && end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    if (end < 0) return [...cells, text.slice(isQuoted ? at + 1 : at).replaceAll('""', '"')];
    cells.push(isQuoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    at = isQuoted ? end + 1 + (text[end + 1] === delimiter ? 1 : 0) : end + 1;
    if (isQuoted && text[end + 1] !== delimiter && end + 1 < text.length) return [...cells, text.slice(end + 1)];
  }
  return cells;
}
