import type { ComponentChildren } from 'preact';
import { plural, t } from '../../locale';
import { withoutPart } from '../../query/terms';
import { errorWords } from '../library/error-words';

/** Where a first paper can be found. */
export const todaysPapers = 'https://huggingface.co/papers';

/** A surface or a part of it that has nothing to show, and what to do about it. Takes the focus that the last row had. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty" tabIndex={-1}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A library without papers teaches how to get the first. */
export function NoPapers() {
  return (
    <Empty title={t('uiEmptyTitle')}>
      <p>{t('uiEmptyHow')}</p>
      <a class="btn primary" href={todaysPapers} target="_blank" rel="noreferrer">
        {t('uiOpenToday')}
      </a>
    </Empty>
  );
}

interface NothingFoundProps {
  query: string;
  /** The part of the query without which something would be found. */
  emptiedBy: string | undefined;
  size: number;
  onQuery(query: string): void;
}

/** Nothing found: says which part of the query excluded everything, and takes it out on a click. */
export function NothingFound({ query, emptiedBy, size, onQuery }: NothingFoundProps) {
  const hasOther = emptiedBy !== undefined && emptiedBy.trim() !== query.trim();
  return (
    <Empty title={t('uiNothingFound')}>
      <p>{hasOther ? t('uiEmptiedBy', emptiedBy) : plural('uiNothingOf', size)}</p>
      <button type="button" class="btn" onClick={() => onQuery(hasOther ? withoutPart(query, emptiedBy) : '')}>
        {hasOther ? t('uiSearchWithout', emptiedBy) : t('uiSearchClear')}
      </button>
    </Empty>
  );
}

/** The library could not be read. */
export function Unreadable({ error }: { error: unknown }) {
  return (
    <Empty title={t('uiUnreadable')}>
      <p role="alert">{errorWords(error)}</p>
      <button type="button" class="btn" onClick={() => location.reload()}>
        {t('uiRetry')}
      </button>
    </Empty>
  );
}
