/**
 * RIS, as Zotero, EndNote and Mendeley read it: CRLF, one value a line. https://en.wikipedia.org/wiki/RIS_(file_format)
 * Zotero has no RIS type for a preprint; it takes type and archive id from the two `M2` lines.
 */

import { citedDate, dateParts } from '../paper/dates';
import type { PaperType } from '../paper/paper';
import { kindOf } from '../paper/venue';
import { assignKeys } from './citation-keys';
import { defineFormat, type ExportPaper, type WriteOptions } from './format';
import { inverted, parseName } from './names';
import { linesToHtml } from './note-html';
import { readRis } from './ris/read';
import { doiOf, idOf, noticeText, oneLine, safeUrl, writtenAddress } from './text';

const types: Record<PaperType, string> = {
  preprint: 'GEN',
  article: 'JOUR',
  conference: 'CONF',
  book: 'BOOK',
  chapter: 'CHAP',
  thesis: 'THES',
  report: 'RPRT',
  other: 'GEN',
};

export const ris = defineFormat({
  id: 'ris',
  name: 'RIS',
  extension: 'ris',
  mime: 'application/x-research-info-systems',
  takes: ['abstracts', 'notes'],
  isKeyed: true,
  *write(papers, options) {
    const keys = options.keys ?? assignKeys(papers, options.keyTemplate, options.takenKeys);
    for (const [i, paper] of papers.entries()) yield record(paper, keys[i] ?? '', options);
  },
  looksLike: (head) => (/^\s*TY\s{1,2}-\s*\S/m.test(head) && !/^PMID- /m.test(head) ? 0.9 : 0),
  read: readRis,
});

function record(paper: ExportPaper, key: string, options: WriteOptions): string {
  const { facts } = paper;
  const kind = kindOf(facts);
  const arxiv = idOf(paper, 'arxiv');
  const date = dateParts(citedDate(facts));
  const [from, to] = /[,;]/.test(facts.pages ?? '') ? [facts.pages] : (facts.pages ?? '').split(/\s*[-–—]+\s*/);
  const two = (n: number | undefined) => (n === undefined ? '' : String(n).padStart(2, '0'));
  const isOwnWork = kind === 'thesis' || kind === 'report';
  // The publisher of a preprint is its server, that of a thesis its university.
  const venueIsPublisher = kind === 'preprint' || (isOwnWork && facts.publisher === undefined);
  const values: [tag: string, value: string | undefined][] = [
    ['TY', types[kind]],
    ['ID', key],
    ['TI', facts.title],
    ...(facts.authors ?? []).map((author): [string, string] => ['AU', inverted(parseName(oneLine(author)))]),
    ['T2', venueIsPublisher ? undefined : facts.venue],
    ['AB', options.abstracts === false ? undefined : facts.abstract],
    ['DA', date && `${date.year}/${two(date.month)}/${two(date.day)}/`],
    ['PY', date?.year],
    ['DO', doiOf(paper)],
    ['DP', arxiv && 'arXiv.org'],
    ['PB', facts.publisher ?? (venueIsPublisher ? (facts.venue ?? (arxiv && 'arXiv')) : undefined)],
    ['LA', facts.language],
    ['VL', facts.volume],
    ['IS', facts.issue],
    ['SP', from],
    ['EP', to],
    ['UR', writtenAddress(paper, true)],
    ['L1', safeUrl(facts.links?.pdf)],
    ['M2', kind === 'preprint' ? 'Type: preprint' : undefined],
    ['M2', arxiv && `Archive ID: arXiv:${arxiv}`],
    ...paper.tags.map((tag): [string, string] => ['KW', tag.replace(/[,;]/g, ' ')]),
    ['N1', noticeText(paper)],
    ['N1', options.notes === false || paper.note === undefined ? undefined : linesToHtml(paper.note)],
  ];
  const lines = values.flatMap(([tag, value]) => {
    const text = oneLine(value ?? '');
    return text === '' ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `${lines.join('')}ER  - \r\n\r\n`;
}
