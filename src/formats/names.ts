/**
 * Splits names ("Given Family") into parts and joins them. The rules are BibTeX's (lower-case words before the last belong
 * to the family name), with exceptions found on real papers. No library for this knows more than Western names.
 */
import { eastAsianName, isEastAsian } from '../paper/east-asian-names';
import { oneLine } from './text';

/** A person's name in parts, or a name that has none: an organisation's or a mononym (`literal`). */
export type Name =
  | { family: string; given?: string; particle?: string; suffix?: string; literal?: undefined }
  | { literal: string };

const suffix = /^(?:jr\.?|sr\.?|jnr\.?|snr\.?|ii|iii|iv|2nd|3rd|4th)$/i;
/** Whether a word is the suffix of a name: Jr., III. */
export const isSuffix = (word: string): boolean => suffix.test(word);
/** Particles that begin a family name even with a capital: Luc Van Gool, Nicola De Cao. */
const capitalParticle =
  /^(?:van|von|de|di|da|dal|del|della|dos|du|den|der|ter|ten|el|la|le|al|ben|bin|abu|st\.|mac|mc|san|santa)$/i;
/** Family names before which "Van" and "Le" are given names: Kiet Van Nguyen. */
const vietnamese =
  /^(?:nguyen|tran|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|trinh|mai|lam|cao|hai|anh|khac|duc|nam|minh|thanh)$/i;
/** Quotes and brackets mark organisations, except around a nickname: `Linxi "Jim" Fan`. */
const withoutNickname = (name: string): string =>
  /["“(]/.test(name) ? name.replace(/\s*["“(][^"”)]*["”)]/g, '') : name;
/** Whether a name has words that no person's name has. */
export const isOrganisation = (name: string): boolean => organisation.test(name) || /\bAI\b/.test(name);
const organisation =
  /\b(?:teams?|groups?|collaborations?|consortium|inc|ltd|llc|gmbh|university|institutes?|labs?|laborator(?:y|ies)|research|associations?|foundation|organi[sz]ation|committee|projects?|community|contributors|initiative|network|council|agency|ministry|department|center|centre|society|company|corporation|and)\b\.?|[\d:;/&@()[\]{}]/i;

/** Splits a name. A single word, and words that no person's name has, give a literal name. */
export function parseName(text: string): Name {
  const name = oneLine(text);
  const parts = eastAsianName(name);
  if (parts) return parts;
  if (name.includes(',')) return parseInverted(name, name.split(/\s*,\s*/));
  const words = name.split(' ');
  const last = words.length > 2 && isSuffix(words.at(-1) ?? '') ? words.pop() : undefined;
  if (words.length < 2 || isOrganisation(withoutNickname(words.join(' ')))) return { literal: name };
  const start = familyStart(words);
  return person(words.slice(0, start).join(' '), words.slice(start), last);
}

/** "Family, Given", "Family, Jr., Given" and "Given Family, Jr."; other names with commas are literal. */
function parseInverted(name: string, parts: string[]): Name {
  const [first = '', second = '', third] = parts;
  if (parts.length > 3 || first === '' || isOrganisation(name)) return { literal: name };
  if (third === undefined && isSuffix(second)) {
    const whole = parseName(first);
    return whole.literal === undefined ? { ...whole, suffix: second } : { literal: name };
  }
  if (third !== undefined && !isSuffix(second)) return { literal: name };
  return person(third ?? second, first.split(' '), third === undefined ? undefined : second);
}

/** Index of the word where the family name begins, including its particle. At least 1: the first word is a given name. */
function familyStart(words: readonly string[]): number {
  const last = words.length - 1;
  for (let i = 1; i < last; i++) {
    const [word = '', next = ''] = [words[i], words[i + 1]];
    if (isLower(word)) return i;
    if (capitalParticle.test(word) && !(i + 1 === last && vietnamese.test(next))) return i;
  }
  return last;
}

const isLower = (word: string): boolean => /^\p{Ll}/u.test(word.replace(/^[^\p{L}]+/u, ''));

/** Splits the lower-case words off the front of a family name: BibTeX's "von" part. */
function person(given: string, family: string[], jr: string | undefined): Name {
  let at = 0;
  while (at < family.length - 1 && isLower(family[at] ?? '')) at++;
  const parts: Name = { family: family.slice(at).join(' ') };
  if (given) parts.given = given;
  if (at > 0) parts.particle = family.slice(0, at).join(' ');
  if (jr) parts.suffix = jr;
  return parts;
}

/** The family name with its particle; a literal name as a whole. */
export const familyOf = (name: Name): string =>
  name.literal !== undefined ? name.literal : [name.particle, name.family].filter(Boolean).join(' ');

/** "Family, Given, Jr.", the order of RIS and of Zotero, which keeps a suffix behind the given names. */
export function inverted(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  return [familyOf(name), name.given, name.suffix].filter(Boolean).join(', ');
}

/** The parts of a name, as a file holds them. */
export interface NameParts {
  family?: string | undefined;
  given?: string | undefined;
  particle?: string | undefined;
  suffix?: string | undefined;
}

/** "Given particle Family Suffix", which `Facts.authors` holds; "杨 育伟" for names in East Asian scripts. */
export function written({ family = '', given = '', particle = '', suffix: jr = '' }: NameParts): string {
  const words = (list: string[]) => list.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
  if (isEastAsian(family) && isEastAsian(given)) return `${family} ${given}`;
  return words([given, particle, family, jr]);
}

/** Initials of given names, one a word, hyphens kept: "Jun-Yan B." is "J.-Y. B.". */
export const initials = (given: string): string =>
  given
    .split(/\s+/)
    .map((word) =>
      word
        .split(/[-‐‑]/)
        .filter((part) => /\p{L}/u.test(part))
        .map((part) => `${[...part.replace(/^[^\p{L}]+/u, '')][0]?.toUpperCase() ?? ''}.`)
        .join('-'),
    )
    .filter(Boolean)
    .join(' ');
