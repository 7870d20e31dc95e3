/**
 * The `citation_*` tags of papers' own pages, as Highwire Press named and Google Scholar asks for them.
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */

import { dateIn, earliest } from '../../paper/dates';
import { arxivToId, doiToId } from '../../paper/identity';
import type { PaperType } from '../../paper/paper';
import { allAuthors, type ScrapedFacts } from './cards';
import { namesInTags } from './tag-names';
import { clean } from './text';

/** Contents of a page's `meta` tags by name or property in lower case, in page order; empty ones left out. */
export function metaTags(document: Document): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name = (tag.getAttribute('name') ?? tag.getAttribute('property') ?? '').toLowerCase();
    const content = tag.getAttribute('content')?.trim();
    if (name && content) tags.set(name, [...(tags.get(name) ?? []), content]);
  }
  return tags;
}

const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/**
 * Text of a tag's content, one line per paragraph. Some publishers leave markup in it, or escape entities twice. No-break spaces
 * are kept.
 */
export function withoutMarkup(text: string | undefined): string | undefined {
  const lines = (text ?? '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot|#39|#x27);/gi, (all, name: string) => entities[name.toLowerCase()] ?? all)
    .replace(/<((?:jats:)?(?:h\d|title))\b[^<>]*>\s*abstract[:.]?\s*<\/\1>/gi, '')
    .replace(/<\/(?:jats:)?(?:p|sec|div)>|<br\s*\/?>/gi, '\n')
    .replace(/<\/h\d>/gi, ' ')
    .replace(/<\/?(?:jats:[\w-]+|p|div|span|section|h\d|i|b|em|strong|sub|sup|a)\b[^<>]*>/gi, '')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim());
  return lines.filter(Boolean).join('\n') || undefined;
}

const types: [string, PaperType][] = [
  ['journal_title', 'article'],
  ['conference_title', 'conference'],
  ['conference', 'conference'],
  ['inbook_title', 'chapter'],
  ['book_title', 'chapter'],
  ['dissertation_institution', 'thesis'],
  ['technical_report_institution', 'report'],
];

/** A journal's name without what NASA ADS has behind it: "The Otter Journal, vol. 788, issue 2, pp. 106-120". */
const withoutVolume = (venue: string | undefined): string | undefined => venue?.replace(/, vol(?:\.|ume) \w.*$/i, '');

/** Facts, ids and title in a page's `citation_*` tags. */
export function highwire(
  tags: Map<string, string[]>,
): ScrapedFacts & { ids: (string | undefined)[]; title: string | undefined } {
  const all = (...keys: string[]): string[] => keys.flatMap((key) => tags.get(`citation_${key}`) ?? []);
  const one = (...keys: string[]): string | undefined => clean(all(...keys)[0] ?? '') || undefined;
  const kind = types.find(([key]) => one(key));
  const [first, last] = [one('firstpage'), one('lastpage')];
  const authors = all('author');
  return {
    ids: [
      ...all('doi').map(doiToId),
      ...all('arxiv_id').map(arxivToId),
      ...all('pmid').map((id) => (/^\d+$/.test(id) ? `pmid:${id}` : undefined)),
    ],
    title: withoutMarkup(all('title')[0]),
    ...allAuthors(namesInTags(authors.length ? authors : all('authors'))),
    abstract: withoutMarkup(all('abstract')[0])?.replace(/^abstract[:.]\s+/i, ''),
    published: earliest(all('online_date', 'publication_date', 'date', 'cover_date', 'year').map(dateIn)),
    venue: kind && /_title$|^conference$/.test(kind[0]) ? withoutVolume(one(kind[0])) : undefined,
    type: kind?.[1],
    volume: one('volume'),
    issue: one('issue'),
    pages: first && last && last !== first ? `${first}-${last}` : first,
    publisher: one('publisher'),
    links: { pdf: one('pdf_url') },
  };
}
