/** All tags, read once and kept until something changes: reading 50,000 takes longer than a key press may. */
import type { Connection } from './connection';
import type { StoredTag } from './schema';

export interface KnownTags {
  /** All tags in alphabetical order, each parent before the tags below it. Do not change them. */
  all(): Promise<readonly StoredTag[]>;
  /** Reads them again when they are next asked for. Call it after each change of the library. */
  forget(): void;
}

export function knownTags({ read }: Pick<Connection, 'read'>): KnownTags {
  let kept: Promise<readonly StoredTag[]> | undefined;
  const forget = () => {
    kept = undefined;
  };
  return {
    all() {
      if (kept) return kept;
      const asked = read(['tags'], (tx) => tx.objectStore('tags').index('folded').getAll());
      kept = asked;
      // A failure is the caller's to report; the next call tries again.
      asked.catch(() => kept === asked && forget());
      return asked;
    },
    forget,
  };
}
