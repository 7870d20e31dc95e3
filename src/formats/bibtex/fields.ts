/** Fields of a parsed BibTeX or BibLaTeX entry as what a file says of a paper. */

import { dateIn, isoDate, monthOf } from '../../paper/dates';
import { arxivId } from '../../paper/identity';
import type { PaperType } from '../../paper/paper';
import type { RawRecord } from '../entry';
import { written } from '../names';

/** A name as the parser gives it. */
export interface Creator {
  name?: string;
  lastName?: string;
  firstName?: string;
  prefix?: string;
  suffix?: string;
}
export interface Parsed {
  type: string;
  key: string;
  fields: Record<string, unknown>;
}

const types: Record<string, PaperType> = {
  ...{ article: 'article', periodical: 'article', inproceedings: 'conference', conference: 'conference' },
  ...{ book: 'book', mvbook: 'book', collection: 'book', mvcollection: 'book', proceedings: 'book', booklet: 'book' },
  ...{ inbook: 'chapter', bookinbook: 'chapter', incollection: 'chapter', suppbook: 'chapter', inreference: 'chapter' },
  ...{ thesis: 'thesis', phdthesis: 'thesis', mastersthesis: 'thesis', report: 'report', techreport: 'report' },
  ...{ unpublished: 'preprint' },
};

export function rawOfBibtex(entry: Parsed, restore: (value: string) => string): RawRecord {
  const { fields } = entry;
  const texts = (name: string): string[] => {
    const value = fields[name];
    return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string').map(restore);
  };
  const one = (...names: string[]) => names.map((name) => texts(name).join(', ')).find((text) => text !== '');
  const creators = (Array.isArray(fields.author) ? fields.author : []) as Creator[];
  const authors = creators.map((creator) => restore(creator.name ?? nameOf(creator)));
  const prefix = one('archiveprefix', 'eprinttype');
  const eprint = one('eprint');
  const isArxiv = prefix === undefined ? arxivId(eprint ?? '') !== undefined : /^arxiv$/i.test(prefix);
  const arxiv = one('arxivid') ?? (isArxiv ? eprint?.replace(/\s*\[[^\]]*\]$/, '') : undefined);
  const type = types[entry.type];
  const raw: RawRecord = {
    title: titleOf(one('title'), one('subtitle')),
    authors,
    isCut: authors.at(-1) === 'others',
    abstract: one('abstract'),
    published: dateOf(one('date'), one('year'), one('month'), one('day')),
    venue: venueOf(type, one),
    volume: one('volume'),
    issue: one('number', 'issue'),
    pages: one('pages')?.replace(/\s*[–—-]+\s*/g, '-'),
    publisher: one('publisher'),
    doi: unescaped(one('doi')),
    arxiv: arxiv ?? undefined,
    pmid: one('pmid'),
    pmcid: one('pmcid'),
    urls: [unescaped(one('url')), unescaped(one('pdf'))],
    categories: isArxiv ? one('primaryclass', 'eprintclass')?.split(/\s+/) : undefined,
    mentions: [
      one('journal', 'journaltitle'),
      one('booktitle'),
      one('volume'),
      one('note'),
      one('number'),
      one('howpublished'),
      one('extra'),
    ],
    tags: [...texts('keywords'), ...texts('mendeley-tags')].flatMap((text) => text.split(/[,;]/)),
    note: one('annote', 'annotation'),
    citationKey: entry.key || undefined,
  };
  // `misc` and `online` say nothing by themselves: an arXiv id makes them a preprint.
  if (type !== undefined) raw.type = type;
  else if (arxiv !== undefined) raw.type = 'preprint';
  return raw;
}

/** Mendeley escapes addresses and DOIs as if they were text: `{\_}`. No address holds a backslash or a brace of its own. */
const unescaped = (text: string | undefined): string | undefined =>
  text
    ?.replace(/\{\\textasciitilde(?:\{\})?\}|\{?\\~(?:\{\})?\}?/g, '~')
    .replace(/\{\\([_&%#$])\}|\\([_&%#$])/g, '$1$2');

const nameOf = ({ lastName, firstName, prefix, suffix }: Creator): string =>
  written({ family: lastName ?? '', given: firstName ?? '', particle: prefix ?? '', suffix: suffix ?? '' });

const titleOf = (title: string | undefined, subtitle: string | undefined): string | undefined =>
  title !== undefined && subtitle !== undefined ? `${title}${/[.:?!]$/.test(title) ? '' : ':'} ${subtitle}` : title;

function venueOf(type: PaperType | undefined, one: (...names: string[]) => string | undefined): string | undefined {
  if (type === 'book') return one('series', 'booktitle');
  if (type === 'thesis' || type === 'report') return one('school', 'institution', 'organization');
  return one('journal', 'journaltitle', 'shortjournal', 'booktitle', 'eventtitle');
}

function dateOf(date?: string, year?: string, month?: string, day?: string): string | undefined {
  const whole = dateIn(date?.split('/')[0]);
  if (whole !== undefined) return whole;
  const number = /^\d{1,2}$/.test(day?.trim() ?? '') ? Number(day) : undefined;
  // "month = {8 aug}" and the like hold the day as well.
  return isoDate(year, monthOf(/[A-Za-z]{3,}|\d+/.exec(month ?? '')?.[0]), number) ?? dateIn(year);
}
