/** BibLaTeX, as biber reads it: its own names of fields, dates whole, and only fields that its data model has. */

import { citedDate, dateParts } from '../paper/dates';
import type { PaperType } from '../paper/paper';
import { citedKind } from '../paper/venue';
import {
  addressValue,
  braced,
  bracedLines,
  entryText,
  type Field,
  keywords,
  nameList,
  pageRange,
  verbatim,
} from './bibtex/entry';
import { readBibtex } from './bibtex/read';
import { assignKeys } from './citation-keys';
import { defineFormat, type ExportPaper, type WriteOptions } from './format';
import { babelName } from './languages';
import { doiOf, idOf, noticeText, primaryClass, writtenAddress } from './text';

const types: Record<PaperType, string> = {
  preprint: 'online',
  article: 'article',
  conference: 'inproceedings',
  book: 'book',
  chapter: 'incollection',
  thesis: 'thesis',
  report: 'report',
  other: 'misc',
};

/** Which fields of a place biber's data model has for a type: https://ctan.org/pkg/biblatex, "Entry types". */
const placeFields: Record<PaperType, readonly string[]> = {
  preprint: [],
  article: ['volume', 'number', 'pages'],
  conference: ['volume', 'number', 'pages'],
  book: ['volume', 'number', 'pages'],
  chapter: ['volume', 'number', 'pages'],
  thesis: ['pages'],
  report: ['number', 'pages'],
  other: [],
};

export const biblatex = defineFormat({
  id: 'biblatex',
  name: 'BibLaTeX',
  extension: 'bib',
  mime: 'application/x-bibtex',
  takes: ['abstracts', 'notes', 'accents'],
  isKeyed: true,
  *write(papers, options) {
    const keys = options.keys ?? assignKeys(papers, options.keyTemplate, options.takenKeys);
    let between = '';
    for (const [i, paper] of papers.entries()) {
      yield between + entry(paper, keys[i] ?? '', options);
      between = '\n';
    }
  },
  // Both are one language with different words, read alike.
  read: readBibtex,
});

function entry(paper: ExportPaper, key: string, options: WriteOptions): string {
  const { facts } = paper;
  const kind = citedKind(facts);
  const arxiv = idOf(paper, 'arxiv');
  const has = (field: string) => placeFields[kind].includes(field);
  // Of a preprint elsewhere `online` would say nothing.
  const type = kind === 'preprint' && !arxiv && !facts.venue ? 'unpublished' : types[kind];
  return entryText(type, key, [
    ['title', braced(facts.title, options, true)],
    ['author', nameList(facts.authors, facts.authorCount, options)],
    ...venue(paper, kind, options),
    ['date', dateParts(citedDate(facts)) && `{${citedDate(facts)}}`],
    ['volume', has('volume') ? braced(facts.volume, options) : undefined],
    ['number', has('number') ? braced(facts.issue, options) : undefined],
    ['pages', has('pages') ? pageRange(facts.pages, options) : undefined],
    ['eprint', verbatim(arxiv)],
    ['eprinttype', arxiv && '{arxiv}'],
    ['eprintclass', arxiv && verbatim(primaryClass(paper))],
    ['doi', verbatim(doiOf(paper))],
    ['url', addressValue(writtenAddress(paper))],
    ['langid', verbatim(babelName(facts.language))],
    // Styles print notes, and the data model has no other field: arXiv's comments ("12 pages") are left out.
    ['note', braced(noticeText(paper) ?? (arxiv ? undefined : facts.comment), options)],
    ['abstract', options.abstracts === false ? undefined : bracedLines(facts.abstract, options)],
    ['keywords', keywords(paper.tags, options)],
    ['annotation', options.notes === false ? undefined : bracedLines(paper.note, options)],
  ]);
}

function venue({ facts }: ExportPaper, kind: PaperType, options: WriteOptions): Field[] {
  const name = braced(facts.venue, options, kind !== 'article');
  const publisher: Field = ['publisher', braced(facts.publisher, options)];
  if (kind === 'article') return [['journaltitle', name]];
  if (kind === 'conference' || kind === 'chapter') return [['booktitle', name], publisher];
  if (kind === 'book') return [['series', name], publisher];
  if (kind === 'thesis')
    return [
      ['type', '{phdthesis}'],
      ['institution', name],
    ];
  if (kind === 'report')
    return [
      ['type', '{techreport}'],
      ['institution', name],
    ];
  if (kind === 'preprint') return [['organization', /^arxiv$/i.test(facts.venue ?? '') ? undefined : name]];
  return [['howpublished', name]];
}
