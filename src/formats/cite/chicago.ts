/** Chicago, 17th edition, author and date. https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-2.html */
import { monthName } from '../../paper/dates';
import { areTwoLiterals, type CitationParts, ended, invertedWhole, joinParts, pagesShort, straight } from './parts';

export function chicago(paper: CitationParts): string {
  const title = ended(paper.headline);
  const quoted = paper.kind === 'book' ? title : `“${title}”`;
  const dated = ended(paper.date?.year ?? 'n.d.');
  const names = nameList(paper);
  const opening = names ? [ended(names), dated, quoted] : [quoted, dated];
  return joinParts([...opening, ...container(paper).map(ended), paper.link && `${paper.link}.`], ' ');
}

function nameList({ names }: CitationParts): string {
  const [first, ...rest] = names;
  if (!first) return '';
  const all = [invertedWhole(first), ...rest.map((name) => straight(name))];
  if (all.length === 1) return all[0] ?? '';
  if (all.length > 10) return `${all.slice(0, 7).join(', ')}, et al.`;
  return areTwoLiterals(names) ? all.join(' and ') : `${all.slice(0, -1).join(', ')}, and ${all.at(-1)}`;
}

function container(paper: CitationParts): string[] {
  const { kind, venue, publisher, pages } = paper;
  const range = pages && pagesShort(pages, 2, true);
  if (kind === 'article') return [article(paper, range)];
  if (kind === 'conference' || kind === 'chapter')
    return [`In ${joinParts([venue, range], ', ')}`, ...(publisher ? [publisher] : [])];
  const where = kind === 'book' ? publisher : kind === 'other' ? undefined : venue;
  return where ? [where] : [];
}

function article({ venue = '', volume, issue, date }: CitationParts, range: string | undefined): string {
  const month = date?.month && monthName(date.month);
  const alone = issue ? `no. ${issue}${month ? ` (${month})` : ''}` : month || undefined;
  if (!volume) return joinParts([venue, alone, range], ', ');
  if (issue) return joinParts([`${venue} ${volume} (${issue})`, range], ': ');
  return joinParts([`${venue} ${volume}${month ? ` (${month})` : ''}`, range], ':');
}
