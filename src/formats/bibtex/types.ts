/** Entry types of BibTeX, BibLaTeX, Mendeley, Citavi and others. */
import type { PaperType } from '../../paper/paper';

const names: Record<PaperType, string> = {
  article: 'article periodical suppperiodical review newspaper_article magazine_article journal_article newspaper',
  conference:
    'inproceedings conference conference_paper conference_proceedings proceedings_article presentation poster',
  book: 'book mvbook collection mvcollection proceedings mvproceedings booklet reference mvreference edited_book',
  chapter:
    'inbook bookinbook incollection suppbook suppcollection inreference book_section book_chapter encyclopedia_article',
  thesis: 'thesis phdthesis mastersthesis bachelorsthesis masterthesis dissertation diplomathesis',
  report: 'report techreport working_paper workingpaper technical_report',
  preprint: 'unpublished preprint',
  other: '',
};

/** Type of a paper by the entry's type in lower case. `misc`, `online` and what is not listed say nothing of it. */
export const bibtexTypes: ReadonlyMap<string, PaperType> = new Map(
  Object.entries(names).flatMap(([type, list]) =>
    list.split(' ').map((name): [string, PaperType] => [name.replaceAll('_', ''), type as PaperType]),
  ),
);

/** The type of an entry: capitals, `_` and `-` do not count. */
export const typeOf = (entryType: string): PaperType | undefined =>
  entryType === '' ? undefined : bibtexTypes.get(entryType.replace(/[_-]/g, ''));
