/**
 * Folds text for searching. Case and accents are removed, and words are separated by one space, with a space at both
 * ends. So `fold(text).includes(' word')` finds a word's prefix and `' word '` a whole word. In scripts without spaces
 * each character is a word, so that any part of a Chinese or Japanese text is found. Pure.
 */

/**
 * Accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic. Marks that change the letter (Indic vowels, kana
 * voicing) are kept.
 */
const accents =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each mark is removed on its own
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Invisible characters: soft hyphens, joiners, direction marks. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Letters that Unicode does not decompose, and the plain letters that people type for them. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const ascii = /^[\x20-\x7e\s]*$/;

/** Folds case, accents and compatibility forms, and keeps spaces and punctuation. For names: tags, venues, ids. */
export function foldName(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(invisible, '')
    .replace(/[ßæœøđðþłħıς]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFC');
}

/** The folded words of a text, ` like this `; '' if it has none. */
export function fold(text: string): string {
  const trimmed = spaced(text).trim();
  return trimmed === '' ? '' : ` ${trimmed} `;
}

/** Folded text with each run of other characters replaced by one space. */
function spaced(text: string): string {
  const name = foldName(text);
  if (ascii.test(name)) return name.replace(/[^a-z0-9]+/g, ' ');
  return name.replace(unspaced, ' $& ').replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
}

/** Folds several texts, such as authors, into one. The line break between them keeps phrases from crossing over. */
export const foldAll = (texts: Iterable<string>): string => [...texts].map(fold).filter(Boolean).join('\n');

/** A part of a text, in UTF-16 units. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Parts of a text to mark: where its words start with one of the folded words (`Found.words`). In order; parts that
 * touch or overlap are joined.
 */
export function stretches(text: string, words: readonly string[]): Stretch[] {
  const needles = words.map((word) => ` ${word}`).filter((needle) => needle.length > 1);
  if (needles.length === 0) return [];
  const { folded, from, to } = foldWithPlaces(text);
  const found: Stretch[] = [];
  for (const needle of needles) {
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
      found.push({ from: from[at + 1] ?? 0, to: to[at + needle.length - 1] ?? text.length });
    }
  }
  return join(found.sort((a, b) => a.from - b.from));
}

function join(sorted: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else joined.push({ ...next });
  }
  return joined;
}

/**
 * A character with its combining marks, or a run of Korean jamo: folding these one by one gives the same as folding the
 * whole text.
 */
const character = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;

/** Like `fold`, with the position in the text that each unit of the result comes from. */
function foldWithPlaces(text: string): { folded: string; from: number[]; to: number[] } {
  let folded = ' ';
  const from = [0];
  const to = [0];
  for (const { 0: whole, index } of text.matchAll(character)) {
    for (const unit of spaced(whole)) {
      if (unit === ' ' && folded.endsWith(' ')) continue;
      folded += unit;
      for (let i = 0; i < unit.length; i++) {
        from.push(index);
        to.push(index + whole.length);
      }
    }
  }
  return { folded, from, to };
}
