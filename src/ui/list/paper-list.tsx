import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useReducer } from 'preact/hooks';
import { t } from '../../locale';
import { memoised } from '../kit/memoised';
import { useStable } from '../kit/use-stable';
import type { Tags } from '../tags/use-tags';
import { PaperRow, type PaperRowProps, type RowCallbacks } from './paper-row';
import type { PaperListState } from './use-paper-list';
import type { Anchor } from './use-window';
import { VirtualList } from './virtual-list';

const none: readonly string[] = [];

interface PaperListProps {
  state: PaperListState;
  tags: Tags;
  /** Identifies what is listed: when it changes, the list scrolls to its top. */
  listOf: string;
  startAt?: Anchor | undefined;
  /** A row's usual height, px. Without it that of a title of two lines, authors, tags. */
  rowHeight?: number;
  /** The paper whose details are open below its row. */
  open?: number | undefined;
  /** Details to show below a row; absent where rows do not expand. */
  details?(n: number): ComponentChildren;
  onDrag?(event: DragEvent, n: number): void;
  onOpen(n: number): void;
  onTag(name: string): void;
  onScroll?(at: Anchor): void;
}

/** A memoised row that reports when it was rendered. */
const MemoRow = memoised((props: PaperRowProps & { onDrawn(n: number): void }) => {
  const { onDrawn, ...row } = props;
  useLayoutEffect(() => onDrawn(row.row.n));
  return <PaperRow {...row} />;
});

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
      onOpen(n);
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

/** The papers found, one row each. Only rows in view are rendered. */
export function PaperList(props: PaperListProps) {
  const { state, tags, open, details } = props;
  const { rows, results, numbers, selection, current } = state;
  const acts = useRowCallbacks(props);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  // A layout effect: it must listen before a row requested by this render can have been read.
  useLayoutEffect(() => rows.onRead(() => redraw(undefined)), [rows]);
  const draw = (n: number) => {
    const row = rows.get(n);
    if (!row) return undefined;
    const isOpen = details && n === open;
    return (
      <>
        <MemoRow
          row={row}
          tags={tags.byId}
          words={results?.found.words ?? none}
          isCurrent={n === current.current}
          isSelected={selection.has(n)}
          isOpen={isOpen}
          detailsId={detailsOf(n)}
          {...acts}
        />
        {isOpen && <div id={detailsOf(n)}>{details(n)}</div>}
      </>
    );
  };
  return (
    <VirtualList
      numbers={numbers}
      label={t('uiPapers')}
      estimate={props.rowHeight ?? 77}
      listOf={props.listOf}
      startAt={props.startAt}
      handle={current.list}
      render={draw}
      onWindow={rows.want}
      {...(props.onScroll && { onScroll: props.onScroll })}
    />
  );
}
