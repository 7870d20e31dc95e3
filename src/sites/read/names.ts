/** Authors' names as pages write them, turned into names as a person writes them. Pure. */
import { clean } from './text';

const suffix = /^(?:jr|sr|ii|iii|iv)\b\.?$/i;
// Entries in lists of names that are not names.
const none = /^(?:anonymous(?: authors?)?|et\.? al\.?|others|…|\.\.\.)$/i;

/**
 * "Given Family" from "Family, Given", "Family, Jr, Given" or "Family, Given, Jr". Names without comma are kept. Footnote marks
 * are removed.
 */
export function givenFirst(name: string): string {
  const [family = '', ...rest] = clean(name.replace(/[*†‡§¶]/g, ' ')).split(/\s*,\s*/);
  const marks = rest.filter((part) => suffix.test(part));
  const given = rest.filter((part) => part !== '' && !suffix.test(part));
  return [...given, family, ...marks].join(' ');
}

/** Cleans names and puts given names first; removes empty entries, "Anonymous" and "et al.". */
export const names = (texts: Iterable<string | null | undefined>): string[] =>
  [...texts].map((text) => givenFirst(text ?? '')).filter((name) => name !== '' && !none.test(name));

/** Splits a list of names in one text, "A. Bee, C. Dee, and E. Eff Jr.": at semicolons, or at commas and "and". */
export const splitNames = (text: string | null | undefined): string[] =>
  names(
    clean(text ?? '')
      .replace(/[,\s]*;\s*$/, '')
      .split(
        text?.includes(';') && /;\s*\S/.test(text)
          ? /\s*;\s*/
          : /\s*,(?!\s*(?:Jr|Sr|I{2,3}|IV)\b)\s*(?:and\s+)?|\s+and\s+/,
      ),
  );

/**
 * "JP Da Silva Jr" from "Da Silva JP Jr", the form of PubMed and Europe PMC. Names of groups are kept.
 * https://www.nlm.nih.gov/bsd/mms/medlineelements.html#au
 */
export const initialsFirst = (name: string): string =>
  clean(name).replace(/^(.+) (\p{Lu}[\p{Lu}-]{0,4})(?= (?:Jr|Sr|\dnd|\drd|\dth)$|$)/u, '$2 $1');
