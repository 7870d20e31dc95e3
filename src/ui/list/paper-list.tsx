import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import { t } from '../../locale';
import type { ColumnName, Density } from '../../query/list-view';
import type { GroupKey } from '../../query/query';
import { TablePart } from '../kit/table-part';
import { useStable } from '../kit/use-stable';
import type { Tags } from '../tags/use-tags';
import { GroupHead } from './group-head';
import type { RowCallbacks } from './row-frame';
import { MemoRow } from './row-of';
import type { PaperListState } from './use-paper-list';
import type { Anchor } from './use-window';
import { type TableLayout, VirtualList } from './virtual-list';

const none: readonly never[] = [];

/** A row's usual height, px. Comfortable: a title of two lines, authors, tags. */
const rowHeights: Record<Density, number> = { compact: 28, comfortable: 77, table: 28 };

interface PaperListProps {
  state: PaperListState;
  tags: Tags;
  /** Identifies what is listed: when it changes, the list scrolls to its top. */
  listOf: string;
  startAt?: Anchor | undefined;
  density?: Density;
  /** The columns of a table after the title, and the table itself. */
  columns?: readonly ColumnName[];
  table?: TableLayout | undefined;
  /** What the papers are grouped by, if they are. */
  group?: GroupKey | undefined;
  /** A row's usual height, px, where it is not that of the density. */
  rowHeight?: number;
  /** The paper whose details are open below its row. */
  open?: number | undefined;
  /** Details to show below a row; absent where rows do not expand. */
  details?(n: number): ComponentChildren;
  onDrag?(event: DragEvent, n: number): void;
  onOpen(n: number, how: 'click' | 'key'): void;
  onTag(name: string): void;
  onScroll?(at: Anchor): void;
}

const detailsOf = (n: number): string => `details-${n}`;

/** The callbacks of rows, with a stable identity. */
function useRowCallbacks({
  state,
  onOpen,
  onTag,
  onDrag,
}: PaperListProps): RowCallbacks & { onDrawn(n: number): void } {
  const { selection, current } = state;
  return useStable({
    onActivate: (n: number, how: 'click' | 'key') => {
      // Enter opens the current row's details: that must not cost a selection made key by key.
      if (how === 'click') selection.clear();
      current.set(n);
      onOpen(n, how);
    },
    onSelect: (n: number, how: 'toggle' | 'range') => {
      current.set(n);
      selection[how](n);
    },
    onTag,
    onDrag,
    onDrawn: current.drawn,
  });
}

/** What is open below a row. In a table it is a row of one cell. */
function OpenDetails({ id, isTable, children }: { id: string; isTable: boolean; children: ComponentChildren }) {
  if (!isTable) return <div id={id}>{children}</div>;
  return (
    <TablePart as="row" id={id}>
      <TablePart as="cell">{children}</TablePart>
    </TablePart>
  );
}

/** The papers found, one row each. Only rows in view are rendered. */
export function PaperList(props: PaperListProps) {
  const { state, tags, open, details, density = 'comfortable', columns = none, group } = props;
  const { rows, results, numbers, selection, current } = state;
  const acts = useRowCallbacks(props);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  // A layout effect: it must listen before a row requested by this render can have been read.
  useLayoutEffect(() => rows.onRead(() => redraw(undefined)), [rows]);
  const groups = useMemo(() => new Map(results?.found.groups?.map((each) => [each.from, each])), [results]);
  const isTable = props.table !== undefined;
  const draw = (n: number, index: number) => {
    const row = rows.get(n);
    if (!row) return undefined;
    const isOpen = details && n === open;
    const head = group && groups.get(index);
    return (
      <>
        {head && <GroupHead by={group} group={head} isTable={isTable} />}
        <MemoRow
          row={row}
          tags={tags.byId}
          words={results?.found.words ?? none}
          density={density}
          columns={columns}
          index={isTable ? index : 0}
          isCurrent={n === current.current}
          isSelected={selection.has(n)}
          isOpen={isOpen}
          detailsId={detailsOf(n)}
          acts={acts}
          onDrawn={acts.onDrawn}
        />
        {isOpen && (
          <OpenDetails id={detailsOf(n)} isTable={isTable}>
            {details(n)}
          </OpenDetails>
        )}
      </>
    );
  };
  return (
    <VirtualList
      numbers={numbers}
      label={t('uiPapers')}
      table={props.table}
      estimate={props.rowHeight ?? rowHeights[density]}
      listOf={props.listOf}
      startAt={props.startAt}
      handle={current.list}
      render={draw}
      onWindow={rows.want}
      {...(props.onScroll && { onScroll: props.onScroll })}
    />
  );
}
