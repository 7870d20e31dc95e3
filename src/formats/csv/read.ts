/** Reads tables of any program: rows by papaparse, columns by their names in whatever order. */
import { AddressOwners, entryItems, lostRecord } from '../entry';
import type { FileItem, ReadOptions } from '../file-items';
import type { RecordField } from '../record/field';
import { type RecordOptions, rawOfFields } from '../record/fields';
import type { ColumnField } from './columns';
import { isFormula } from './formula';
import { type TableRow, tableRows } from './rows';
import { findTable, type Table } from './table';

export async function* readCsv(text: string, { columns }: ReadOptions = {}): AsyncGenerator<FileItem> {
  const found = findTable(text);
  if (!found) {
    yield { problem: { line: 1, reason: 'not-recognised' } };
    return;
  }
  const table = columns ? { ...found, fields: columns.map((field) => field && { field, order: 0 }) } : found;
  if (table.fields.every((column) => column === undefined)) return yield* unknownColumns(text, table);
  const options = recordOptions(text, table);
  const addresses = new AddressOwners();
  let count = 0;
  for (const row of tableRows(text, table.start, table.options)) {
    const isRow = count++ > 0 && row.cells.some((cell) => cell.trim() !== '');
    if (count === 2) yield* joined(table.header, row.cells.length, row.line - 1);
    if (isRow) yield* rowItems(row, table, options, addresses);
    if (isRow) yield* joined(row.cells, table.header.length, row.line);
    yield { at: row.end };
  }
}

/** The second of two rows that are one since the line end between them is missing. */
function* joined(cells: readonly string[], width: number, line: number): Generator<FileItem> {
  if (width > 2 && cells.length === 2 * width - 1) yield lostRecord(line, 'syntax', cells.slice(width).join(' '));
}

/** A table whose columns must be named by hand: the header and some rows to tell by. */
function* unknownColumns(text: string, { header, start, options }: Table): Generator<FileItem> {
  const rows: string[][] = [];
  for (const row of tableRows(text, start, options)) if (rows.push(row.cells) > 5) break;
  yield { table: { columns: header, rows: rows.slice(1) } };
  yield { problem: { line: 1, reason: 'unknown-columns', detail: header.join(', ').slice(0, 300) } };
}

function* rowItems(row: TableRow, table: Table, options: RecordOptions, addresses: AddressOwners): Generator<FileItem> {
  const { line, cells, broken } = row;
  const values = new Map<RecordField, { value: string; order: number }[]>();
  const leftOut: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const value = plainCell(cell);
    if (value.trim() === '') continue;
    const column = meaning(table.fields[i], value);
    if (column) values.set(column.field, [...(values.get(column.field) ?? []), { value, order: column.order }]);
    else leftOut.push(table.header[i]?.trim() || `#${i + 1}`);
  }
  const inOrder = (field: RecordField) =>
    (values.get(field) ?? []).sort((a, b) => a.order - b.order).map(({ value }) => value);
  if (broken === 'cut-off' && inOrder('title').length === 0) return yield lostRecord(line, broken, cells.join(' '));
  if (broken === 'unbalanced')
    yield { problem: { line, reason: broken, detail: inOrder('title')[0]?.slice(0, 200) ?? '' } };
  const raw = { ...rawOfFields(inOrder, options), leftOut };
  yield* entryItems(raw, addresses, { line, isEnded: broken !== 'cut-off' });
}

/** A cell as it was before a spreadsheet's formulas were made harmless. */
const plainCell = (cell: string): string => (cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell);

/** What a value means, where a column's name alone does not tell. */
function meaning(column: ColumnField | undefined, value: string): ColumnField | undefined {
  // Scopus names itself as source; Embase writes a whole citation there; only one of the two kinds of `PG` is a range.
  if (column?.field === 'venue' && /^scopus$/i.test(value)) return undefined;
  if (column?.field === 'venue' && /^[^()]{2,200}\(\d{4}\)\s*\S*\s*\([\w-]+\)\./.test(value))
    return { field: 'citation', order: 0 };
  if (column?.field === 'citation' || column?.field !== 'pages') return column;
  return /^\d{1,3}$/.test(value) && column.order > 0 ? undefined : column;
}

/** Rows that are looked at to tell how a table writes its names. */
const sampled = 200;

function recordOptions(text: string, { start, options, fields, header }: Table): RecordOptions {
  const at = fields.findIndex((column) => column?.field === 'authors');
  const isPubMed = header.some((name) => /^\s*(?:journal\/book|entrezuid)\s*$/i.test(name));
  // Zotero joins tags by semicolons alone.
  const hasCommas = !header.includes('Manual Tags');
  const common: RecordOptions = { hasCommas, ...(isPubMed && { type: 'article' }) };
  if (at < 0) return common;
  const cells: string[] = [];
  for (const row of tableRows(text, start, options)) if (cells.push(row.cells[at] ?? '') > sampled) break;
  const isRunTogether = header.some((name) => /^\s*item title\s*$/i.test(name));
  return { ...common, isRunTogether, names: { byComma: !cells.some((cell) => /[;|；]/.test(cell)) } };
}
