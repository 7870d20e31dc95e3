/** Authors' names as pages write them, turned into names as a person writes them. Pure. */
import { clean } from './text';

const suffix = /^(?:jr|sr|ii|iii|iv)\b\.?$/i;
// What stands in a list of names without being one.
const none = /^(?:anonymous(?: authors?)?|et\.? al\.?|others|…|\.\.\.)$/i;

/**
 * "Given Family" of "Family, Given", of "Family, Jr, Given" and of "Family, Given, Jr"; a name without comma stays. Marks of
 * footnotes at the ends are dropped.
 */
export function turned(name: string): string {
  const [family = '', ...rest] = clean(name.replace(/[*†‡§¶]/g, ' ')).split(/\s*,\s*/);
  const marks = rest.filter((part) => suffix.test(part));
  const given = rest.filter((part) => part !== '' && !suffix.test(part));
  return [...given, family, ...marks].join(' ');
}

/** The real names among some texts: cleaned, turned round, without empty ones, "Anonymous" and "et al.". */
export const names = (texts: Iterable<string | null | undefined>): string[] =>
  [...texts].map((text) => turned(text ?? '')).filter((name) => name !== '' && !none.test(name));

/** The names of a list in one text, "A. Bee, C. Dee, and E. Eff Jr.": separated by commas, semicolons or "and". */
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
 * "JP Da Silva Jr" of "Da Silva JP Jr": family name and initials, as PubMed and Europe PMC write them. A group's name stays.
 * https://www.nlm.nih.gov/bsd/mms/medlineelements.html#au
 */
export const initialsFirst = (name: string): string =>
  clean(name).replace(/^(.+) (\p{Lu}[\p{Lu}-]{0,4})(?= (?:Jr|Sr|\dnd|\drd|\dth)$|$)/u, '$2 $1');
