import { useLayoutEffect } from 'preact/hooks';
import type { ColumnName, Density } from '../../query/list-view';
import { memoised } from '../kit/memoised';
import { CompactRow } from './compact-row';
import { PaperRow, type PaperRowProps } from './paper-row';
import { PaperTableRow } from './paper-table-row';

interface AnyRowProps extends PaperRowProps {
  density: Density;
  /** The columns of a table after the title. */
  columns: readonly ColumnName[];
  /** The row's place in the list, from 0. */
  index: number;
  onDrawn(n: number): void;
}

/** A row as dense as the list, drawn again only when one of its props changes. It reports when it was drawn. */
export const MemoRow = memoised(({ density, columns, index, onDrawn, ...row }: AnyRowProps) => {
  useLayoutEffect(() => onDrawn(row.row.n));
  if (density === 'compact') return <CompactRow {...row} />;
  // The head is the table's first row.
  if (density === 'table') return <PaperTableRow {...row} columns={columns} tableRow={index + 2} />;
  return <PaperRow {...row} />;
});
