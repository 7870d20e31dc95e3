import { type MessageKey, t } from '../locale';
import { type ColumnName, columnNames, type Density, densities, usualWidth } from '../query/list-view';
import { type GroupKey, groupKeys } from '../query/query';
import { MenuButton, type MenuGroup } from '../ui/kit/menu';
import { columnName } from '../ui/list/table-head';
import type { ListViewState } from './use-list-view';

/** The names of the densities. */
export const densityWords: Record<Density, MessageKey> = {
  compact: 'viewCompact',
  comfortable: 'viewComfortable',
  table: 'viewTable',
};

/** The names of what papers are grouped by. */
export const groupByWords: Record<GroupKey | 'none', MessageKey> = {
  none: 'groupNone',
  tag: 'groupTag',
  status: 'uiStatus',
  month: 'groupMonth',
  venue: 'shelfFieldVenue',
  year: 'columnYear',
};

/** The columns with one more or one less, in the order in which they are offered. */
function toggled({ columns }: ListViewState, name: ColumnName): ListViewState['columns'] {
  if (columns.some((each) => each.name === name)) return columns.filter((each) => each.name !== name);
  const all = [...columns, { name, width: usualWidth(name) }];
  return all.sort((a, b) => columnNames.indexOf(a.name) - columnNames.indexOf(b.name));
}

/** The menu of how papers are listed: density, groups and, in a table, columns. */
export function ViewMenu({ view }: { view: ListViewState }) {
  const groups: MenuGroup[] = [
    {
      title: t('viewDensity'),
      isExclusive: true,
      items: densities.map((density) => ({
        name: t(densityWords[density]),
        isOn: view.density === density,
        run: () => view.set({ density }),
      })),
    },
    {
      title: t('viewGroupBy'),
      isExclusive: true,
      items: (['none', ...groupKeys] as const).map((group) => ({
        name: t(groupByWords[group]),
        isOn: (view.group ?? 'none') === group,
        run: () => view.set({ group }),
      })),
    },
  ];
  if (view.density === 'table')
    groups.push({
      title: t('viewColumns'),
      items: columnNames.map((name) => ({
        name: columnName(name),
        isOn: view.columnNames.includes(name),
        run: () => view.set({ columns: toggled(view, name) }),
      })),
    });
  return <MenuButton name={t('viewTitle')} icon="rows" groups={groups} />;
}
