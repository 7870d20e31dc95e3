/** How the library lists papers: how dense, in which groups, in which columns. Pure. */
import { type SearchedMetric, searchedMetrics } from '../paper/metrics';
import { type GroupKey, groupKeys, type SortKey } from './query';

/** One line a paper; title, authors and tags below each other; a table. The names are permanent: settings hold them. */
export const densities = ['compact', 'comfortable', 'table'] as const;
export type Density = (typeof densities)[number];

/** Columns of the table besides the title, in the order in which they are offered. The names are permanent. */
export const columnNames = ['authors', 'venue', 'year', 'tags', 'status', 'saved', ...searchedMetrics] as const;
export type ColumnName = (typeof columnNames)[number];

/** A column of the table: its width is in px. */
export interface ListColumn {
  name: ColumnName;
  width: number;
}

export interface ListView {
  density: Density;
  group: GroupKey | 'none';
  /** The columns shown after the title, which takes what is left of the width. */
  columns: readonly ListColumn[];
}

/** Widths that a column may have, px. */
export const [minWidth, maxWidth] = [48, 480];

const widths: Record<Exclude<ColumnName, SearchedMetric>, number> = {
  authors: 150,
  venue: 110,
  year: 52,
  tags: 140,
  status: 76,
  saved: 96,
};

/** The width of a column that was not changed, px. */
export const usualWidth = (name: ColumnName): number => (name in widths ? widths[name as keyof typeof widths] : 72);

export const defaultListView: ListView = {
  density: 'comfortable',
  group: 'none',
  columns: (['authors', 'venue', 'year', 'status'] as const).map((name) => ({ name, width: usualWidth(name) })),
};

/** The order that a column shows; undefined where the table cannot be sorted by it. */
export function sortOf(name: ColumnName | 'title'): SortKey | undefined {
  if (name === 'tags') return undefined;
  if (name === 'authors') return 'author';
  return name === 'year' ? 'published' : name;
}

const isColumn = (value: unknown): value is ListColumn => {
  const { name, width } = (value ?? {}) as Partial<Record<keyof ListColumn, unknown>>;
  return (
    columnNames.some((each) => each === name) && typeof width === 'number' && width >= minWidth && width <= maxWidth
  );
};

/** Whether a value from outside, such as a backup's, is a way to list papers. */
export function isListView(value: unknown): value is ListView {
  const { density, group, columns } = (value ?? {}) as Partial<Record<keyof ListView, unknown>>;
  return (
    densities.some((each) => each === density) &&
    ['none', ...groupKeys].some((each) => each === group) &&
    Array.isArray(columns) &&
    columns.length <= columnNames.length &&
    columns.every(isColumn) &&
    new Set(columns.map(({ name }) => name)).size === columns.length
  );
}
