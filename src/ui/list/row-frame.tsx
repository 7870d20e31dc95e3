import type { ComponentChildren } from 'preact';
import type { Row } from '../../library/types';
import { t } from '../../locale';
import { plainText } from '../../paper/tex/plain-text';
import { Icon } from '../kit/icons';
import { TablePart } from '../kit/table-part';
import { Highlight } from '../paper/highlight';
import { pageOf } from '../paper/paper-links';
import { RetractionMark } from '../paper/publication';

/** Callbacks of a row; each gets the paper's number. */
export interface RowCallbacks {
  /** Its title was clicked, or its row; or Enter was pressed on its title. */
  onActivate(n: number, how: 'click' | 'key'): void;
  onSelect(n: number, how: 'toggle' | 'range'): void;
  onTag(name: string): void;
  /** Absent where there is nothing to drop a row on. */
  onDrag?: ((event: DragEvent, n: number) => void) | undefined;
}

/** What every kind of row shows, and how it stands. */
export interface RowState {
  row: Row;
  /** Words to highlight, folded as in searches. */
  words: readonly string[];
  isCurrent: boolean;
  isSelected: boolean;
  /** Whether its details are open below it; undefined where rows do not expand. */
  isOpen: boolean | undefined;
  /** Id of the element that holds the details. */
  detailsId?: string | undefined;
}

/** Highlights words in a text. Skips the component when there are none: a list has many rows. */
export const marked = (text: string, words: readonly string[]): ComponentChildren =>
  words.length === 0 ? text : <Highlight text={text} words={words} />;

const isOwnControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a:not(.row-link), label, input, .row-tags button') !== null;

const isTitle = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a.row-link') !== null;

function onRowClick(event: MouseEvent, n: number, acts: RowCallbacks): void {
  const isAdding = event.ctrlKey || event.metaKey;
  if (isOwnControl(event.target) || (isAdding && isTitle(event.target))) return;
  event.preventDefault(); // the title is a link, which a plain click does not follow
  if (event.shiftKey) acts.onSelect(n, 'range');
  else if (isAdding) acts.onSelect(n, 'toggle');
  else if (!getSelection()?.toString()) acts.onActivate(n, event.detail === 0 ? 'key' : 'click');
}

/** Enter on the title. The click that it makes is told from one of the mouse by Chromium alone, so it must not come to that. */
function onRowKeyDown(event: KeyboardEvent, n: number, acts: RowCallbacks): void {
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(event.target instanceof Element && event.target.closest('.row-title'))) return;
  event.preventDefault();
  acts.onActivate(n, 'key');
}

interface RowFrameProps extends RowState {
  acts: RowCallbacks;
  /** The kind of row, for its look. */
  kind?: 'compact' | 'table-row';
  /** Its place in a table, where it is one of a table's rows. */
  tableRow?: number | undefined;
  children: ComponentChildren;
}

/** The frame of a row: selecting, activating and dragging it. Its title is the one element that takes the focus. */
export function RowFrame({ row, isCurrent, isSelected, isOpen, acts, kind, tableRow, children }: RowFrameProps) {
  const { n } = row;
  const { onDrag } = acts;
  const classes = ['row', kind, isSelected && 'selected', isCurrent && 'current', isOpen && 'open'];
  const check = (
    <label class="row-check">
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        aria-label={t('uiSelect', plainText(row.facts.title))}
        onClick={(event) => acts.onSelect(n, event.shiftKey ? 'range' : 'toggle')}
      />
    </label>
  );
  return (
    // The whole row is clickable with the mouse; for the keyboard its title does the same.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      class={classes.filter(Boolean).join(' ')}
      {...(tableRow !== undefined && { role: 'row', 'aria-rowindex': tableRow })}
      draggable={onDrag !== undefined}
      onDragStart={onDrag && ((event) => onDrag(event, n))}
      onClick={(event) => onRowClick(event, n, acts)}
      onKeyDown={(event) => onRowKeyDown(event, n, acts)}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      {tableRow === undefined ? check : <TablePart as="cell">{check}</TablePart>}
      {children}
    </div>
  );
}

/** The title: a link to the paper's page for the middle button and Ctrl; a plain click or Enter activates the row. */
export function RowTitle({ row, words, isCurrent, isOpen, detailsId }: RowState) {
  const page = pageOf({ ...row.facts, ids: row.ids });
  const own = {
    tabIndex: isCurrent ? 0 : -1,
    'data-n': row.n,
    'aria-expanded': isOpen,
    'aria-current': isOpen === undefined && isCurrent ? ('true' as const) : undefined,
    'aria-controls': isOpen ? detailsId : undefined,
  };
  const title = (
    <>
      {row.starredAt !== undefined && <Star />}
      <RetractionMark facts={row.facts} />
      <bdi>{marked(plainText(row.facts.title), words)}</bdi>
    </>
  );
  return (
    <h2 class="row-title">
      {page === undefined ? (
        <button type="button" {...own}>
          {title}
        </button>
      ) : (
        <a class="row-link" href={page} target="_blank" rel="noreferrer" draggable={false} {...own}>
          {title}
        </a>
      )}
    </h2>
  );
}

function Star() {
  return (
    <span class="star" role="img" aria-label={t('uiStarred')}>
      <Icon name="star" filled />
    </span>
  );
}
