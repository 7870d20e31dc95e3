/**
 * Lists of authors as other programs write them: joined by ";", "|", ",", "and" or line ends, family name first or last, with
 * or without a comma. Names that cannot be split with certainty are reported, not guessed.
 */
import { caps } from '../paper/check';
import { isEastAsian } from '../paper/east-asian-names';
import { isOrganisation, isSuffix, written } from './names';
import { oneLine } from './text';

/** What a list of names says. */
export interface NameList {
  /** "Given Family", in the order of the list. */
  names: string[];
  /** The list says that there are more. */
  isCut?: true;
  /** How many names there are, if more than were read. */
  total?: number;
  /** The text, where its names could not be told apart; `names` is empty then. */
  unclear?: string;
}

export interface NameListOptions {
  /** Names of the list are joined by commas: known from its neighbours, or from the program that wrote it. */
  byComma?: boolean;
  /** A name without a comma has its family name first, unless it begins with initials. Default true. */
  familyFirst?: boolean;
}

const isInitials = (text: string): boolean =>
  /^(?:\p{Lu}\.[\s-]?){1,5}$/u.test(text) || /^\p{Lu}{1,4}$/u.test(text) || /^\p{Lu}{1,2}[- .]\p{Lu}\.?$/u.test(text);
/** Initials as the last word of a name written without a comma: "Fanne E.", "Mandl KD", "Gatti G.N.". */
const trailing = /^(.+?)[\s,]+((?:\p{Lu}\.[\s-]?){1,5}|\p{Lu}{1,3}|\p{Lu}-\p{Lu})$/u;
/** The end of a list that is cut. Looked for in its last characters only, since lists may be of any length. */
const cut = /[,;\s]*(?:\band others|\bet\.? al\.?|\.\.\.|…)[\s.]*$/i;
const cutLength = 40;

/** Reads a list of names in one text: at most as many as are kept. */
export function readNameList(text: string, options: NameListOptions = {}): NameList {
  const lines = text.split(/\n+/).map(oneLine).filter(Boolean);
  const whole = lines.join('; ').replace(/^by \(?author\)?\s+/i, '');
  const end = cut.exec(whole.slice(-cutLength))?.[0].length ?? 0;
  const body = end > 0 ? whole.slice(0, -end) : whole;
  const parts = split(body, options);
  if (!parts) return { names: [], unclear: whole };
  const names = parts
    .slice(0, caps.authors + 1)
    .map(clean)
    .filter(isName);
  const list: NameList = { names: orient(names, options, !/[;；|]/.test(body)) };
  if (end > 0) list.isCut = true;
  if (parts.length > caps.authors + 1) list.total = parts.length;
  return list;
}

/** Joins several lists, as a file has one name or one list a line. */
export function readNameLists(texts: readonly string[], options: NameListOptions = {}): NameList {
  const all: NameList = { names: [] };
  let total = texts.length;
  for (const text of texts.slice(0, caps.authors + 1)) {
    const one = readNameList(text, options);
    all.names.push(...one.names);
    total += (one.total ?? one.names.length) - 1;
    if (one.isCut) all.isCut = true;
    if (one.unclear !== undefined) all.unclear = all.unclear ? `${all.unclear}; ${one.unclear}` : one.unclear;
  }
  if (total > caps.authors) all.total = total;
  return all;
}

/** Without ids, ORCIDs and marks around a name. */
const clean = (name: string): string =>
  name
    .replace(/\s*[([](?:\d[\d-]*X?|https?:[^\s)\]]*)[)\]]\s*/gi, ' ')
    .replace(/^null\s+/, '')
    .replace(/[*†‡§¶,\s]+$/, '')
    .trim();

const isName = (name: string): boolean => /[\p{L}]/u.test(name) && !/^\[.*\]$/.test(name) && !/^anonymous$/i.test(name);

/** The texts of single names; undefined where they cannot be told apart. */
function split(text: string, { byComma = false }: NameListOptions): string[] | undefined {
  if (/[;；|]/.test(text)) return text.split(/\s*[;；|]+\s*/).filter(Boolean);
  if (/[、，]/.test(text) && !text.includes(',')) return text.split(/\s*[、，]\s*/);
  const tokens = joinSuffixes(text.split(/\s*,\s*(?:(?:and|&)\s+)?/).filter(Boolean));
  if (tokens.length > 1) return splitCommas(text, tokens, byComma);
  if (isOrganisation(text.replace(/\s+(?:and|&)\s+/gi, ' '))) return [text];
  const people = text.split(/\s+(?:and|&)\s+/i);
  return people.every((name) => name.includes(' ') || isEastAsian(name)) ? people : [text];
}

