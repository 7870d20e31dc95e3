/** MLA, 9th edition. https://style.mla.org/works-cited/works-cited-a-quick-guide/ */
import {
  areTwoLiterals,
  type CitationParts,
  ended,
  invertedWhole,
  joinParts,
  monthShort,
  pagesShort,
  straight,
} from './parts';

export function mla(paper: CitationParts): string {
  const { kind, arxiv, link } = paper;
  const stands = kind === 'preprint' || kind === 'book' || kind === 'thesis' || kind === 'other';
  const title = ended(paper.headline);
  const within = container(paper);
  const parts = arxiv ? [ended(within), joinParts(['arXiv.org', link], ', ')] : [joinParts([within, link], ', ')];
  return ended(joinParts([ended(nameList(paper)), stands ? title : `“${title}”`, ...parts], ' '));
}

function nameList({ names }: CitationParts): string {
  const [first, second] = names;
  if (!first) return '';
  const whole = invertedWhole(first);
  if (!second) return whole;
  if (names.length > 2) return `${whole}, et al.`;
  return `${whole}${areTwoLiterals(names) ? '' : ','} and ${straight(second)}`;
}

function container({ kind, venue, publisher, volume, issue, pages, date, arxiv }: CitationParts): string {
  const year = date?.year;
  const month = date?.month && monthShort(date.month, 4);
  const range = pages && `${pages.includes('-') ? 'pp.' : 'p.'} ${pagesShort(pages, 2)}`;
  const day =
    date &&
    joinParts(
      [date.day && String(date.day), month, year].map((part) => part || undefined),
      ' ',
    );
  const parts: Record<CitationParts['kind'], (string | undefined)[]> = {
    preprint: [arxiv && `arXiv:${arxiv}`, venue, day],
    article: [
      venue,
      volume && `vol. ${volume}`,
      issue && `no. ${issue}`,
      joinParts([month || undefined, year], ' '),
      range,
    ],
    conference: [venue, publisher, year, range],
    chapter: [venue, publisher, year, range],
    book: [publisher, year],
    thesis: [joinParts([year, venue], '. ')],
    report: [venue, day],
    other: [day],
  };
  return joinParts(parts[kind], ', ');
}
