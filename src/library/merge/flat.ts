/**
 * Facts as a flat list of single facts, each of which merging chooses on its own: links and counts one by one, the
 * authors together with their number. Pure.
 */
import type { Metrics } from '../../paper/metrics';
import type { Facts, Links } from '../../paper/paper';

/** Single facts by path (`title`, `links.code`, `metrics.upvotes`, `authors`), without the ids. */
export type Flat = Map<string, unknown>;

/** What a source says of the authors: the names it gives and how many it says there are. */
export interface Authors {
  names?: string[];
  count: number;
}

const nested = ['links', 'metrics'] as const;

/** Takes facts apart. */
export function flatten(facts: Facts): Flat {
  const { ids: _, authors, authorCount, ...rest } = facts;
  const flat: Flat = new Map();
  const count = Math.max(authors?.length ?? 0, authorCount ?? 0);
  if (count > 0) flat.set('authors', { ...(authors && { names: authors }), count } satisfies Authors);
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    if ((nested as readonly string[]).includes(name)) {
      for (const [part, inner] of Object.entries(value as Links | Metrics)) {
        if (inner !== undefined) flat.set(`${name}.${part}`, inner);
      }
    } else flat.set(name, value);
  }
  return flat;
}

/** Puts facts together again, their parts always in the same order, so that equal facts are equal as text. */
export function unflatten(flat: Flat, ids: readonly string[]): Facts {
  const facts: Record<string, unknown> = { ids: [...ids] };
  for (const [path, value] of [...flat].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [name, part] = path.split('.') as [string, string?];
    if (name === 'authors') {
      const { names, count } = value as Authors;
      if (names) facts.authors = names;
      facts.authorCount = count;
    } else if (part === undefined) facts[name] = value;
    else facts[name] = { ...(facts[name] as object | undefined), [part]: value };
  }
  return facts as unknown as Facts;
}
