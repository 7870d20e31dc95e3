/** What BibTeX and BibLaTeX share: a field's form, names, an entry's text. */
import type { WriteOptions } from '../format';
import { toLatex } from '../latex/latex';
import { type Name, parseName } from '../names';
import { oneLine, plain } from '../text';

/** Name of a field and its value, braces and quotes included; undefined leaves it out. */
export type Field = readonly [name: string, value: string | undefined];

/** The text of one entry, one field a line. */
export function entryText(type: string, key: string, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${type}{${key},\n${lines.join(',\n')}\n}\n`;
}

/** A value of one line, as LaTeX in braces; undefined for nothing. */
export function braced(text: string | undefined, options: WriteOptions, protect = false): string | undefined {
  const line = oneLine(text ?? '');
  return line === '' ? undefined : `{${toLatex(line, { accents: options.accents, protect })}}`;
}

/** Text of several lines: an empty line between each two, since a single line end is only a space to TeX and its readers. */
export function bracedLines(text: string | undefined, options: WriteOptions): string | undefined {
  const whole = plain(text ?? '').trim();
  if (whole === '') return undefined;
  const lines = whole.split('\n').map((line) => toLatex(line.trimEnd(), { accents: options.accents }));
  return `{${lines.join('\n\n')}}`;
}

/** A value that programs take as it stands (addresses, identifiers): no LaTeX, but braces that would end the field. */
export const verbatim = (text: string | undefined): string | undefined =>
  text === undefined || oneLine(text) === ''
    ? undefined
    : `{${oneLine(text).replace(/[{}\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}}`;

/** An address. A `$` would begin a formula to some parsers. */
export const addressValue = (address: string | undefined): string | undefined =>
  verbatim(address?.replaceAll('$', '%24'));

/** "von Last, Jr, First and {An Organisation}"; a list known to be cut ends in `and others`. */
export function nameList(
  names: readonly string[] | undefined,
  count: number | undefined,
  options: WriteOptions,
): string | undefined {
  if (!names || names.length === 0) return undefined;
  const written = names
    .map(oneLine)
    .filter((name) => name !== '')
    .map((name) => nameText(parseName(name), options));
  if (written.length === 0) return undefined;
  if (count !== undefined && count > names.length) written.push('others');
  return `{${written.join(' and ')}}`;
}

function nameText(name: Name, options: WriteOptions): string {
  // Hyphens part words to BibTeX: of a name that has nothing else it would find none.
  const latex = (text: string) => (/^[-\s]+$/.test(text) ? `{${text}}` : toLatex(text, { accents: options.accents }));
  if (name.literal !== undefined) return `{${latex(name.literal)}}`;
  const { family, particle, suffix, given } = name;
  // A family name that begins small has no particle of its own: braces keep it whole.
  const last = /^\p{Ll}/u.test(family) ? `{${latex(family)}}` : latex(family);
  return [[particle && latex(particle), last].filter(Boolean).join(' '), suffix && latex(suffix), given && latex(given)]
    .filter(Boolean)
    .join(', ');
}

/** Tags as a list with commas, which therefore no tag may hold. */
export function keywords(tags: readonly string[], options: WriteOptions): string | undefined {
  return braced(
    tags
      .map((tag) => oneLine(tag.replace(/[,;]/g, ' ')))
      .filter(Boolean)
      .join(', '),
    options,
  );
}

/** `12-34` with the dash that LaTeX sets. */
export function pageRange(pages: string | undefined, options: WriteOptions): string | undefined {
  const parts = oneLine(pages ?? '').split(/(?<=\w)\s*[-–—‒]+\s*(?=\w)/);
  return parts[0] === ''
    ? undefined
    : `{${parts.map((part) => toLatex(part, { accents: options.accents })).join('--')}}`;
}
