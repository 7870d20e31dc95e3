/** Vancouver, as the National Library of Medicine has it. https://www.nlm.nih.gov/bsd/uniform_requirements.html */

import { monthName } from '../../paper/dates';
import { familyOf, initials, type Name } from '../names';
import { type CitationParts, ended, joinParts, pagesShort } from './parts';

export function vancouver(paper: CitationParts): string {
  const { kind, title, names, address } = paper;
  const isPart = kind === 'article' || kind === 'conference' || kind === 'chapter';
  const online = address ? ' [Internet]' : '';
  const opening = [ended(nameList(names)), isPart ? ended(title) : `${title}${online}.`];
  const end = address ? `Available from: ${address}` : undefined;
  return joinParts([...opening, container(paper, online), end], ' ');
}

function nameList(names: readonly Name[]): string {
  const all = names.slice(0, 6).map((name) => {
    if (name.literal !== undefined) return name.literal;
    return joinParts(
      [familyOf(name), name.given && initials(name.given).replace(/[^\p{L}]/gu, ''), name.suffix?.replace('.', '')],
      ' ',
    );
  });
  return joinParts([...all, names.length > 6 && 'et al'], ', ');
}

function container(paper: CitationParts, online: string): string {
  const { kind, venue, publisher, date, pages } = paper;
  const year = date?.year;
  const range = pages && pagesShort(pages, 1);
  if (kind === 'article') return `${withoutStops(venue)}${online}. ${article(paper, range)}`;
  if (kind === 'conference' || kind === 'chapter')
    return joinParts([`In: ${venue}${online}.`, imprint(publisher, year), range && `p. ${range}.`], ' ');
  if (kind === 'thesis') return imprint(venue, year);
  if (kind === 'report') {
    const month = date?.month ? ` ${monthName(date.month).slice(0, 3)}` : '';
    return joinParts([venue && `${venue}.`, year && `${year}${month}.`], ' ');
  }
  return imprint(kind === 'book' ? publisher : kind === 'preprint' ? venue : undefined, year);
}

/** Abbreviated journals without full stops: "Brain Dev". */
const withoutStops = (venue = ''): string => venue.replace(/\.(?=\s|$)/g, '');

/** "Publisher; year." */
const imprint = (publisher: string | undefined, year: string | undefined): string =>
  joinParts([publisher && `${publisher};`, year && `${year}.`], ' ');

function article({ date, volume, issue }: CitationParts, range: string | undefined): string {
  const day =
    date &&
    joinParts(
      [date.year, date.month && monthName(date.month).slice(0, 3), date.day && String(date.day)].map(
        (part) => part || undefined,
      ),
      ' ',
    );
  const numbers = `${volume ?? ''}${issue ? `(${issue})` : ''}${range ? `:${range}` : ''}`;
  return `${day ? `${day};` : ''}${numbers}${numbers ? '.' : ''}`;
}
