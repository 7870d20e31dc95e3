import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Completion } from '../messages';
import type { Tag } from '../paper';
import { reading } from './reading';

/** The user's tags as every surface needs them, kept up to date. */
export interface Tags {
  byId: ReadonlyMap<string, Tag>;
  /** Sorted by name. */
  all: readonly Tag[];
  /** Papers with the tag itself or one below it, by id. */
  counts: ReadonlyMap<string, number>;
  colorOf(name: string): number | undefined;
  complete(text: string): Promise<readonly Completion[]>;
}

/** Reads the tags and reads them again after each change. */
export function useTags(library: Library): Tags {
  const [known, setKnown] = useState<{ all: Tag[]; counts: Map<string, number> }>({ all: [], counts: new Map() });
  useEffect(() => {
    let isLive = true;
    const read = async () => {
      const [all, counts] = await Promise.all([library.tags(), library.tagCounts()]);
      if (isLive) setKnown({ all: all.sort((a, b) => a.name.localeCompare(b.name)), counts });
    };
    reading(read());
    const stop = library.onChange(() => reading(read()));
    return () => {
      isLive = false;
      stop();
    };
  }, [library]);
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
