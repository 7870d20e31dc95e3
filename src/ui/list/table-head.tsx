import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../../locale';
import { type ColumnName, type ListColumn, maxWidth, minWidth, sortOf } from '../../query/list-view';
import type { Sort } from '../../query/query';
import { Icon } from '../kit/icons';
import { TablePart } from '../kit/table-part';

const columnWords: Record<ColumnName | 'title', MessageKey> = {
  title: 'shelfFieldTitle',
  authors: 'shelfAuthors',
  venue: 'shelfFieldVenue',
  year: 'columnYear',
  tags: 'uiTags',
  status: 'uiStatus',
  saved: 'shelfSaved',
  upvotes: 'columnUpvotes',
  citations: 'columnCitations',
};

/** The name of a column. */
export const columnName = (name: ColumnName | 'title'): string => t(columnWords[name]);

/** By how much an arrow key changes a width, px. */
const step = 8;
const limited = (width: number): number => Math.round(Math.min(maxWidth, Math.max(minWidth, width)));

interface ResizerProps {
  column: ListColumn;
  onResize(width: number): void;
  /** The width is to be kept: the drag ended. */
  onDone(width: number): void;
}

/** The edge of a column: dragged, or moved by the arrow keys, it changes the width. */
function Resizer({ column, onResize, onDone }: ResizerProps) {
  const [from, setFrom] = useState<{ x: number; width: number }>();
  const { width } = column;
  // The edge is the column's start: dragged towards it, the column grows, and the title shrinks.
  const widthAt = (x: number) => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    return limited((from?.width ?? width) + ((from?.x ?? x) - x) * (isRightToLeft ? -1 : 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onDone(limited(width + by));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved, which no element is
    <div
      class="resizer"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('columnWidth', columnName(column.name))}
      aria-valuenow={width}
      aria-valuemin={minWidth}
      aria-valuemax={maxWidth}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, width });
      }}
      onPointerMove={(event) => from && onResize(widthAt(event.clientX))}
      onPointerUp={(event) => {
        if (from) onDone(widthAt(event.clientX));
        setFrom(undefined);
      }}
    />
  );
}

interface TableHeadProps {
  columns: readonly ListColumn[];
  sort: Sort;
  onSort(sort: Sort): void;
  /** A width while it is dragged, and once it is to be kept. */
  onColumn(column: ListColumn, isDone: boolean): void;
}

function Head({ name, sort, onSort }: Pick<TableHeadProps, 'sort' | 'onSort'> & { name: ColumnName | 'title' }) {
  const by = sortOf(name);
  if (by === undefined) return <span class="head-name">{columnName(name)}</span>;
  const isOn = sort.by === by;
  // Names begin with A, times and counts with the latest or largest; a second click turns the order around.
  const descending = isOn ? !sort.descending : !['title', 'author', 'venue', 'status'].includes(by);
  return (
    <button type="button" class="head-name" onClick={() => onSort({ by, descending })}>
      {columnName(name)}
      {isOn && <Icon name={sort.descending ? 'down' : 'up'} />}
    </button>
  );
}

/** The head of the table: a click on a name sorts by that column, its edge changes its width. */
export function TableHead({ columns, sort, onSort, onColumn }: TableHeadProps) {
  const direction = (name: ColumnName | 'title') =>
    sort.by === sortOf(name) ? (sort.descending ? 'descending' : 'ascending') : undefined;
  return (
    <TablePart as="rowgroup">
      <TablePart class="table-row table-head" as="row" aria-rowindex={1}>
        <TablePart as="columnheader">
          <span class="unseen">{t('uiSelection')}</span>
        </TablePart>
        <TablePart as="columnheader" class="of-title" aria-sort={direction('title')}>
          <Head name="title" sort={sort} onSort={onSort} />
        </TablePart>
        {columns.map((column) => (
          <TablePart as="columnheader" key={column.name} aria-sort={direction(column.name)}>
            <Resizer
              column={column}
              onResize={(width) => onColumn({ ...column, width }, false)}
              onDone={(width) => onColumn({ ...column, width }, true)}
            />
            <Head name={column.name} sort={sort} onSort={onSort} />
          </TablePart>
        ))}
      </TablePart>
    </TablePart>
  );
}
