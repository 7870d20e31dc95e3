import { useMemo } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Completion } from '../../paper/marks';
import type { Tag } from '../../paper/paper';
import { useRead } from '../library/use-read';

/** The user's tags. */
export interface Tags {
  byId: ReadonlyMap<string, Tag>;
  /** Sorted by name. */
  all: readonly Tag[];
  /** How many papers have the tag itself or one below it, by tag id. */
  counts: ReadonlyMap<string, number>;
  colorOf(name: string): number | undefined;
  complete(text: string): Promise<readonly Completion[]>;
}

const none: { all: Tag[]; counts: Map<string, number> } = { all: [], counts: new Map() };
const read = async (library: Library) => {
  const [all, counts] = await Promise.all([library.tags(), library.tagCounts()]);
  return { all: all.sort((a, b) => a.name.localeCompare(b.name)), counts };
};

/** The user's tags, kept up to date. */
export function useTags(library: Library): Tags {
  const [known = none] = useRead(library, read);
  return useMemo(() => {
    const byName = new Map(known.all.map((tag) => [tag.name, tag]));
    return {
      ...known,
      byId: new Map(known.all.map((tag) => [tag.id, tag])),
      colorOf: (name) => byName.get(name)?.color,
      complete: (text) => library.complete(text, 8),
    };
  }, [known, library]);
}
