/** Decides whether a query matches one paper or one card of a page. This defines what the language means. Pure. */
import { idValue } from '../paper/identity';
import type { Facts } from '../paper/paper';
import { isPublishedPaper, isRetracted } from '../paper/publication';
import { fold, foldAll, foldName } from './fold';
import type { Have, Leaf, Node, QuerySubject, RangeField, TextField } from './query';
import { dayNumber } from './values';

/** A subject whose texts are folded on first use. Reuse it as long as the subject does not change. */
export interface FoldedSubject {
  subject: QuerySubject;
  text(field: TextField): string;
  /** Folded names of its tags. */
  tags: readonly string[];
}

/** Prepares a subject for `matchesQuery`. */
export function foldSubject(subject: QuerySubject): FoldedSubject {
  const { facts, own } = subject;
  const texts = new Map<TextField, string>();
  const read: Record<TextField, () => string> = {
    title: () => fold(facts.title),
    author: () => foldAll(facts.authors ?? []),
    abstract: () => fold(facts.abstract ?? ''),
    note: () => fold(own?.note ?? ''),
    venue: () => fold(facts.venue ?? ''),
    any: () =>
      [...(['title', 'author', 'abstract', 'note', 'venue'] as const).map(text), foldAll(own?.tags ?? [])].join('\n'),
  };
  const text = (field: TextField): string => {
    const known = texts.get(field) ?? read[field]();
    texts.set(field, known);
    return known;
  };
  return { subject, text, tags: (own?.tags ?? []).map(foldName) };
}

/** Whether a query (`Query.node`) matches a subject. No node matches everything. */
export function matchesQuery(node: Node | undefined, seen: FoldedSubject): boolean {
  if (!node) return true;
  if (node.is === 'and') return node.of.every((part) => matchesQuery(part, seen));
  if (node.is === 'or') return node.of.some((part) => matchesQuery(part, seen));
  if (node.is === 'not') return !matchesQuery(node.of, seen);
  return holds(node, seen);
}

function holds(leaf: Leaf, seen: FoldedSubject): boolean {
  const { facts, own, sites, ids } = seen.subject;
  switch (leaf.is) {
    case 'text':
      return seen.text(leaf.field).includes(leaf.needle);
    case 'tag':
      return seen.tags.some(tagMatcher(leaf.name));
    case 'site':
      return sites.some((site) => siteMatches(leaf.name, site));
    case 'category':
      return (facts.categories ?? []).some((category) => categoryMatches(leaf.name, category));
    case 'id':
      return ids.some((id) => idMatches(leaf.value, id));
    case 'status':
      return own?.status === leaf.status;
    case 'starred':
      return own?.starred === true;
    case 'saved':
      return own !== undefined;
    case 'published':
      return isPublishedPaper(facts);
    case 'retracted':
      return isRetracted(facts);
    case 'has':
      return has(leaf.what, facts, ids, own?.note, seen.tags.length);
    case 'range': {
      const value = measure(leaf.of, seen.subject);
      return value !== undefined && value >= leaf.min && value <= leaf.max;
    }
  }
}

function measure(of: RangeField, { facts, own }: QuerySubject): number | undefined {
  if (of === 'published') return dayNumber(facts.published) || undefined;
  if (of === 'saved') return own?.savedAt;
  if (of === 'changed') return own?.changedAt;
  return facts.metrics?.[of];
}

/** Whether a paper has something. Every arXiv paper has a PDF, even if no page gave its address. */
export function has(what: Have, facts: Facts, ids: readonly string[], note: string | undefined, tags: number): boolean {
  switch (what) {
    case 'code':
      return (facts.links?.code?.length ?? 0) > 0;
    case 'pdf':
      return facts.links?.pdf !== undefined || ids.some((id) => id.startsWith('arxiv:'));
    case 'note':
      return (note ?? '').trim() !== '';
    case 'abstract':
      return facts.abstract !== undefined;
    case 'authors':
      return (facts.authors?.length ?? 0) > 0;
    case 'tag':
      return tags > 0;
    case 'venue':
      return facts.venue !== undefined;
    case 'date':
      return facts.published !== undefined;
  }
}

/**
 * Returns a test for folded tag names. `tag:rl` finds the tag and all tags below it. `*` stands for any text, and finds
 * tags of that shape and tags below them. `rl/` means `rl/*`.
 */
export function tagMatcher(asked: string): (name: string) => boolean {
  const shape = asked.endsWith('/') ? `${asked}*` : asked;
  if (!shape.includes('*')) return (name) => name === shape || name.startsWith(`${shape}/`);
  const parts = shape.split(/\*+/);
  return (name) => fits(name, parts) || fits(name, [...parts.slice(0, -1), `${parts.at(-1)}/`, '']);
}

/**
 * Whether a name consists of the parts in order with any text between them. Takes each part at its first place, so it
 * runs in linear time.
 */
function fits(name: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}

/** Whether `site:` finds a site: by a prefix of its id. */
export const siteMatches = (asked: string, site: string): boolean => foldName(site).startsWith(asked);

/** Whether `category:` finds a category: by its name, or by the name of its archive. */
export function categoryMatches(asked: string, category: string): boolean {
  const name = foldName(category);
  const wanted = asked.replace(/\.\*?$/, '');
  return name === wanted || name.startsWith(`${wanted}.`);
}

/** Whether `id:` finds an id: by a prefix of its value, or of `scheme:value` if a scheme was typed. */
export function idMatches(asked: string, id: string): boolean {
  const folded = foldName(id);
  return idValue(folded).startsWith(asked) || (asked.includes(':') && folded.startsWith(asked));
}
