/** APA, 7th edition. https://apastyle.apa.org/style-grammar-guidelines/references/examples */
import { monthName } from '../../paper/dates';
import { areTwoLiterals, type CitationParts, ended, invertedInitials, joinParts, pagesWhole } from './parts';

export function apa(paper: CitationParts): string {
  const { kind, title, arxiv, link } = paper;
  const number = kind === 'preprint' && arxiv ? `${title} (No. arXiv:${arxiv})` : title;
  const whole = kind === 'thesis' ? `${title} [Thesis, ${paper.venue}]` : number;
  const names = nameList(paper);
  const dated = `(${dateOf(paper)}).`;
  const opening = names ? [ended(names), dated, ended(whole)] : [ended(whole), dated];
  return joinParts([...opening, ended(container(paper)), link], ' ');
}

function nameList({ names }: CitationParts): string {
  const all = names.map(invertedInitials);
  const last = all.at(-1) ?? '';
  if (all.length < 2) return last;
  if (all.length > 20) return `${all.slice(0, 19).join(', ')}, … ${last}`;
  if (areTwoLiterals(names)) return all.join(' & ');
  return `${all.slice(0, -1).join(', ')}, & ${last}`;
}

/** Conference papers and papers without a venue have a full date, all others the year. */
function dateOf({ date, kind }: CitationParts): string {
  if (!date) return 'n.d.';
  if (kind !== 'conference' && kind !== 'other') return date.year;
  const month = date.month && monthName(date.month);
  return month
    ? `${date.year}, ${joinParts(
        [month, date.day && String(date.day)].map((part) => part || undefined),
        ' ',
      )}`
    : date.year;
}

function container({ kind, venue = '', publisher, volume, issue, pages }: CitationParts): string {
  const range = pages && pagesWhole(pages);
  if (kind === 'article')
    return joinParts([venue, volume && issue ? `${volume}(${issue})` : (volume ?? issue), range], ', ');
  if (kind === 'conference') return joinParts([venue, range], ', ');
  if (kind === 'chapter') return joinParts([ended(`In ${venue}${range ? ` (pp. ${range})` : ''}`), publisher], ' ');
  if (kind === 'book') return publisher ?? '';
  return kind === 'thesis' ? '' : venue;
}
