/**
 * Whether a service's record is of the paper that it was asked for: services merge records wrongly. Titles must agree in nine
 * tenths of their letters, or the first authors have one family name. Pure.
 */
import { familyOf, parseName } from '../formats/names';
import type { Facts } from '../paper/paper';
import { withoutRetracted } from '../paper/publication';

type Told = Pick<Facts, 'title' | 'authors'>;

/** Share of equal letters from which titles agree. */
const least = 0.9;

/** Letters and digits only, without case, accents and TeX commands. */
const folded = (text: string): string =>
  withoutRetracted(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/<[^<>]*>|\\[a-z]+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const family = (names: readonly string[] | undefined): string =>
  names?.[0] === undefined ? '' : folded(familyOf(parseName(names[0])));

export function isSamePaper(ours: Told, theirs: Told): boolean {
  if (similarity(folded(ours.title), folded(theirs.title)) >= least) return true;
  const first = family(ours.authors);
  return first !== '' && first === family(theirs.authors);
}

/** 1 for equal texts, 0 for texts without a letter in common: 1 − edit distance ÷ length of the longer. */
export function similarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < least * longer) return 0; // so many are missing that they cannot agree
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (above[j] as number) + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(changed, (above[j + 1] as number) + 1, (row[j] as number) + 1));
    }
    above = row;
  }
  return 1 - (above[b.length] as number) / longer;
}
