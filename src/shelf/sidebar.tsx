import { useMemo, useState } from 'preact/hooks';
import { statusName, t } from '../locale';
import { statuses } from '../paper/paper';
import { statusValue } from '../query/fields';
import { foldName } from '../query/fold';
import { hasTerm, termsOf, withTerm } from '../query/terms';
import { Icon } from '../ui/kit/icons';
import type { Tags } from '../ui/tags/use-tags';

import { SidebarLink } from './sidebar-link';
import type { TagActions } from './tag-item';
import { tagTree } from './tag-tree';
import { TagTree } from './tag-tree-view';
import type { ShelfView } from './use-shelf';
import type { Totals } from './use-totals';

interface SidebarProps {
  query: string;
  view: ShelfView;
  totals: Totals | undefined;
  tags: Tags;
  tagActions: Omit<TagActions, 'isOn' | 'onShow'>;
  onQuery(query: string): void;
  onView(view: ShelfView): void;
  onFilterRemove(id: string): void;
}

/** From so many tags on there is a field that filters them. */
const minFiltered = 8;

/** Entries shown of a group. */
const maxEntries = 12;

/** The query for a term: the term alone or, if `added` (Ctrl or Cmd was held), in addition to the query. */
const queryWith = (query: string, field: string, value: string, added: boolean): string =>
  withTerm(added ? query : '', field, value).trim();

function Group({
  query,
  view,
  field,
  title,
  counts,
  onQuery,
}: SidebarProps & { field: string; title: string; counts: Map<string, number> | undefined }) {
  if (!counts || counts.size < 2) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {[...counts].slice(0, maxEntries).map(([value, papers]) => (
          <li key={value}>
            <SidebarLink
              isOn={view === 'papers' && hasTerm(query, field, value)}
              papers={papers}
              title={t('shelfCombine', value)}
              onClick={(event) => onQuery(queryWith(query, field, value, event.ctrlKey || event.metaKey))}
            >
              <bdi class="name">{value}</bdi>
            </SidebarLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The entries that are always there: all papers, statuses, starred, and the other views. */
function FixedLinks({ query, view, totals, onQuery, onView }: SidebarProps) {
  const isList = view === 'papers';
  const facets = totals?.facets;
  return (
    <ul>
      <li>
        <SidebarLink isOn={isList && query.trim() === ''} papers={totals?.size} onClick={() => onQuery('')}>
          <span class="name">{t('shelfAll')}</span>
        </SidebarLink>
      </li>
      <li>
        <SidebarLink isOn={view === 'today'} onClick={() => onView('today')}>
          <span class="name">{t('todayTitle')}</span>
        </SidebarLink>
      </li>
      {statuses.map((status) => (
        <li key={status}>
          <SidebarLink
            isOn={isList && (hasTerm(query, 'status', status) || hasTerm(query, 'status', statusValue(status)))}
            papers={facets?.status[status]}
            onClick={() => onQuery(`status:${statusValue(status)}`)}
          >
            <span class="name">{statusName(status)}</span>
          </SidebarLink>
        </li>
      ))}
      <li>
        <SidebarLink
          isOn={isList && hasTerm(query, 'is', 'starred')}
          papers={facets?.starred}
          onClick={() => onQuery('is:starred')}
        >
          <span class="name">{t('uiStarred')}</span>
        </SidebarLink>
      </li>
      <li>
        <SidebarLink isOn={view === 'duplicates'} onClick={() => onView('duplicates')}>
          <span class="name">{t('shelfDuplicates')}</span>
        </SidebarLink>
      </li>
      <li>
        <SidebarLink isOn={view === 'trash'} papers={totals?.trashed} onClick={() => onView('trash')}>
          <span class="name">{t('shelfTrash')}</span>
        </SidebarLink>
      </li>
      <li>
        <SidebarLink isOn={view === 'overview'} onClick={() => onView('overview')}>
          <span class="name">{t('shelfOverview')}</span>
        </SidebarLink>
      </li>
    </ul>
  );
}

function SavedSearches({ query, view, totals, onQuery, onFilterRemove }: SidebarProps) {
  if (!totals?.filters.length) return null;
  return (
    <section>
      <h2>{t('shelfFilters')}</h2>
      <ul>
        {totals.filters.map((filter) => (
          <li key={filter.id} class="tag-line">
            <SidebarLink
              isOn={view === 'papers' && query.trim() === filter.query}
              papers={totals.filterCounts.get(filter.id)}
              title={filter.query}
              onClick={() => onQuery(filter.query)}
            >
              <bdi class="name">{filter.name}</bdi>
            </SidebarLink>
            <button
              type="button"
              class="edit"
              aria-label={t('shelfFilterRemove', filter.name)}
              onClick={() => onFilterRemove(filter.id)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Navigation: statuses, views, saved searches, tags, sites, years. */
export function Sidebar(props: SidebarProps) {
  const { query, view, totals, tags, onQuery } = props;
  const [filter, setFilter] = useState('');
  const tree = useMemo(() => {
    const wanted = foldName(filter.trim());
    return tagTree(
      wanted === '' ? tags.all : tags.all.filter(({ name }) => foldName(name).includes(wanted)),
      tags.counts,
    );
  }, [tags, filter]);
  const isAsked = useMemo(() => termsOf(query, 'tag'), [query]);
  const actions: TagActions = {
    ...props.tagActions,
    isOn: (name) => view === 'papers' && isAsked(name),
    onShow: (name, added) => onQuery(queryWith(query, 'tag', name, added)),
  };
  return (
    <nav class="side" aria-label={t('shelfSide')}>
      <FixedLinks {...props} />
      <SavedSearches {...props} />
      {tags.all.length > 0 && (
        <section>
          <h2>{t('uiTags')}</h2>
          {tags.all.length >= minFiltered && (
            <input
              class="field tag-filter"
              type="search"
              aria-label={t('shelfTagFilter')}
              placeholder={t('shelfTagFilter')}
              value={filter}
              onInput={(event) => setFilter(event.currentTarget.value)}
            />
          )}
          <TagTree tree={tree} actions={actions} />
          {tree.length === 0 && <p class="hint none">{t('shelfTagFilterNone')}</p>}
        </section>
      )}
      <Group {...props} field="site" title={t('shelfSites')} counts={totals?.facets.sites} />
      <Group {...props} field="year" title={t('shelfYears')} counts={totals?.facets.years} />
    </nav>
  );
}
