import { useMemo } from 'preact/hooks';
import type { ListView } from '../query/list-view';
import { useSettings } from '../ui/settings/use-settings';

/**
 * How the list is shown, and a function that changes and keeps it. `stored` is what was kept when the page was opened: the list
 * must not be drawn twice until the settings are read.
 */
export function useListView(stored: ListView) {
  const { values, isRead, change } = useSettings();
  const view = isRead ? values.listView : stored;
  const names = view.columns.map(({ name }) => name);
  return {
    ...view,
    /** The same array until other columns are chosen: rows are drawn again when it changes. */
    columnNames: useMemo(() => names, [names.join()]),
    group: view.group === 'none' ? undefined : view.group,
    set: (some: Partial<ListView>) => change({ listView: { ...view, ...some } }),
  };
}

export type ListViewState = ReturnType<typeof useListView>;
