import type { ComponentChildren } from 'preact';
import { t } from '../locale';
import { PaperRow } from './paper-row';
import type { PaperListState } from './use-paper-list';
import type { Tags } from './use-tags';
import type { Anchor } from './use-window';
import { VirtualList } from './virtual-list';

/** A row's height before it was drawn, px: a title of two lines, authors, tags. */
const usualHeight = 77;

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

/** The papers found, each a row; only those in view are drawn. */
export function PaperList(props: PaperListProps) {
  const { state, tags, open } = props;
  const { rows, shown, numbers, selection, current } = state;
  const draw = (n: number) => {
    const row = rows.get(n);
    if (!row) return <div class="row waiting" style={{ height: `${usualHeight}px` }} />;
    const detailsId = `details-${n}`;
    return (
      <>
        <PaperRow
          row={row}
          tags={tags.byId}
          words={shown?.found.words ?? []}
          isCurrent={n === current.current}
          isSelected={selection.has(n)}
          isOpen={props.details && n === open}
          detailsId={detailsId}
          onActivate={() => {
            current.set(n);
            props.onOpen(n);
          }}
          onSelect={(how) => {
            current.set(n);
            selection[how](n);
          }}
          onTag={props.onTag}
          onDrag={props.onDrag && ((event) => props.onDrag?.(event, n))}
        />
        {n === open && <div id={detailsId}>{props.details?.(n)}</div>}
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
      onWindow={(from, end) => void rows.want(Array.prototype.slice.call(numbers, from, end))}
      {...(props.onScroll && { onScroll: props.onScroll })}
    />
  );
}
