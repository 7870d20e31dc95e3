/** IEEE. https://journals.ieeeauthorcenter.ieee.org/your-role-in-article-production/ieee-editorial-style-manual/ */

import { initials, type Name } from '../names';
import { type CitationParts, joinParts, monthShort, pagesWhole, straight } from './parts';

export function ieee(paper: CitationParts): string {
  const { kind, title, doi, address } = paper;
  const names = nameList(paper.names);
  const within = joinParts(container(paper), ', ');
  if (kind === 'book')
    return closed(`${joinParts([names, title], ', ')}${/[?!]$/.test(title) ? '' : '.'} ${within}`, '.', doi, address);
  const opening = `${names ? `${names}, ` : ''}“${title}${within && kind !== 'other' ? ',' : '.'}”`;
  return closed(joinParts([opening, within], ' '), kind === 'article' ? ',' : '.', doi, address);
}

/** The DOI, otherwise the address; journal articles have it within the sentence. */
function closed(text: string, stop: string, doi: string | undefined, address: string | undefined): string {
  const end = /[.,]”?$/.test(text) ? '' : stop;
  if (doi) return `${text}${end} doi: ${doi}.`;
  if (address) return `${text}${end} [Online]. Available: ${address}`;
  return `${text}${/\.”?$/.test(text) ? '' : '.'}`;
}

function nameList(names: readonly Name[]): string {
  const all = names.map((name) =>
    straight(name, name.literal === undefined && name.given ? initials(name.given) : undefined),
  );
  if (all.length > 6) return `${all[0]} et al.`;
  if (all.length < 3) return all.join(' and ');
  return `${all.slice(0, -1).join(', ')}, and ${all.at(-1)}`;
}

function container({
  kind,
  venue,
  publisher,
  volume,
  issue,
  pages,
  date,
  arxiv,
}: CitationParts): (string | undefined)[] {
  const month = date?.month && monthShort(date.month, 3);
  const dated = joinParts([month || undefined, date?.year], ' ');
  const day = date?.day && `${month} ${String(date.day).padStart(2, '0')}, ${date.year}`;
  const range = pages && `${pages.includes('-') ? 'pp.' : 'p.'} ${pagesWhole(pages)}`;
  const parts: Record<CitationParts['kind'], (string | undefined)[]> = {
    preprint: [day || dated, arxiv ? `arXiv: arXiv:${arxiv}` : venue],
    article: [venue, volume && `vol. ${volume}`, issue && `no. ${issue}`, range, dated],
    conference: [venue && `in ${venue}`, publisher, dated, range],
    chapter: [venue && `in ${venue}`, publisher, date?.year, range],
    book: [publisher, date?.year],
    thesis: ['thesis', venue, date?.year],
    report: [venue, dated],
    other: [day || dated],
  };
  return parts[kind];
}
