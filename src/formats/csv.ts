/** CSV with Zotero's columns (RFC 4180, a byte order mark for spreadsheets). Cells that a spreadsheet would compute are made text. */

import { citedDate, dateParts } from '../paper/dates';
import { kindOf } from '../paper/venue';
import { assignKeys } from './citation-keys';
import { type Column, columns } from './csv/columns';
import { isFormula } from './csv/formula';
import { readCsv } from './csv/read';
import { findTable } from './csv/table';
import { defineFormat, type ExportPaper, type WriteOptions } from './format';
import { inverted, parseName } from './names';
import { linesToHtml } from './note-html';
import { doiOf, idOf, oneLine, plain, primaryClass, safeUrl, writtenAddress } from './text';
import { zoteroTypes } from './zotero/types';

export const csv = defineFormat({
  id: 'csv',
  name: 'CSV',
  extension: 'csv',
  mime: 'text/csv',
  takes: ['abstracts', 'notes'],
  isKeyed: true,
  *write(papers, options) {
    const keys = options.keys ?? assignKeys(papers, options.keyTemplate, options.takenKeys);
    yield `\ufeff${columns.map(cell).join(',')}\r\n`;
    for (const [i, paper] of papers.entries()) {
      const values = row(paper, keys[i] ?? '', options);
      yield `${columns.map((column) => cell(values[column] ?? '')).join(',')}\r\n`;
    }
  },
  looksLike(head) {
    const table = findTable(head);
    if (!table) return 0;
    const known = new Set(table.fields.map((column) => column?.field));
    known.delete(undefined);
    // A table of any columns is better read as one than searched for ids.
    return known.size > 3 ? 0.95 : known.size > 0 ? 0.7 : 0.2;
  },
  read: readCsv,
});

/** A cell that spreadsheets show as text: with an apostrophe before what could be a formula. */
function cell(value: string): string {
  const text = plain(value);
  return `"${(isFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function row(paper: ExportPaper, key: string, options: WriteOptions): Partial<Record<Column, string | undefined>> {
  const { facts, tags } = paper;
  const kind = kindOf(facts);
  const [arxiv, pmid, pmcid] = ['arxiv', 'pmid', 'pmcid'].map((scheme) => idOf(paper, scheme));
  const time = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const isPreprint = kind === 'preprint';
  return {
    Key: key,
    'Item Type': zoteroTypes[kind],
    'Publication Year': dateParts(citedDate(facts))?.year,
    Author: (facts.authors ?? []).map((author) => inverted(parseName(oneLine(author.replaceAll(';', ' '))))).join('; '),
    Title: oneLine(facts.title),
    'Publication Title': isPreprint ? undefined : facts.venue,
    DOI: doiOf(paper),
    Url: writtenAddress(paper, true),
    'Abstract Note': options.abstracts === false ? undefined : facts.abstract,
    Date: citedDate(facts),
    'Date Added': time(paper.savedAt),
    'Date Modified': time(paper.changedAt),
    Pages: facts.pages,
    Issue: facts.issue,
    Volume: facts.volume,
    Publisher: facts.publisher ?? (isPreprint ? (facts.venue ?? (arxiv && 'arXiv')) : undefined),
    'Library Catalog': arxiv && 'arXiv.org',
    Language: facts.language,
    Extra: [
      arxiv && `arXiv:${arxiv}${primaryClass(paper) ? ` [${primaryClass(paper)}]` : ''}`,
      pmid && `PMID: ${pmid}`,
      pmcid && `PMCID: ${pmcid}`,
      oneLine(facts.comment ?? ''),
    ]
      .filter(Boolean)
      .join('\n'),
    Notes: options.notes === false || paper.note === undefined ? undefined : linesToHtml(paper.note),
    'Link Attachments': safeUrl(facts.links?.pdf),
    'Manual Tags': tags.map((tag) => oneLine(tag.replaceAll(';', ' '))).join('; '),
    'Automatic Tags': (facts.keywords ?? []).map((word) => oneLine(word.replaceAll(';', ' '))).join('; '),
    Number: isPreprint && arxiv ? `arXiv:${arxiv}` : undefined,
    'Conference Name': kind === 'conference' ? facts.venue : undefined,
  };
}
