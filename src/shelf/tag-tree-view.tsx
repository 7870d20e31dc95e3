import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../locale';
import { type TagActions, TagItem } from './tag-item';
import { type TagNode, type TagRow, tagRows } from './tag-tree';
import { useSeenRows } from './use-seen-rows';

/** Height of a row, px, as in `sidebar.css`. */
const rowHeight = 26;
/** A tree of more rows scrolls by itself, so that what is below it in the sidebar can be reached. */
const maxUnscrolled = 200;

/** Indexes from `first` to before `end`, and the active row's wherever it is: it has the focus. */
function drawnRows(first: number, end: number, active: number): number[] {
  const seen = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  if (active < first) return [active, ...seen];
  return active >= end ? [...seen, active] : seen;
}

/** The row that a key leads to. Undefined for other keys. */
function rowAfter(key: string, at: number, rows: readonly TagRow[]): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, rows.length - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return rows.length - 1;
  if (key === 'ArrowRight') return rows[at]?.isOpen ? at + 1 : at;
  return key === 'ArrowLeft' ? (rows[at]?.parent ?? at) : undefined;
}

/**
 * The tag tree: draws only the rows in view, however many tags there are. Keys as in
 * https://www.w3.org/WAI/ARIA/apg/patterns/treeview/: arrows, Home, End, Enter; Tab leads to the button that edits the tag.
 */
export function TagTree({ tree, actions }: { tree: readonly TagNode[]; actions: TagActions }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [activeName, setActive] = useState<string>();
  const rows = useMemo(() => tagRows(tree, (name) => folded.has(name)), [tree, folded]);
  const isLong = rows.length > maxUnscrolled;
  const { box, first, end } = useSeenRows(rows.length, rowHeight, isLong ? '.tree-scroll' : '.side');
  const active = useMemo(
    () =>
      Math.max(
        0,
        rows.findIndex(({ node }) => node.name === activeName),
      ),
    [rows, activeName],
  );
  const isMoved = useRef(false);
  useLayoutEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    const row = box.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]');
    row?.focus({ preventScroll: true });
    row?.scrollIntoView?.({ block: 'nearest' });
  });
  const fold = (name: string, isFolded: boolean) => {
    const next = new Set(folded);
    if (isFolded) next.add(name);
    else next.delete(name);
    setFolded(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    if (!row || !(event.target as HTMLElement).matches('[role=treeitem]') || event.altKey) return;
    const to = rowAfter(event.key, active, rows);
    if (event.key === 'Enter' || event.key === ' ') actions.onShow(row.node.name, event.ctrlKey || event.metaKey);
    else if (to === undefined) return;
    else if (event.key === 'ArrowRight' && row.isOpen === false) fold(row.node.name, false);
    else if (event.key === 'ArrowLeft' && row.isOpen) fold(row.node.name, true);
    else {
      isMoved.current = true;
      setActive(rows[to]?.node.name);
    }
    event.preventDefault();
  };
  return (
    <div class={isLong ? 'tree-scroll long' : 'tree-scroll'}>
      <div
        ref={box}
        role="tree"
        class="tree"
        aria-label={t('uiTags')}
        style={{ height: `${rows.length * rowHeight}px` }}
        onKeyDown={onKeyDown}
      >
        {drawnRows(first, end, active).map((i) => {
          const row = rows[i];
          if (!row) return null;
          const { name } = row.node;
          return (
            <TagItem
              key={name}
              row={row}
              top={i * rowHeight}
              isActive={i === active}
              actions={actions}
              onFold={() => fold(name, row.isOpen === true)}
              onFocus={() => setActive(name)}
            />
          );
        })}
      </div>
    </div>
  );
}
