/** Shared by the reading lists (Markdown, HTML): groups, words, author lines. */

import { displayName } from '../paper/east-asian-names';
import type { ExportPaper, ReadingListWords, WriteOptions } from './format';
import { oneLine, safeUrl } from './text';

/** Default words, in English. */
export const english: ReadingListWords = {
  title: 'Reading list',
  status: { unread: 'to read', reading: 'reading', read: 'read' },
  untagged: 'Without a tag',
  undated: 'Without a date',
  starred: 'starred',
  code: 'code',
  pdf: 'PDF',
  note: 'Note',
  abstract: 'Abstract',
  contents: 'Contents',
  elsewhere: 'Under another heading:',
  language: 'en',
  papers: (n) => (n === 1 ? '1 paper' : `${n} papers`),
  authors: (n) => (n === 1 ? '1 author (name unknown)' : `${n} authors (names unknown)`),
};

export interface Group {
  /** Undefined if the list has no groups. */
  heading?: string;
  papers: ExportPaper[];
}

/**
 * Groups papers, keeping their order. By tag: a paper is listed under each of its tags; tags sorted by name, untagged papers
 * last. By month of publication: newest first.
 */
export function groups(papers: readonly ExportPaper[], options: WriteOptions): Group[] {
  const { groupBy = 'tag', words = english } = options;
  if (groupBy === 'none') return [{ papers: [...papers] }];
  const byHeading = new Map<string, ExportPaper[]>();
  const rest: ExportPaper[] = [];
  for (const paper of papers) {
    const month = paper.facts.published?.slice(0, 7);
    const headings = groupBy === 'tag' ? new Set(paper.tags.map(oneLine)) : new Set(month ? [month] : []);
    if (headings.size === 0) rest.push(paper);
    for (const heading of headings) {
      const known = byHeading.get(heading);
      if (known) known.push(paper);
      else byHeading.set(heading, [paper]);
    }
  }
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  const sorted = [...byHeading].sort(([a], [b]) => (groupBy === 'tag' ? compare(a, b) : compare(b, a)));
  const found: Group[] = sorted.map(([heading, list]) => ({ heading, papers: list }));
  if (rest.length > 0) found.push({ heading: groupBy === 'tag' ? words.untagged : words.undated, papers: rest });
  // A single group of papers without any tag or date needs no heading.
  return byHeading.size === 0 ? [{ papers: rest }] : found;
}

/** Author names: all up to six, otherwise the first three and the number of others ("+9"); only how many, if no name is known. */
export function authorLine(paper: ExportPaper, words: ReadingListWords): string {
  const { authors = [], authorCount = authors.length } = paper.facts;
  if (authors.length === 0) return authorCount > 0 ? words.authors(authorCount) : '';
  const shown = (authors.length > 6 ? authors.slice(0, 3) : authors).map(displayName);
  const more = Math.max(authorCount, authors.length) - shown.length;
  return oneLine(shown.join(', ')) + (more > 0 ? `, +${more}` : '');
}

/** Code repositories with a safe address, each once. */
export const codeLinks = (paper: ExportPaper): string[] => [
  ...new Set((paper.facts.links?.code ?? []).map(safeUrl).filter((url) => url !== undefined)),
];
