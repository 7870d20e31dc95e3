import type { Row } from '../../library/types';
import { number, t } from '../../locale';
import type { Tag } from '../../paper/paper';
import { repositoryName } from '../../paper/repositories';
import { plainText } from '../../paper/tex/plain-text';
import { Icon } from '../kit/icons';
import { StatusWord } from '../kit/status-control';
import { Highlight } from '../paper/highlight';
import { pageOf } from '../paper/paper-links';
import { authorsLine, whereAndWhen } from '../paper/paper-words';
import { tagColor } from '../tags/tag-color';

/** Callbacks of a row; each gets the paper's number. */
export interface RowCallbacks {
  /** Its title was clicked, or its row; or Enter was pressed on its title. */
  onActivate(n: number, how: 'click' | 'key'): void;
  onSelect(n: number, how: 'toggle' | 'range'): void;
  onTag(name: string): void;
  /** Absent where there is nothing to drop a row on. */
  onDrag?: ((event: DragEvent, n: number) => void) | undefined;
}

export interface PaperRowProps extends RowCallbacks {
  row: Row;
  /** Tags by id. */
  tags: ReadonlyMap<string, Tag>;
  /** Words to highlight, folded as in searches. */
  words: readonly string[];
  isCurrent: boolean;
  isSelected: boolean;
  /** Whether its details are open below it; undefined where rows do not expand. */
  isOpen: boolean | undefined;
  /** Id of the element that holds the details. */
  detailsId?: string;
}

/** Highlights words in a text. Skips the component when there are none: a list has many rows. */
const marked = (text: string, words: readonly string[]) =>
  words.length === 0 ? text : <Highlight text={text} words={words} />;

function Tags({ row, tags, onTag }: Pick<PaperRowProps, 'row' | 'tags' | 'onTag'>) {
  const own = row.tags.map((id) => tags.get(id)).filter((tag): tag is Tag => tag !== undefined);
  if (own.length === 0) return null;
  return (
    <div class="row-tags">
      {own.map((tag) => (
        <button
          type="button"
          class="chip"
          key={tag.id}
          tabIndex={-1}
          title={tag.name}
          aria-label={t('uiTagFilter', tag.name)}
          onClick={() => onTag(tag.name)}
        >
          <i class="dot" style={{ '--dot': tagColor(tag) }} />
          <bdi class="name">{tag.name}</bdi>
        </button>
      ))}
      {own.length > 2 && <span class="row-tags-more">+{number(own.length - 2)}</span>}
    </div>
  );
}

function Meta({ row, words }: Pick<PaperRowProps, 'row' | 'words'>) {
  const isNamed = Boolean(row.facts.authors?.length);
  const page = pageOf({ ...row.facts, ids: row.ids });
  const [code] = row.facts.links?.code ?? [];
  const where = whereAndWhen(row.facts, row.key);
  return (
    <p class="row-meta">
      <bdi class={isNamed ? 'row-authors' : 'row-authors missing'}>
        {marked(authorsLine(row.facts), isNamed ? words : [])}
      </bdi>
      {page === undefined ? (
        <span class="row-when">{where}</span>
      ) : (
        <a class="row-when" href={page} target="_blank" rel="noreferrer" tabIndex={-1} title={t('uiOpen')}>
          {where}
        </a>
      )}
      {code !== undefined && (
        <a class="row-code" href={code} target="_blank" rel="noreferrer" tabIndex={-1} title={repositoryName(code)}>
          {t('uiCode')}
        </a>
      )}
    </p>
  );
}

const isOwnControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, label, input, .row-tags button') !== null;

/** A paper in a list: title, authors, venue and date, tags, status, code. Its title is the one focusable button. */
export function PaperRow(props: PaperRowProps) {
  const { row, words, isCurrent, isSelected, isOpen, onDrag } = props;
  const onSelect = (how: 'toggle' | 'range') => props.onSelect(row.n, how);
  const onClick = (event: MouseEvent) => {
    if (isOwnControl(event.target)) return;
    if (event.shiftKey) onSelect('range');
    else if (event.ctrlKey || event.metaKey) onSelect('toggle');
    else if (!getSelection()?.toString()) props.onActivate(row.n, event.detail === 0 ? 'key' : 'click');
  };
  const classes = ['row', isSelected && 'selected', isCurrent && 'current', isOpen && 'open'].filter(Boolean).join(' ');
  return (
    // The whole row is clickable with the mouse; for the keyboard the title's button does the same.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      class={classes}
      draggable={onDrag !== undefined}
      onDragStart={onDrag && ((event) => onDrag(event, row.n))}
      onClick={onClick}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <label class="row-check">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={t('uiSelect', plainText(row.facts.title))}
          onClick={(event) => onSelect(event.shiftKey ? 'range' : 'toggle')}
        />
      </label>
      <div class="row-head">
        <h2 class="row-title">
          <button
            type="button"
            tabIndex={isCurrent ? 0 : -1}
            data-n={row.n}
            aria-expanded={isOpen}
            aria-current={isOpen === undefined && isCurrent ? 'true' : undefined}
            aria-controls={isOpen ? props.detailsId : undefined}
          >
            {row.starredAt !== undefined && <Star />}
            <bdi>{marked(plainText(row.facts.title), words)}</bdi>
          </button>
        </h2>
        <StatusWord status={row.status} />
      </div>
      <Meta row={row} words={words} />
      <Tags {...props} />
    </div>
  );
}

function Star() {
  return (
    <span class="star" role="img" aria-label={t('uiStarred')}>
      <Icon name="star" filled />
    </span>
  );
}
