/** Vancouver, as the National Library of Medicine has it. https://www.nlm.nih.gov/bsd/uniform_requirements.html */

import { familyOf, initials, type Name } from '../names';
import { type Cited, ended, joined, pagesShort } from './parts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function vancouver(paper: Cited): string {
  const { kind, title, names, address } = paper;
  const isPart = kind === 'article' || kind === 'conference' || kind === 'chapter';
  const online = address ? ' [Internet]' : '';
  const opening = [ended(nameList(names)), isPart ? ended(title) : `${title}${online}.`];
  const end = address ? `Available from: ${address}` : undefined;
  return joined([...opening, container(paper, online), end], ' ');
}

function nameList(names: readonly Name[]): string {
  const all = names.slice(0, 6).map((name) => {
    if (name.literal !== undefined) return name.literal;
    return joined(
      [familyOf(name), name.given && initials(name.given).replace(/[^\p{L}]/gu, ''), name.suffix?.replace('.', '')],
      ' ',
    );
  });
  return joined([...all, names.length > 6 && 'et al'], ', ');
}

function container(paper: Cited, online: string): string {
  const { kind, venue, publisher, date, pages } = paper;
  const year = date?.year;
  const range = pages && pagesShort(pages, 1);
  if (kind === 'article') return `${venue}${online}. ${article(paper, range)}`;
  if (kind === 'conference' || kind === 'chapter')
    return joined([`In: ${venue}${online}.`, imprint(publisher, year), range && `p. ${range}.`], ' ');
  if (kind === 'thesis' || kind === 'report') {
    const month = kind === 'report' && date?.month ? ` ${months[date.month - 1]}` : '';
    return joined([venue && `${venue}.`, year && `${year}${month}.`], ' ');
  }
  return imprint(kind === 'book' ? publisher : kind === 'preprint' ? venue : undefined, year);
}

/** "Publisher; year." */
const imprint = (publisher: string | undefined, year: string | undefined): string =>
  joined([publisher && `${publisher};`, year && `${year}.`], ' ');

function article({ date, volume, issue }: Cited, range: string | undefined): string {
  const day =
    date &&
    joined(
      [date.year, date.month && months[date.month - 1], date.day && String(date.day)].map((part) => part || undefined),
      ' ',
    );
  const numbers = `${volume ?? ''}${issue ? `(${issue})` : ''}${range ? `:${range}` : ''}`;
  return `${day ? `${day};` : ''}${numbers}${numbers ? '.' : ''}`;
}
