/** CSL JSON, as pandoc, citeproc and Zotero read it. https://docs.citationstyles.org/en/stable/specification.html */

import { citedDate, dateParts } from '../paper/dates';
import type { PaperType } from '../paper/paper';
import { kindOf } from '../paper/venue';
import { assignKeys } from './citation-keys';
import { readCsl } from './csl/read';
import { defineFormat, type ExportPaper, type WriteOptions } from './format';
import { familyOf, parseName } from './names';
import { doiOf, idOf, noticeText, oneLine, plain, writtenAddress } from './text';

export const cslTypes: Record<PaperType, string> = {
  preprint: 'article',
  article: 'article-journal',
  conference: 'paper-conference',
  book: 'book',
  chapter: 'chapter',
  thesis: 'thesis',
  report: 'report',
  other: 'document',
};

export const csl = defineFormat({
  id: 'csl-json',
  name: 'CSL JSON',
  extension: 'json',
  mime: 'application/vnd.citationstyles.csl+json',
  takes: ['abstracts', 'notes'],
  isKeyed: true,
  *write(papers, options) {
    const keys = options.keys ?? assignKeys(papers, options.keyTemplate, options.takenKeys);
    yield '[';
    for (const [i, paper] of papers.entries()) {
      yield `${i === 0 ? '' : ','}\n${JSON.stringify(cslItem(paper, keys[i] ?? '', options))}`;
    }
    yield '\n]\n';
  },
  looksLike: (head) =>
    /^\s*(?:\[\s*\{|\{\s*"(?:id|type|title|DOI|author)"\s*:|\{\s*"items"\s*:\s*\[)/.test(head) &&
    /"type"\s*:\s*"[A-Za-z][\w -]*"/.test(head) &&
    /"(?:id|title)"\s*:/.test(head)
      ? 0.8
      : 0,
  read: readCsl,
});

/** A name as CSL has it. Zotero forgets particles that stand apart: they go with the family name. */
export interface CslName {
  family?: string;
  given?: string;
  suffix?: string;
  literal?: string;
}

export function cslName(author: string): CslName {
  const name = parseName(oneLine(author));
  if (name.literal !== undefined) return { literal: name.literal };
  const { given, suffix } = name;
  return { family: familyOf(name), ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) };
}

/** An ISO date as CSL has it. */
function cslDate(date: string | undefined): { 'date-parts': number[][] } | undefined {
  const parts = dateParts(date);
  const known = parts && [Number(parts.year), parts.month, parts.day].filter((part) => part !== undefined);
  return known && { 'date-parts': [known] };
}

/** One paper as CSL data. Undefined members are left out by JSON. */
export function cslItem(
  paper: ExportPaper,
  id: string,
  options: Pick<WriteOptions, 'abstracts' | 'notes'>,
): Record<string, unknown> {
  const { facts } = paper;
  const kind = kindOf(facts);
  const arxiv = idOf(paper, 'arxiv');
  const line = (text: string | undefined) => oneLine(text ?? '') || undefined;
  const isOwnWork = kind === 'thesis' || kind === 'report';
  const venueIsPublisher = kind === 'preprint' || (isOwnWork && facts.publisher === undefined);
  const inExtra = kind !== 'preprint' && arxiv ? `arXiv:${arxiv}` : undefined;
  return {
    id,
    'citation-key': id,
    type: cslTypes[kind],
    title: line(facts.title),
    author: facts.authors?.map(cslName),
    issued: cslDate(citedDate(facts)),
    'available-date': facts.issued === undefined ? undefined : cslDate(facts.published),
    // The publisher of a preprint is its server, that of a thesis its university.
    'container-title': venueIsPublisher ? undefined : line(facts.venue),
    publisher: line(facts.publisher) ?? (venueIsPublisher ? (line(facts.venue) ?? (arxiv && 'arXiv')) : undefined),
    language: facts.language,
    volume: line(facts.volume),
    issue: line(facts.issue),
    page: line(facts.pages)?.replace(/\s*[–—-]+\s*/g, '-'),
    number: kind === 'preprint' && arxiv ? `arXiv:${arxiv}` : undefined,
    source: kind === 'preprint' && arxiv ? 'arXiv.org' : undefined,
    // Where something else appeared, its preprint's id stands in Zotero's "Extra".
    // CSL 1.0.2: processors print it where a style asks for it.
    status: noticeText(paper),
    note: [line(facts.comment), inExtra].filter(Boolean).join('\n') || undefined,
    DOI: doiOf(paper),
    PMID: idOf(paper, 'pmid'),
    PMCID: idOf(paper, 'pmcid'),
    URL: writtenAddress(paper),
    abstract: options.abstracts === false ? undefined : facts.abstract && plain(facts.abstract),
    keyword: paper.tags.map((tag) => oneLine(tag.replace(/[,;]/g, ' '))).join(', ') || undefined,
    annote: options.notes === false ? undefined : paper.note && plain(paper.note),
  };
}
