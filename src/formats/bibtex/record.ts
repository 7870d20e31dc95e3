/** The fields of a BibTeX or BibLaTeX entry as what a file says of a paper. */
import { arxivId } from '../../paper/identity';
import type { PaperType } from '../../paper/paper';
import { isPreprintVenue } from '../../paper/venue';
import { doiIn } from '../entry-ids';
import { fileDate } from '../file-dates';
import { languageTag } from '../languages';
import type { RawRecord } from '../raw-record';
import { addressesIn, verbatimText, withoutAddress } from './addresses';
import { bibtexNames } from './authors';
import { dateOf } from './dates';
import type { SourceEntry } from './entry-fields';
import { journalName } from './journals';
import { keywordList } from './keywords';
import { typeOf } from './types';

/** How fields become text. */
export interface FieldReading {
  /** The LaTeX of an expression, macros replaced. */
  latex(expression: string): string;
  /** LaTeX as text. */
  text(latex: string): string;
}

/** Reads an entry's fields and notes which of them were asked for. */
class Fields {
  private readonly values = new Map<string, string[]>();
  private readonly asked = new Set<string>();

  constructor(
    entry: SourceEntry,
    private readonly reading: FieldReading,
  ) {
    for (const { name, value } of entry.fields) {
      const latex = reading.latex(value);
      if (latex.trim() !== '') this.values.set(name, [...(this.values.get(name) ?? []), latex]);
    }
  }

  /** The LaTeX of the first field of these names that is not empty. */
  latex(...names: string[]): string | undefined {
    for (const name of names) this.asked.add(name);
    return names.map((name) => this.values.get(name)?.[0]).find((value) => value !== undefined);
  }

  /** The keywords of all fields of a name: ScienceDirect writes a field for each. */
  keywords(...names: string[]): string[] {
    for (const name of names) this.asked.add(name);
    return names.flatMap((name) =>
      (this.values.get(name) ?? []).flatMap((value) => keywordList(value, this.reading.text)),
    );
  }

  text(...names: string[]): string | undefined {
    const latex = this.latex(...names);
    return latex === undefined ? undefined : this.reading.text(latex);
  }

  /** The text of a field that programs take as it stands: an address, an id. */
  verbatim(...names: string[]): string | undefined {
    const latex = this.latex(...names);
    return latex === undefined ? undefined : verbatimText(latex);
  }

  /** Names of the fields that have a value and were not asked for. */
  leftOut(): string[] {
    return [...this.values.keys()].filter((name) => !this.asked.has(name));
  }
}

