/** BibTeX, as LaTeX, Overleaf, JabRef and Zotero read it. http://www.bibtex.org/Format/ */

import { citedDate, dateParts, monthAbbreviation } from '../paper/dates';
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
  preprint: 'misc',
  article: 'article',
  conference: 'inproceedings',
  book: 'book',
  chapter: 'incollection',
  thesis: 'phdthesis',
  report: 'techreport',
  other: 'misc',
};

/** The field that names where a paper of this type appeared. */
const venueFields: Record<PaperType, string> = {
  preprint: 'publisher',
  article: 'journal',
  conference: 'booktitle',
  book: 'series',
  chapter: 'booktitle',
  thesis: 'school',
  report: 'institution',
  other: 'howpublished',
};

export const bibtex = defineFormat({
  id: 'bibtex',
  name: 'BibTeX',
  extension: 'bib',
  mime: 'application/x-bibtex',
  takes: ['abstracts', 'notes', 'accents'],
  isKeyed: true,
  *write(papers, options) {
    const keys = options.keys ?? assignKeys(papers, options.keyTemplate, options.takenKeys);
    let between = '';
    for (const [i, paper] of papers.entries()) {
      yield between + bibtexEntry(paper, keys[i] ?? '', options);
      between = '\n';
    }
  },
  looksLike: (head) => (/^[ \t]*@[ \t]*[a-z]+\s*[{(]/im.test(head) ? 0.9 : 0),
  read: readBibtex,
});

/** One entry under a key that the caller made sure of. */
export function bibtexEntry(paper: ExportPaper, key: string, options: WriteOptions): string {
  const { facts } = paper;
  const kind = citedKind(facts);
  const date = dateParts(citedDate(facts));
  const arxiv = idOf(paper, 'arxiv');
  const venue = facts.venue ?? (kind === 'preprint' && arxiv ? 'arXiv' : undefined);
  const publisher: Field[] =
    venueFields[kind] === 'publisher' && venue ? [] : [['publisher', braced(facts.publisher, options)]];
  // Of a preprint on no server `misc` would say nothing.
  const type = kind === 'preprint' && venue === undefined ? 'unpublished' : types[kind];
  return entryText(type, key, [
    ['title', braced(facts.title, options, true)],
    ['author', nameList(facts.authors, facts.authorCount, options)],
    [venueFields[kind], braced(venue, options, kind === 'conference' || kind === 'chapter')],
    ['year', date && `{${date.year}}`],
    ['month', date?.month === undefined ? undefined : monthAbbreviation(date.month)],
    ['day', date?.day === undefined ? undefined : `{${date.day}}`],
    ['volume', braced(facts.volume, options)],
    ['number', braced(facts.issue, options)],
    ['pages', pageRange(facts.pages, options)],
    ...publisher,
    // Both spellings: LaTeX styles and arXiv itself use the first two, Zotero and biblatex the third.
    ['eprint', verbatim(arxiv)],
    ['archivePrefix', arxiv && '{arXiv}'],
    ['eprinttype', arxiv && '{arxiv}'],
    ['primaryClass', arxiv && verbatim(primaryClass(paper))],
    ['doi', verbatim(doiOf(paper))],
    ['pmid', verbatim(idOf(paper, 'pmid'))],
    ['pmcid', verbatim(idOf(paper, 'pmcid'))],
    ['url', addressValue(writtenAddress(paper))],
    ['langid', verbatim(babelName(facts.language))],
    ...commentFields(paper, arxiv !== undefined, options),
    ['abstract', options.abstracts === false ? undefined : bracedLines(facts.abstract, options)],
    ['keywords', keywords(paper.tags, options)],
    ['annote', options.notes === false ? undefined : bracedLines(paper.note, options)],
  ]);
}

/** Styles print a note: a retraction goes there; arXiv's comments ("12 pages") are for readers of the record alone. */
function commentFields(paper: ExportPaper, isOfArxiv: boolean, options: WriteOptions): Field[] {
  const notice = noticeText(paper);
  const hasOwnField = isOfArxiv || notice !== undefined;
  return [
    ['note', braced(notice, options)],
    [hasOwnField ? 'comment' : 'note', braced(paper.facts.comment, options)],
  ];
}
