import type { PaperType } from '../../paper/paper';

/** Zotero's item type for each type of paper. https://api.zotero.org/itemTypes */
export const zoteroTypes: Record<PaperType, string> = {
  preprint: 'preprint',
  article: 'journalArticle',
  conference: 'conferencePaper',
  book: 'book',
  chapter: 'bookSection',
  thesis: 'thesis',
  report: 'report',
  other: 'document',
};
