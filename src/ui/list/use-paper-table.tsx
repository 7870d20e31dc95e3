import { useState } from 'preact/hooks';
import type { ListColumn } from '../../query/list-view';
import type { Sort } from '../../query/query';
import { TableHead } from './table-head';
import type { TableLayout } from './virtual-list';

/** Widths of the boxes' column and, at least, of the titles', px. */
const [checkWidth, minTitle] = [32, 180];
/** Height of the head, as in `row-line.css`, px. */
const headHeight = 28;

interface PaperTableOptions {
  columns: readonly ListColumn[];
  sort: Sort;
  onSort(sort: Sort): void;
  onColumns(columns: readonly ListColumn[]): void;
}

/** The table that a list's rows stand in: its head, and the widths of its columns. It scrolls sideways where they find no room. */
export function usePaperTable({ columns, sort, onSort, onColumns }: PaperTableOptions): TableLayout {
  /** The column whose edge is being dragged. Only a width that is let go of is kept. */
  const [dragged, setDragged] = useState<ListColumn>();
  const shown = columns.map((each) => (each.name === dragged?.name ? dragged : each));
  const resize = (column: ListColumn, isDone: boolean) => {
    setDragged(isDone ? undefined : column);
    if (isDone) onColumns(columns.map((each) => (each.name === column.name ? column : each)));
  };
  const widths = shown.map(({ width }) => `${width}px`).join(' ');
  const least = checkWidth + minTitle + shown.reduce((sum, { width }) => sum + width, 0);
  return {
    head: <TableHead columns={shown} sort={sort} onSort={onSort} onColumn={resize} />,
    headHeight,
    columns: columns.length + 2,
    style: { '--columns': `${checkWidth}px minmax(${minTitle}px, 1fr) ${widths}`, '--least': `${least}px` },
  };
}
