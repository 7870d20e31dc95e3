import { t } from '../locale';
import browser from '../messages/browser';
import { densities } from '../query/list-view';
import { groupKeys } from '../query/query';
import type { Command, CommandGroup } from '../ui/palette/command';
import { sorts } from './top-bar';
import type { ShelfState } from './use-shelf';
import { densityWords, groupByWords } from './view-menu';

/** Commands of the library page alone: saving the search, the orders; and its places. */
export function shelfCommands(shelf: ShelfState): { own: Command[]; places: Command[]; more: CommandGroup[] } {
  const { shownQuery: query, goTo, listView } = shelf;
  const orders = sorts.map(({ by, descending, name }) => ({
    id: `sort:${by}`,
    name: `${t('sortBy')}: ${t(name)}`,
    run: () => shelf.setSort({ by, descending }),
  }));
  const views = densities.map((density) => ({
    id: `view:${density}`,
    name: `${t('viewDensity')}: ${t(densityWords[density])}`,
    run: () => listView.set({ density }),
  }));
  const groupings = (['none', ...groupKeys] as const).map((group) => ({
    id: `group:${group}`,
    name: `${t('viewGroupBy')}: ${t(groupByWords[group])}`,
    run: () => listView.set({ group }),
  }));
  const read = { id: 'read', name: t('readingCommand'), run: shelf.reading.start };
  const save = { id: 'save-search', name: t('shelfFilterSave'), run: () => shelf.setSaving(true) };
  const bringIn = { id: 'import', name: t('shelfImport'), run: () => shelf.setImporting({}) };
  return {
    own: [read, ...(query.trim() === '' ? [] : [save]), bringIn],
    more: [
      { title: t('sortBy'), commands: orders },
      { title: t('viewTitle'), commands: [...views, ...groupings] },
    ],
    places: [
      { id: 'all', name: t('shelfAll'), run: () => shelf.ask('') },
      { id: 'today', name: t('todayTitle'), run: () => goTo('today') },
      { id: 'duplicates', name: t('shelfDuplicates'), run: () => goTo('duplicates') },
      { id: 'trash', name: t('shelfTrash'), run: () => goTo('trash') },
      { id: 'overview', name: t('shelfOverview'), run: () => goTo('overview') },
      { id: 'options', name: t('popupOptions'), run: () => void browser.runtime.openOptionsPage() },
    ],
  };
}
