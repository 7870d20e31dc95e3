/** Types of papers in the words of databases: "Proceedings Paper", "journal-article", "期刊", "Book Chapter". */
import type { PaperType } from '../../paper/paper';

/** In order: what is in a text first counts, since "conference article" is a conference's. */
const words: [PaperType, RegExp][] = [
  ['preprint', /preprint|posted.content|working.paper|\bunpublished\b|manuscript/],
  ['thesis', /thesis|dissertation|硕士|博士|学位论文/],
  ['conference', /conference|proceedings?|inproceedings|symposium|meeting|会议|presentation/],
  [
    'chapter',
    /chapter|book.?section|incollection|reference.?work.?entry|reference.entry|encyclopedia|dictionary.entry/,
  ],
  ['book', /\bbooks?\b|monograph|图书/],
  ['report', /(?<!case )\breports?\b|\bstandards?\b/],
  [
    'article',
    /article|journal|review|letter|editorial|\bnote\b|erratum|survey|data.paper|news|magazine|期刊|报纸|retract|correction|early.access/,
  ],
  [
    'other',
    /^(?:web.?page|document|dataset|software|patent|computer program|generic|audiovisual|film|map|blog.?post|数据|专利)/,
  ],
];

export function typeOfWords(text: string): PaperType | undefined {
  const lower = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.find(([, pattern]) => pattern.test(lower))?.[0];
}