/** "Jr." and its like belong to the name before them. */
function joinSuffixes(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before !== undefined && isSuffix(token)) joined[joined.length - 1] = `${before}, ${token}`;
    else joined.push(token);
  }
  return joined;
}

function splitCommas(text: string, tokens: string[], byComma: boolean): string[] | undefined {
  const bare = tokens.map((token) => token.replace(/,.*$/, ''));
  const isEven = tokens.length % 2 === 0;
  const alternate = bare.every((token, i) => (i % 2 === 1 ? isInitials(token) : !isInitials(token)));
  // "Gatti, G.N., Sequoia, F.A."
  if (isEven && alternate && tokens.length > 2) return pairs(tokens);
  if (tokens.every((token) => isEastAsian(token.replace(/\s/g, ''))))
    return tokens.length > 2 || bare.every((token) => token.length > 2) ? tokens : [text];
  // "Nielsen, H., D. Cajiao, G. Roldan": only the first is turned round.
  if (tokens.length > 2 && isInitials(bare[1] ?? '') && bare.slice(2).every((token) => /\s/.test(token)))
    return [`${tokens[0]}, ${tokens[1]}`, ...tokens.slice(2)];
  const words = bare.filter((token) => /\s/.test(token)).length;
  if (tokens.length === 2) return byComma && words === 2 ? splitAnd(tokens) : [text];
  if (isOrganisation(text) && words < tokens.length) return [text];
  // Full names between commas, among them a mononym at times.
  if (words === tokens.length || (byComma && words > 0) || (words > tokens.length / 2 && /\s/.test(bare[0] ?? '')))
    return splitAnd(tokens);
  return undefined;
}

const splitAnd = (tokens: readonly string[]): string[] => tokens.flatMap((token) => token.split(/\s+(?:and|&)\s+/));

const pairs = (tokens: readonly string[]): string[] =>
  tokens.flatMap((token, i) => (i % 2 === 0 ? [`${token}, ${tokens[i + 1]}`] : []));

/** Names as a person writes them, given names first. */
function orient(names: readonly string[], { familyFirst = true }: NameListOptions, isSentence: boolean): string[] {
  const undotted = names.map((name, i) => (isSentence && i === names.length - 1 ? withoutStop(name, names) : name));
  // Family names in capitals ("Jun LI") look like initials.
  const hasCapitals = undotted.some((name) => /\s\p{Lu}{4,}$/u.test(name));
  // "INGLE L; WOOD T": among such names a short one is no initials.
  const isUpper = undotted.some((name) => /^\p{Lu}{5,} \p{Lu}{1,3}$/u.test(name));
  return undotted.map((name) => turned(name, familyFirst && !hasCapitals, isUpper));
}

/** "Mandl KD." ends a list, not a name, if no other name has a stop; so does "Vera Dinica." in any list. */
function withoutStop(name: string, names: readonly string[]): string {
  const last = name.split(' ').at(-1) ?? '';
  if (!/\p{L}\.$/u.test(name) || name.includes(',') || isSuffix(last)) return name;
  const others = names.slice(0, -1);
  const isListEnd = others.length > 0 && others.every((other) => !other.includes('.'));
  const isWord = /\p{Ll}{2}\.$/u.test(name) && others.length > 0;
  return isListEnd || isWord || /^\p{Lu}{2,3}\.$/u.test(last) ? name.slice(0, -1) : name;
}

/**
 * One name, "Family, Given", "Family, Jr., Given", "Family, Given, Jr." or "Family GN", turned round. `isUpper`: all names stand in
 * capitals, in which a family name looks like initials.
 */
export function turned(name: string, familyFirst = true, isUpper = false): string {
  const [first = '', ...rest] = oneLine(name).split(/\s*,\s*/);
  // Of "Burge, JR" the capitals are initials; "Martin King, Jr." has its given name already.
  const isMark = (part: string) => isSuffix(part) && (rest.length > 1 || /\s/.test(first));
  const marks = rest.filter(isMark);
  const given = rest.filter((part) => part !== '' && !isMark(part));
  if (given.length > 0) return written({ family: first, given: given.join(' '), suffix: marks.join(' ') });
  const words = first.split(' ');
  const mark = words.length > 2 && isSuffix(words.at(-1) ?? '') ? words.pop() : marks[0];
  const [, family = '', letters = ''] = trailing.exec(words.join(' ')) ?? [];
  const isTurned = familyFirst && family !== '' && (isUpper || !isInitials(words[0] ?? '')) && !isOrganisation(first);
  if (isTurned) return written({ family, given: letters, suffix: mark ?? '' });
  return [words.join(' '), mark].filter(Boolean).join(' ');
}
