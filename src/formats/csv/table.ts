/** What a table's first lines tell: its delimiter, where its header is, which columns are known. */
import { type ColumnField, fieldsOf, isTagged } from './columns';
import { type RowOptions, tableRows } from './rows';

export interface Table {
  options: RowOptions;
  /** Offset of the header's line. */
  start: number;
  header: string[];
  fields: (ColumnField | undefined)[];
}

/** Lines above a header: Web of Science's reports have three, Dimensions one. */
const maxLinesAbove = 10;
const delimiters = [',', '\t', ';', '|'] as const;

/** The table of a text whose first lines have a header with known columns, or else with any; undefined if it is no table. */
export function findTable(text: string): Table | undefined {
  // Excel's own hint: "sep=;"
  const hint = /^\ufeff?sep=([,;\t|])\n/i.exec(text);
  const first = hint ? hint[0].length : text.startsWith('\ufeff') ? 1 : 0;
  let best: { table: Table; known: number } | undefined;
  for (let [start, line] = [first, 0]; start < text.length && line <= maxLinesAbove; line++) {
    const end = text.indexOf('\n', start);
    const source = text.slice(start, end < 0 ? text.length : end);
    for (const delimiter of hint ? [hint[1] as string] : delimiters) {
      const table = tableAt(text, start, source, delimiter);
      const known = table ? score(table) : 0;
      if (table && known > (best?.known ?? 0)) best = { table, known };
    }
    if (best && best.known > 1) break;
    if (end < 0) break;
    start = end + 1;
  }
  return best?.known ? best.table : unknownTable(text, first);
}

function tableAt(text: string, start: number, line: string, delimiter: string): Table | undefined {
  if (!line.includes(delimiter)) return undefined;
  const options = { delimiter, isQuoted: true };
  const header = tableRows(text.slice(start, start + 20_000), 0, options).next().value?.cells;
  if (!header || header.length < 2) return undefined;
  // Web of Science quotes nothing in its tab-delimited files.
  if (delimiter === '\t' && isTagged(header)) options.isQuoted = false;
  return { options, start, header, fields: fieldsOf(header) };
}

/** How many fields a header has, if among them is one that makes a record: a title, or an id. */
function score({ fields }: Table): number {
  const known = new Set(fields.map((column) => column?.field).filter((field) => field !== undefined));
  const isRecord = known.has('title') || known.has('doi') || known.has('pmid');
  return isRecord && known.size > 1 ? known.size : 0;
}

/**
 * A table none of whose columns is known: some lines with the same number of cells, below a line of words. Lines of ids or
 * sentences are none.
 */
function unknownTable(text: string, start: number): Table | undefined {
  for (const delimiter of [',', '\t', ';']) {
    const options = { delimiter, isQuoted: true };
    const rows = [];
    for (const row of tableRows(text.slice(start, start + 50_000), 0, options)) if (rows.push(row.cells) > 4) break;
    const [header = [], ...more] = rows;
    const isEven = more.length > 0 && more.every((cells) => cells.length === header.length);
    const isHeader =
      header.length > 2 &&
      header.every((cell) => /^[\p{L}][^.!?]{0,40}$/u.test(cell.trim()) && !/\d{4}|:\/\//.test(cell));
    if (isEven && isHeader) return { options, start, header, fields: header.map(() => undefined) };
  }
  return undefined;
}
