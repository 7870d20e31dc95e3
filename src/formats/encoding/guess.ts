/**
 * Guesses the encoding of text that is not UTF-8 and names none: by the two-byte characters that Chinese, Japanese and Korean
 * text mostly consists of, otherwise by the letters of languages. chardet, tried on real files, takes Windows-1250,
 * Windows-1251 and Mac OS Roman for Windows-1252.
 */

import { decodeBytes } from './bytes';

/** Bytes above ASCII that are looked at. */
const maxBytes = 20_000;

/** Share of two-byte characters that must be common ones. */
const minCommon = 0.7;

interface TwoByte {
  encoding: string;
  /** Whether two bytes are a common character. */
  isCommon(first: number, second: number): boolean;
}

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;
/** In order: of two that fit alike the first is taken. */
const twoByte: readonly TwoByte[] = [
  // Hiragana, katakana and the kanji of level 1.
  {
    encoding: 'shift_jis',
    isCommon: (a, b) =>
      (a === 0x82 && within(b, 0x9f, 0xf1)) ||
      (a === 0x83 && within(b, 0x40, 0x96)) ||
      (within(a, 0x88, 0x97) && b >= 0x40),
  },
  { encoding: 'euc-kr', isCommon: (a, b) => within(a, 0xb0, 0xc8) && b >= 0xa1 },
  { encoding: 'gb18030', isCommon: (a, b) => (within(a, 0xb0, 0xd7) || a === 0xa3) && b >= 0xa1 },
  { encoding: 'big5', isCommon: (a, b) => within(a, 0xa4, 0xc6) && (within(b, 0x40, 0x7e) || b >= 0xa1) },
];

/** Letters of languages beyond ASCII, and signs of typography, by encoding. The first encoding is the usual one. */
const alphabets: Record<string, readonly string[]> = {
  'windows-1252': ['äöüß', 'éèêëàâçîïôùûœ', 'áéíóúñü¿¡', 'áâãàçéêíóôõú', 'àèéìòù', 'åäöæøé', 'ëéïó'],
  'windows-1250': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ'],
  'windows-1251': ['абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ'],
  'koi8-r': ['абвгдежзийклмнопрстуфхцчшщъыьэюяё'],
  macintosh: ['äöüß', 'éèêëàâçîïôùûœ', 'áéíóúñü¿¡', 'áâãàçéêíóôõú', 'àèéìòù', 'åäöæøé', 'ëéïó'],
};
const typography = '“”‘’„–—…«»•°§©®\u00a0';
/** Bibliographies mix languages: all letters of an encoding's languages together count a little less than one language's. */
const mixed = 0.9;
/** How much better another encoding's letters must fit than those of one before it. */
const margin = 0.05;

/** Name for `TextDecoder`. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = highLines(bytes);
  for (const { encoding, isCommon } of twoByte) if (commonShare(sample, isCommon) >= minCommon) return encoding;
  let best = { encoding: 'windows-1252', fit: 0 };
  for (const [encoding, letters] of Object.entries(alphabets)) {
    const text = decodeBytes(sample, encoding);
    const shares = letters.map((alphabet) => letterShare(text, alphabet + typography));
    const fit = Math.max(...shares, mixed * letterShare(text, letters.join('') + typography));
    if (fit > best.fit + (best.fit === 0 ? 0 : margin)) best = { encoding, fit };
  }
  return best.encoding;
}

/** The lines that have bytes above ASCII, up to a number of those bytes. */
function highLines(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const kept: number[] = [];
  let [start, high, total] = [0, 0, 0];
  for (let at = 0; at <= bytes.length && total < maxBytes; at++) {
    const byte = bytes[at] ?? 10;
    if (byte >= 0x80) high++;
    if ((byte !== 10 && byte !== 13 && at - start < 2000) || at === start) continue;
    if (high > 0) for (let i = start; i <= at; i++) kept.push(bytes[i] ?? 10);
    total += high;
    start = at + 1;
    high = 0;
  }
  return Uint8Array.from(kept);
}

/** Share of common characters among the two-byte characters there would be; 0 if bytes stand alone, as in words of odd length. */
function commonShare(sample: Uint8Array, isCommon: TwoByte['isCommon']): number {
  let [common, all, alone] = [0, 0, 0];
  for (let at = 0; at < sample.length; at++) {
    const [first = 0, second = 0] = [sample[at], sample[at + 1]];
    if (first < 0x80) continue;
    all++;
    if (isCommon(first, second)) common++;
    if (second < 0x40) alone++;
    else at++;
  }
  return all === 0 || alone > all / 50 ? 0 : common / all;
}

/** Share of the letters beyond ASCII that an alphabet has. Capitals within a word count half, or not at all behind a small letter. */
function letterShare(text: string, alphabet: string): number {
  let [known, all] = [0, 0];
  for (const { 0: letter, index } of text.matchAll(/[^\0-\x7f]/gu)) {
    all++;
    const lower = letter.toLowerCase();
    const isCapital = lower !== letter;
    if (!alphabet.includes(lower)) continue;
    const [before = '', after = ''] = [text[index - 1], text[index + 1]];
    // Words do not mix scripts.
    if (/\p{sc=Cyrillic}/u.test(letter) && /[a-z]/i.test(before + after)) continue;
    if (!isCapital || !/\p{L}/u.test(before)) known++;
    else if (/\p{Lu}/u.test(before)) known += 0.5;
  }
  return all === 0 ? 0 : known / all;
}
