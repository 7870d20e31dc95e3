import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useReducer } from 'preact/hooks';
import { t } from '../../locale';
import { memoised } from '../kit/memoised';
import { useStable } from '../kit/use-stable';
import type { Tags } from '../tags/use-tags';
import { PaperRow, type PaperRowProps, type RowActs } from './paper-row';
import type { PaperListState } from './use-paper-list';
import type { Anchor } from './use-window';
import { VirtualList } from './virtual-list';

/** A row's height before it was drawn, px: a title of two lines, authors, tags. */
const usualHeight = 77;
const none: readonly string[] = [];

interface PaperListProps {
  state: PaperListState;
  tags: Tags;
  /** What is listed, for the list to begin anew at its top. */
  listOf: string;
  startAt?: Anchor | undefined;
  /** The paper unfolded in place, if this list does that. */
  open?: number | undefined;
  /** What unfolds below a row; absent where rows do not unfold. */
  details?(n: number): ComponentChildren;
  onDrag?(event: DragEvent, n: number): void;
  onOpen(n: number): void;
  onTag(name: string): void;
  onScroll?(at: Anchor): void;
}

/** A row that tells when it was drawn; drawn anew only when something of it changed. */
const Line = memoised((props: PaperRowProps & { onDrawn(n: number): void }) => {
  const { onDrawn, ...row } = props;
  useLayoutEffect(() => onDrawn(row.row.n));
  return <PaperRow {...row} />;
});

const detailsOf = (n: number): string => `details-${n}`;

/** What can be done from a row, the same object at each drawing. */
function useRowActs({ state, onOpen, onTag, onDrag }: PaperListProps): RowActs & { onDrawn(n: number): void } {
  const { selection, current } = state;
  return useStable({
    onActivate: (n: number) => {
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

/** The papers found, each a row; only those in view are drawn. */
export function PaperList(props: PaperListProps) {
  const { state, tags, open, details } = props;
  const { rows, results, numbers, selection, current } = state;
  const acts = useRowActs(props);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  // Before anything that is asked for while drawing can have been read.
  useLayoutEffect(() => rows.onRead(() => redraw(undefined)), [rows]);
  const draw = (n: number) => {
    const row = rows.get(n);
    if (!row) return undefined;
    const isOpen = details && n === open;
    return (
      <>
        <Line
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
      estimate={usualHeight}
      listOf={props.listOf}
      startAt={props.startAt}
      handle={current.list}
      render={draw}
      onWindow={rows.want}
      {...(props.onScroll && { onScroll: props.onScroll })}
    />
  );
}
