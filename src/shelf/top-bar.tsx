import type { RefObject } from 'preact';
import { type MessageKey, t } from '../locale';
import browser from '../messages/browser';
import { searchedMetrics } from '../paper/metrics';
import type { Vocabulary } from '../query/complete';
import type { Problem, Sort, SortKey } from '../query/query';
import { IconButton } from '../ui/kit/icon-button';
import { metricSort } from '../ui/paper/metric-words';
import { SearchField } from '../ui/search/search-field';
import type { ListViewState } from './use-list-view';
import { ViewMenu } from './view-menu';

/** Orders that are offered, each with the way round that is wanted of it. */
export const sorts: readonly { by: SortKey; descending: boolean; name: MessageKey }[] = [
  { by: 'saved', descending: true, name: 'sortSaved' },
  { by: 'published', descending: true, name: 'sortPublished' },
  { by: 'relevance', descending: true, name: 'sortRelevance' },
  { by: 'title', descending: false, name: 'sortTitle' },
  { by: 'author', descending: false, name: 'sortAuthor' },
  { by: 'venue', descending: false, name: 'sortVenue' },
  ...searchedMetrics.map((by) => ({ by, descending: true, name: metricSort(by) })),
  { by: 'status', descending: false, name: 'sortStatus' },
  { by: 'changed', descending: true, name: 'sortChanged' },
];

interface TopBarProps {
  query: string;
  sort: Sort;
  view: ListViewState;
  search: RefObject<HTMLInputElement | null>;
  searchKey: string;
  known: Vocabulary;
  problems: readonly Problem[];
  hasRows: boolean;
  /** Whether the order can be chosen. */
  hasSort: boolean;
  /** Whether the search can be saved: it is neither empty nor saved already. */
  canSave: boolean;
  onQuery(query: string): void;
  onSort(sort: Sort): void;
  onDown(): void;
  onSaveFilter(): void;
  onSide(): void;
  onImport(): void;
  onHelp(): void;
}

/** The bar above everything: search, saving the search, order, help, options. */
export function TopBar(props: TopBarProps) {
  const { sort } = props;
  return (
    <header class="top">
      <IconButton name={t('shelfSide')} icon="library" class="side-toggle" onClick={props.onSide} />
      <h1>{t('shelfTitle')}</h1>
      <SearchField
        query={props.query}
        field={props.search}
        known={props.known}
        problems={props.problems}
        hint={props.searchKey}
        hasRows={props.hasRows}
        onInput={props.onQuery}
        onDown={props.onDown}
      />
      {props.canSave && (
        <button type="button" class="btn ghost" onClick={props.onSaveFilter}>
          {t('shelfFilterSave')}
        </button>
      )}
      {props.hasSort && (
        <>
          <select
            class="field sort"
            aria-label={t('sortBy')}
            value={sort.by}
            onChange={(event) => {
              const found = sorts.find((each) => each.by === event.currentTarget.value);
              if (found) props.onSort({ by: found.by, descending: found.descending });
            }}
          >
            {sorts.map((each) => (
              <option key={each.by} value={each.by}>
                {t(each.name)}
              </option>
            ))}
          </select>
          <ViewMenu view={props.view} />
        </>
      )}
      <IconButton name={t('shelfImport')} icon="import" onClick={props.onImport} />
      <button
        type="button"
        class="btn ghost square"
        aria-label={t('keyTitle')}
        title={t('keyTitle')}
        onClick={props.onHelp}
      >
        <kbd>?</kbd>
      </button>
      <IconButton name={t('popupOptions')} icon="settings" onClick={() => void browser.runtime.openOptionsPage()} />
    </header>
  );
}
