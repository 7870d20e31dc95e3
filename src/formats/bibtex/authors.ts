/** Names in BibTeX: joined by "and", "von Last, Jr, First", organisations in braces, biblatex's "family=…, given=…". */
import { caps } from '../../paper/check';
import { isEastAsian } from '../../paper/east-asian-names';
import { readNameList, turned } from '../name-lists';
import { isSuffix, written } from '../names';

/** Turns the LaTeX of one name into text. */
type ToText = (latex: string) => string;

/** What an author field says. */
export interface BibtexNames {
  /** "Given Family"; the last is "others" if the list is cut. */
  names: string[];
  /** How many names the field has, where there are more than were read. */
  total?: number;
  /** A list of names that cannot be told apart. */
  unclear?: string;
}

/** Reads at most as many names as are kept. */
export function bibtexNames(latex: string, text: ToText): BibtexNames {
  const found: BibtexNames = { names: [] };
  const all = splitTopLevel(latex, /\s+and(?=\s)/gi);
  for (const one of all.slice(0, caps.authors + 1)) {
    const name = one
      .trim()
      .replace(/^and\s+|\s+and$/gi, '')
      .replace(/,$/, '');
    if (name === '') continue;
    const { names, unclear } = readName(name, text);
    found.names.push(...names);
    if (unclear !== undefined) found.unclear = unclear;
  }
  if (all.length > caps.authors + 1) found.total = all.length;
  return found;
}

function readName(latex: string, text: ToText): BibtexNames {
  // A group that is a whole name is an organisation's.
  if (isOneGroup(latex)) return { names: [text(latex.slice(1, -1))] };
  const parts = splitTopLevel(latex, /\s*,\s*/g);
  if (parts.length > 1 && parts.every((part) => /^\s*[a-z-]+\s*=/i.test(part)))
    return { names: [namedParts(parts, text)] };
  const texts = parts.map((part) => text(part)).filter((part) => part !== '');
  const [, second = '', third = ''] = texts;
  if (texts.length < 3 || (texts.length === 3 && isSuffix(third))) return { names: [turned(texts.join(', '), false)] };
  // BibTeX's form with a suffix, which may be any word: "Martin, Neto, L."
  if (texts.length === 3 && !/\s/.test(second) && !isEastAsian(second))
    return { names: [written({ family: texts[0], suffix: second, given: third })] };
  // A list joined by commas, as some write by hand: BibTeX would make one person of it.
  const { names, isCut, unclear } = readNameList(texts.join(', '), { byComma: true, familyFirst: false });
  return unclear === undefined ? { names: isCut ? [...names, 'others'] : names } : { names, unclear };
}

function namedParts(parts: readonly string[], text: ToText): string {
  const named = new Map(
    parts.map((part): [string, string] => {
      const at = part.indexOf('=');
      const value = part.slice(at + 1).trim();
      return [part.slice(0, at).trim().toLowerCase(), text(isOneGroup(value) ? value.slice(1, -1) : value)];
    }),
  );
  const [family, given, particle, suffix] = ['family', 'given', 'prefix', 'suffix'].map((part) => named.get(part));
  return written({ family, given, particle, suffix });
}

/** Whether LaTeX is one group as a whole. */
export function isOneGroup(latex: string): boolean {
  if (!latex.startsWith('{') || !latex.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < latex.length; at++) {
    if (latex[at] === '{') depth++;
    else if (latex[at] === '}') depth--;
    if (depth === 0) return at === latex.length - 1;
  }
  return false;
}

/** Parts of LaTeX at what separates them outside of groups. */
export function splitTopLevel(latex: string, separator: RegExp): string[] {
  let depth = 0;
  let shadow = '';
  for (const unit of latex.split('')) {
    if (unit === '{') depth++;
    shadow += depth > 0 ? '\u0001' : unit;
    if (unit === '}' && depth > 0) depth--;
  }
  const parts: string[] = [];
  let from = 0;
  for (const { 0: found, index } of shadow.matchAll(separator)) {
    parts.push(latex.slice(from, index));
    from = index + found.length;
  }
  return [...parts, latex.slice(from)];
}
