import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../locale';
import { reasonText } from '../../messages/reason';
import { metricNames } from '../../paper/metrics';
import { plainText } from '../../paper/tex/plain-text';
import { IconButton } from '../../ui/kit/icon-button';
import { memoised } from '../../ui/kit/memoised';
import { Highlight } from '../../ui/paper/highlight';
import { metricWords } from '../../ui/paper/metric-words';
import { pageOf } from '../../ui/paper/paper-links';
import { authorsLine, whereAndWhen } from '../../ui/paper/paper-words';
import { TexText } from '../../ui/paper/tex-text';
import { cardReason } from './card-reason';
import type { ListedCard } from './today-order';

/** Callbacks of a row; each gets the card's number. */
export interface TodayRowCallbacks {
  onToggle(n: number): void;
  onSelect(n: number, how: 'toggle' | 'range'): void;
  onSave(n: number, tags?: string[]): void;
  onDismiss(n: number): void;
  onDrawn(n: number): void;
}

interface TodayRowProps extends TodayRowCallbacks {
  card: ListedCard;
  /** Names of the followed listings, by address. */
  names: ReadonlyMap<string, string>;
  /** Words to highlight, folded as in searches. */
  words: readonly string[];
  isCurrent: boolean;
  isSelected: boolean;
  /** Whether its abstract is open. */
  isOpen: boolean;
  /** Of the part of the list that begins with it. */
  heading: string | undefined;
}

/** Authors, where and when, counts; and the listings that show it, with its place there. */
function About({ card, names, words }: Pick<TodayRowProps, 'card' | 'names' | 'words'>) {
  const { facts, ids, places } = card;
  const page = pageOf(facts);
  const counts = metricNames.flatMap((name) => {
    const count = facts.metrics?.[name];
    return count === undefined ? [] : metricWords(name, count);
  });
  const where = [whereAndWhen(facts, ids[0] ?? ''), ...counts].join(' · ');
  return (
    <>
      <p class="row-meta">
        <bdi class={facts.authors ? 'row-authors' : 'row-authors missing'}>
          <Highlight text={authorsLine(facts)} words={facts.authors ? words : []} />
        </bdi>
        {page === undefined ? (
          <span class="row-when">{where}</span>
        ) : (
          <a class="row-when" href={page} target="_blank" rel="noreferrer" tabIndex={-1} title={t('uiOpen')}>
            {where}
          </a>
        )}
      </p>
      <ul class="today-places" aria-label={t('todayShownOn')}>
        {places.map(({ url, rank }) => (
          <li key={url}>
            <bdi>{names.get(url)}</bdi>
            {rank !== undefined && ` ${t('todayRank', rank)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why it looks like the reader's papers, and suggested tags: a click saves it with the tag. */
function Likely({ card, onSave }: { card: ListedCard; onSave(n: number, tags: string[]): void }) {
  const { rank, n } = card;
  if (!rank?.isLikely) return null;
  const reason = cardReason(rank);
  return (
    <>
      {reason !== undefined && <p class="today-reason">{reason}</p>}
      {rank.tags.length > 0 && (
        <ul class="row-tags" aria-label={t('todaySuggested')}>
          {rank.tags.map((each) => (
            <li key={each.tag}>
              <button
                type="button"
                class="chip"
                tabIndex={-1}
                title={reasonText(each)}
                aria-label={t('todaySaveWith', each.tag)}
                onClick={() => onSave(n, [each.tag])}
              >
                + <bdi class="name">{each.tag}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Abstract({ card, words, id }: Pick<TodayRowProps, 'card' | 'words'> & { id: string }) {
  const { abstract } = card.facts;
  return (
    <div class="today-abstract" id={id} dir="auto">
      {abstract === undefined ? (
        <p class="missing">{t('uiAbstractMissing')}</p>
      ) : (
        abstract.split('\n').map((paragraph) => (
          <p key={paragraph}>
            <TexText text={paragraph} words={words} />
          </p>
        ))
      )}
    </div>
  );
}

/** A paper of *Today*: its title opens the abstract below it. */
function Row(props: TodayRowProps) {
  const { card, words, isCurrent, isSelected, isOpen } = props;
  const { n, facts } = card;
  const title = plainText(facts.title);
  useLayoutEffect(() => props.onDrawn(n));
  const classes = ['row', isSelected && 'selected', isCurrent && 'current', isOpen && 'open'].filter(Boolean).join(' ');
  const abstractId = `abstract-${n}`;
  return (
    <>
      {props.heading !== undefined && <p class="today-line">{props.heading}</p>}
      <div class={classes}>
        <label class="row-check">
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={t('uiSelect', title)}
            onClick={(event) => props.onSelect(n, event.shiftKey ? 'range' : 'toggle')}
          />
        </label>
        <div class="row-head">
          <h2 class="row-title">
            <button
              type="button"
              tabIndex={isCurrent ? 0 : -1}
              data-n={n}
              aria-expanded={isOpen}
              aria-controls={isOpen ? abstractId : undefined}
              onClick={() => props.onToggle(n)}
            >
              <bdi>
                <Highlight text={title} words={words} />
              </bdi>
            </button>
          </h2>
          <span class="today-acts">
            <IconButton name={t('todaySave', title)} icon="bookmark" tabIndex={-1} onClick={() => props.onSave(n)} />
            <IconButton name={t('todayDismiss', title)} icon="close" tabIndex={-1} onClick={() => props.onDismiss(n)} />
          </span>
        </div>
        <About card={card} names={props.names} words={words} />
        <Likely card={card} onSave={props.onSave} />
        {isOpen && <Abstract card={card} words={words} id={abstractId} />}
      </div>
    </>
  );
}

export const TodayRow = memoised(Row);