export function rawOfBibtex(entry: SourceEntry, reading: FieldReading): RawRecord {
  const fields = new Fields(entry, reading);
  const { names, total, unclear } = bibtexNames(fields.latex('author') ?? '', reading.text);
  const prefix = fields.text('archiveprefix', 'eprinttype');
  const eprint = fields.verbatim('eprint');
  const isArxiv = prefix === undefined ? arxivId(eprint ?? '') !== undefined : /^arxiv$/i.test(prefix);
  const arxiv = fields.verbatim('arxivid') ?? (isArxiv ? eprint?.replace(/\s*\[[^\]]*\]$/, '') : undefined);
  const classes =
    fields.text('primaryclass', 'eprintclass') ?? /^\s*arXiv:\S+ \[([\w.-]+)\]/.exec(fields.latex('note') ?? '')?.[1];
  const known = typeOf(entry.type);
  // `misc` and `online` say nothing by themselves: an arXiv id makes them a preprint.
  const type = known ?? (arxiv !== undefined ? 'preprint' : undefined);
  const [note, howpublished] = [fields.latex('note') ?? '', fields.latex('howpublished') ?? ''];
  const url = fields.latex('url', 'link', 'ee');
  const urls = [url, fields.latex('pdf')].flatMap((latex) =>
    latex ? verbatimText(latex).split(/\s+(?=https?:)/) : [],
  );
  const noted = withoutAddress(note, reading.text);
  const published = withoutAddress(howpublished, reading.text);
  const venue = venueOf(type, fields, published);
  const volume = fields.text('volume');
  const inVolume = isPreprintVenue(venue ?? '') ? arxivId((volume ?? '').replace(/^abs\//, '')) : undefined;
  const [publisher, date] = [fields.text('publisher'), dateOf((name) => fields.text(name))];
  const isServer = (type === 'preprint' || type === undefined) && isPreprintVenue(publisher ?? '');
  return {
    title: titleOf(fields.text('title'), fields.text('subtitle')),
    authors: names,
    authorTotal: total,
    unclearAuthors: unclear,
    isCut: names.at(-1) === 'others',
    abstract: fields.text('abstract'),
    published: date ?? fileDate(fields.text('eventdate')),
    unreadDate: fields.text('date', 'year'),
    venue: venue ?? (isServer && !/^arxiv$/i.test(publisher ?? '') ? publisher : undefined),
    type,
    volume: inVolume ? undefined : volume,
    issue: fields.text('number', 'issue'),
    pages: pagesOf(fields.text('pages', 'eid', 'article-number', 'art_number')),
    publisher: isServer || (type === 'thesis' && venue === publisher) ? undefined : publisher,
    language: languageTag(fields.text('langid', 'language', 'hyphenation')),
    doi:
      fields.verbatim('doi') ?? (doiIn(note) && /^(?:doi:\s*)?10\.\S+$/i.test(note.trim()) ? note.trim() : undefined),
    arxiv: arxiv ?? inVolume,
    pmid: fields.text('pmid', 'pubmed') ?? (/^pubmed$/i.test(prefix ?? '') ? eprint : undefined),
    pmcid: fields.text('pmcid', 'pmc'),
    // Where there is no field for it, the address is in `howpublished` or `note`.
    urls: url === undefined ? [...urls, ...addressesIn(howpublished), ...addressesIn(note)] : urls,
    categories: isArxiv || prefix === undefined ? classes?.split(/\s+/) : undefined,
    keywords: fields.keywords('author_keywords', 'keywords-plus'),
    mentions: [venue, fields.text('booktitle'), volume, noted, fields.text('number'), published, fields.text('extra')],
    tags: fields.keywords('keywords', 'mendeley-tags'),
    note: fields.text('annote', 'annotation'),
    comment: commentOf(noted === '' ? '' : reading.text(note), fields.text('comment')),
    citationKey: entry.key || undefined,
    leftOut: fields.leftOut(),
  };
}

const titleOf = (title: string | undefined, subtitle: string | undefined): string | undefined =>
  title !== undefined && subtitle !== undefined ? `${title}${/[.:?!]$/.test(title) ? '' : ':'} ${subtitle}` : title;

const pagesOf = (text: string | undefined): string | undefined =>
  text?.replace(/\s*[–—-]+\s*/g, '-').replace(/^-|-$/g, '') || undefined;

/** `note` and JabRef's `comment`, without what other fields say: an id, a DOI, when an address was read. */
function commentOf(note: string, comment: string | undefined): string | undefined {
  const isSaid =
    /^(?:arxiv[:\s]\s*\S+(?:\s*\[[^\]]*\])*(?:\s+(?:version:\s*\d+|type:\s*\w+))*|(?:doi:\s*)?10\.\S+|e?issn:\s*[\dX-]+|(?:last )?(?:accessed|visited|retrieved)\b.{0,40})\.?$/i;
  return [isSaid.test(note) ? '' : note, comment].filter(Boolean).join('; ') || undefined;
}

/** Where it appeared, by the fields that entries of its type have for it. Fields that are not needed count as left out. */
function venueOf(type: PaperType | undefined, fields: Fields, howpublished: string): string | undefined {
  const inBook = () => fields.text('booktitle', 'eventtitle', 'maintitle');
  const school = () => fields.text('school', 'university') ?? fields.text('institution', 'organization');
  const series = () => fields.text('series');
  if (type === 'book') return series() ?? inBook() ?? journalOf(fields);
  if (type === 'thesis' || type === 'report')
    return school() ?? fields.text('publisher') ?? journalOf(fields) ?? inBook() ?? (howpublished || undefined);
  const published = journalOf(fields) ?? inBook();
  if (published !== undefined) return published;
  if (type === 'preprint') return school();
  if (type !== undefined) return series() ?? school();
  return /^[~/.]|^$/.test(howpublished) ? (school() ?? series()) : howpublished;
}

function journalOf(fields: Fields): string | undefined {
  const latex = fields.latex('journal', 'journaltitle', 'shortjournal');
  if (latex === undefined) return undefined;
  const known = journalName(latex);
  return known === latex ? fields.text('journal', 'journaltitle', 'shortjournal') : known;
}
