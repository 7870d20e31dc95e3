import type { Library } from '../../library/library';
import type { Filter } from '../../library/types';
import { type MessageKey, plural, t } from '../../locale';
import { useRead } from '../../ui/library/use-read';
import { type TodayOrder, todayOrders } from './today-order';
import type { TodayState } from './use-today';

export interface TodayHeadProps {
  library: Library;
  today: TodayState;
  /** The query that filters what is shown. */
  query: string;
  onQuery(query: string): void;
  order: TodayOrder;
  onOrder(order: TodayOrder): void;
}

const orderNames: Record<TodayOrder, MessageKey> = { likely: 'todayByLikely', listing: 'todayByListing' };

/** A menu of the orders, where cards are ranked. */
function OrderMenu({ today, order, onOrder }: TodayHeadProps) {
  if (!today.state?.ranks) return null;
  return (
    <select
      class="field"
      aria-label={t('sortBy')}
      value={order}
      onChange={(event) => {
        const found = todayOrders.find((each) => each === event.currentTarget.value);
        if (found) onOrder(found);
      }}
    >
      {todayOrders.map((each) => (
        <option key={each} value={each}>
          {t(orderNames[each])}
        </option>
      ))}
    </select>
  );
}

/** "612 papers in 4 listings · 23 look like yours". */
function countWords({ found, parts, state }: TodayState): string {
  const all = t('todayIn', plural('papers', found.length), plural('todayListings', state?.listings.length ?? 0));
  return parts ? `${all} · ${plural('todayLikely', parts.likely.length)}` : all;
}

/** A menu of the saved searches, any of which filters what is shown. */
function SavedFilter({ library, query, onQuery }: TodayHeadProps) {
  const [filters = []] = useRead<readonly Filter[]>(library, (own) => own.filters());
  if (filters.length === 0) return null;
  return (
    <select
      class="field"
      aria-label={t('todayFilter')}
      value={query.trim()}
      onChange={(event) => onQuery(event.currentTarget.value)}
    >
      <option value="">{t('todayFilterNone')}</option>
      {query.trim() !== '' && filters.every((filter) => filter.query !== query.trim()) && (
        <option value={query.trim()}>{query}</option>
      )}
      {filters.map((filter) => (
        <option key={filter.id} value={filter.query}>
          {filter.name}
        </option>
      ))}
    </select>
  );
}

/** The actions on the selected papers, for the mouse. */
function SelectionActions({ today }: { today: TodayState }) {
  const { selected, clear } = today.selection;
  return (
    <header class="middle-head today-head">
      <p aria-live="polite">{plural('uiSelected', selected.length)}</p>
      <span class="space" />
      <button type="button" class="btn" onClick={today.actions.save}>
        {t('uiSave')}
      </button>
      <button type="button" class="btn" onClick={today.actions.dismiss}>
        {t('keyDismiss')}
      </button>
      <button type="button" class="btn ghost" onClick={clear}>
        {t('uiSelectNone')}
      </button>
    </header>
  );
}

/** The counts and the actions above the list. */
export function TodayHead(props: TodayHeadProps) {
  const { today } = props;
  const shown = today.found.length;
  if (today.selection.selected.length > 0) return <SelectionActions today={today} />;
  return (
    <header class="middle-head today-head">
      <p role="status">{today.reading.size > 0 ? t('todayReading') : countWords(today)}</p>
      <span class="space" />
      <OrderMenu {...props} />
      <SavedFilter {...props} />
      <button type="button" class="btn" disabled={shown === 0} onClick={() => void today.copyDigest()}>
        {t('todayCopy')}
      </button>
      <button type="button" class="btn" disabled={today.reading.size > 0} onClick={today.refresh}>
        {t('todayRefresh')}
      </button>
    </header>
  );
}
