/** Reasons of what the library learnt, in words. */
import { plural, t } from '../locale';
import { type Because, reasons } from '../paper/marks';

/** Limits of a reason from outside: UTF-16 units of a word, and words. */
const maxLength = 200;
const maxWords = 3;

const quoted = (words: readonly string[]): string => words.map((word) => t('suggestQuoted', word)).join(', ');

/** Why a tag is suggested, or why a paper is likely yours. */
export function reasonText({ why, of, papers, total }: Because): string {
  const [first = '', ...rest] = of;
  switch (why) {
    case 'rule':
      return t('suggestRule');
    case 'words': {
      const shared = plural('suggestWords', total, papers, t('suggestQuoted', first));
      return rest.length > 0 ? t('suggestAlso', shared, quoted(rest)) : shared;
    }
    case 'category':
      return plural('suggestCategory', total, papers, first);
    case 'keyword':
      return plural('suggestKeyword', total, papers, t('suggestQuoted', first));
    case 'author':
      return plural('suggestAuthor', total, papers, first);
    case 'name':
      return t('suggestByName', quoted(of));
    case 'library':
      return t('suggestByLibrary', quoted(of));
  }
}

/** Whether a value from a page's process is a reason: its words are then shown as text. */
export function isReason(value: unknown): value is Because {
  if (typeof value !== 'object' || value === null) return false;
  const { why, of, papers, total } = value as Partial<Record<keyof Because, unknown>>;
  const isText = (each: unknown) => typeof each === 'string' && each.length <= maxLength;
  if (!reasons.some((known) => known === why) || !Array.isArray(of) || of.length > maxWords) return false;
  return of.every(isText) && Number.isSafeInteger(papers) && Number.isSafeInteger(total);
}
