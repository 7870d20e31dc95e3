/**
 * Authors in metadata: names as publishers' tags hold them, one in each or all in one. A name never holds a list, an ORCID, an
 * e-mail, a mark or an affiliation; where names cannot be told apart with certainty there are none. Pure.
 */
import { names } from './names';
import { clean } from './text';

/** ORCIDs, e-mails and marks of footnotes. */
const marks =
  /[([]?\s*(?:(?:https?:\/\/)?orcid\.org\/|ORCID:?\s*)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\s*[)\]]?|[<(]?[^\s<>(),;]{1,100}@[^\s<>(),;]{1,100}[>)]?|[*†‡§¶#]|(?<=\p{L}\.?)[\d¹²³⁰⁴-⁹][\d¹²³⁰⁴-⁹, ]*(?=[,;]|$)/giu;
const affiliation =
  /\b(?:universi\p{L}+|institut\p{L}*|departments?|dept|laborator\p{L}+|hospital|school|college|faculty|academy|inc|ltd|gmbh)\b/iu;
const group = /\b(?:collaboration|consortium|group|committee|team|network|initiative|investigators)\b/i;
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** "J.", "J. K.", "J.-P.", "JK". */
const initials = /^(?:\p{Lu}\p{M}*[\s.-]*){1,4}$/u;

const isFull = (part: string): boolean => part.includes(' ');

/**
 * The names in one entry; undefined where that is not certain. `isAlone`: no other entry tells that each holds one name, so that
 * "Ana Okoye, Bram de Wit" may be two.
 */
function namesIn(entry: string, isAlone: boolean): string[] | undefined {
  if (group.test(entry)) return [entry];
  const several = entry.split(entry.includes(';') ? /\s*;\s*/ : /,?\s+(?:and|und|et|&)\s+/).filter(Boolean);
  if (several.length > 1) {
    const parted = several.map((one) => namesIn(one, true));
    return parted.includes(undefined) ? undefined : parted.flatMap((some) => some ?? []);
  }
  const parts = entry.split(/\s*,\s*/).filter((part) => part !== '' && !affiliation.test(part));
  const [first, ...rest] = parts.filter((part) => !suffix.test(part));
  if (first === undefined) return affiliation.test(entry) && !entry.includes(',') ? [entry] : [];
  if (rest.length === 0) return [parts.join(', ')];
  if (rest.length === 1)
    return isAlone && isFull(first) && rest.every((part) => isFull(part) && !initials.test(part))
      ? undefined
      : [parts.join(', ')];
  // Three names and more between commas, or families each followed by initials.
  if (parts.every(isFull) && !rest.some((part) => initials.test(part))) return parts;
  const isPaired = parts.length % 2 === 0 && parts.every((part, at) => initials.test(part) === (at % 2 === 1));
  return isPaired ? parts.flatMap((part, at) => (at % 2 ? [] : `${part}, ${parts[at + 1]}`)) : undefined;
}

/** A block of tags that stands twice counts once. */
function once(entries: readonly string[]): readonly string[] {
  const half = entries.slice(0, entries.length / 2);
  const isTwice = entries.length >= 4 && half.every((entry, at) => entry === entries[half.length + at]);
  return isTwice && half.length * 2 === entries.length ? half : entries;
}

/** The names in some tags, given names first; none where a list cannot be told apart with certainty. */
export function namesInTags(texts: readonly (string | undefined)[]): string[] {
  const entries = texts.map((text) => clean((text ?? '').replace(marks, ' ')).replace(/^[,;\s]+|[,;\s]+$/g, ''));
  const own = once(entries.filter((entry) => entry !== ''));
  const parted = own.map((entry) => namesIn(entry, own.length === 1));
  const found = names(parted.flatMap((some) => some ?? []));
  const isOdd = (name: string) => /[\d@:;<>|[\]]/.test(name) || (name.length > 80 && !group.test(name));
  return parted.includes(undefined) || found.some(isOdd) ? [] : found;
}
