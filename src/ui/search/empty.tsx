import type { ComponentChildren } from 'preact';
import { plural, t } from '../../locale';
import { withoutPart } from '../../query/terms';
import { errorWords } from '../library/error-words';
import { isRefusedToPrivateWindow, openInNormalWindow } from '../library/private-window';

/** The listing that a new user is led to. */
export const todaysPapers = 'https://huggingface.co/papers';

/** An empty state: what is missing and what to do about it. It can take the focus that the last row had. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty" tabIndex={-1}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** The library is empty: says how to save a first paper. */
export function NoPapers() {
  return (
    <EmptyState title={t('uiEmptyTitle')}>
      <p>{t('uiEmptyHow')}</p>
      <a class="btn primary" href={todaysPapers} target="_blank" rel="noreferrer">
        {t('uiOpenToday')}
      </a>
    </EmptyState>
  );
}

interface NothingFoundProps {
  query: string;
  /** The part of the query without which there would be results. */
  emptiedBy: string | undefined;
  size: number;
  onQuery(query: string): void;
}

/** A query without results: names the part that excluded everything, and removes it on a click. */
export function NothingFound({ query, emptiedBy, size, onQuery }: NothingFoundProps) {
  const hasOther = emptiedBy !== undefined && emptiedBy.trim() !== query.trim();
  return (
    <EmptyState title={t('uiNothingFound')}>
      <p>{hasOther ? t('uiEmptiedBy', emptiedBy) : plural('uiNothingOf', size)}</p>
      <button type="button" class="btn" onClick={() => onQuery(hasOther ? withoutPart(query, emptiedBy) : '')}>
        {hasOther ? t('uiSearchWithout', emptiedBy) : t('uiSearchClear')}
      </button>
    </EmptyState>
  );
}

/** The library could not be read. In a private window of Firefox trying again never helps: another window does. */
export function Unreadable({ error }: { error: unknown }) {
  const isPrivate = isRefusedToPrivateWindow(error);
  return (
    <EmptyState title={t('uiUnreadable')}>
      <p role="alert">{errorWords(error)}</p>
      <button type="button" class="btn" onClick={isPrivate ? openInNormalWindow : () => location.reload()}>
        {t(isPrivate ? 'uiOpenNormalWindow' : 'uiRetry')}
      </button>
    </EmptyState>
  );
}
