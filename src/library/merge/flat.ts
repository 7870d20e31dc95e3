/**
 * Facts as a flat list, from which merging chooses each fact on its own. Links and counts are single facts; the authors
 * and their number are one, as are the title and its mark as a link's text. Pure.
 */
import type { Metrics } from '../../paper/metrics';
import type { Facts, Links } from '../../paper/paper';

/** Facts by path (`title`, `links.code`, `metrics.upvotes`, `authors`), without the ids. */
export type Flat = Map<string, unknown>;

/** A source's authors: the names it gives, and how many it says there are. */
export interface Authors {
  names?: string[];
  count: number;
}

/** A title that is only a link's text. Any other title is a plain text. */
export interface LinkText {
  linkText: string;
}

const nested = ['links', 'metrics'] as const;

/** Flattens facts. */
export function flatten(facts: Facts): Flat {
  const { ids: _, authors, authorCount, titleIsLinkText, ...rest } = facts;
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
  if (titleIsLinkText) flat.set('title', { linkText: facts.title } satisfies LinkText);
  return flat;
}

/** Rebuilds facts. Fields are always in the same order, so that equal facts are equal as JSON. */
export function unflatten(flat: Flat, ids: readonly string[]): Facts {
  const facts: Record<string, unknown> = { ids: [...ids] };
  for (const [path, value] of [...flat].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [name, part] = path.split('.') as [string, string?];
    if (name === 'authors') {
      const { names, count } = value as Authors;
      if (names) facts.authors = names;
      facts.authorCount = count;
    } else if (name === 'title' && typeof value === 'object') {
      facts.title = (value as LinkText).linkText;
      facts.titleIsLinkText = true;
    } else if (part === undefined) facts[name] = value;
    else facts[name] = { ...(facts[name] as object | undefined), [part]: value };
  }
  return facts as unknown as Facts;
}
