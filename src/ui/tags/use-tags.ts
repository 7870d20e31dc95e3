import { useMemo, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Completion } from '../../paper/marks';
import type { Tag } from '../../paper/paper';
import { foldTag } from '../../paper/tag-name';
import { useRead } from '../library/use-read';

/** The user's tags. */
export interface Tags {
  byId: ReadonlyMap<string, Tag>;
  /** Sorted by name. */
  all: readonly Tag[];
  /** How many papers have the tag itself or one below it, by tag id. */
  counts: ReadonlyMap<string, number>;
  /** The tag of that name, whatever its case. */
  named(name: string): Tag | undefined;
  colorOf(name: string): number | undefined;
  complete(text: string, limit?: number): Promise<readonly Completion[]>;
}

interface KnownTags {
  all: readonly Tag[];
  counts: ReadonlyMap<string, number>;
}

const none: KnownTags = { all: [], counts: new Map() };
const { compare } = new Intl.Collator();

/** Whether nothing that is shown of the tags changed: then what was made of thousands need not be made again. */
const isSame = (a: KnownTags, b: KnownTags): boolean =>
  a.all.length === b.all.length &&
  a.all.every((tag, i) => {
    const other = b.all[i];
    const isEqual = tag.id === other?.id && tag.name === other.name && tag.color === other.color;
    return isEqual && a.counts.get(tag.id) === b.counts.get(tag.id);
  });

/** Reads the tags; the answer is the last one if nothing changed. */
function reader() {
  let last: KnownTags = none;
  return async (library: Library): Promise<KnownTags> => {
    const [tags, counts] = await Promise.all([library.tags(), library.tagCounts()]);
    const now = { all: tags.sort((a, b) => compare(a.name, b.name)), counts };
    if (!isSame(now, last)) last = now;
    return last;
  };
}

/** The user's tags, kept up to date. */
export function useTags(library: Library): Tags {
  const [read] = useState(reader);
  const [known = none] = useRead(library, read);
  return useMemo(() => {
    const byName = new Map(known.all.map((tag) => [tag.name, tag]));
    let byFolded: Map<string, Tag> | undefined;
    return {
      ...known,
      byId: new Map(known.all.map((tag) => [tag.id, tag])),
      named: (name) => {
        byFolded ??= new Map(known.all.map((tag) => [foldTag(tag.name), tag]));
        return byFolded.get(foldTag(name));
      },
      colorOf: (name) => byName.get(name)?.color,
      complete: (text, limit = 8) => library.complete(text, limit),
    };
  }, [known, library]);
}
