/** Notes for programs that take HTML in one line, as Zotero does: lines to paragraphs and back. */
import { plain } from './text';

export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
    .replaceAll('&#38;', '&amp;')
    .replaceAll('&#60;', '&lt;')
    .replaceAll('&#62;', '&gt;');

/** A note of one line without markup as it is, otherwise its lines as escaped paragraphs. */
export function linesToHtml(note: string): string {
  const text = plain(note).trim();
  if (!/[\n<>&]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}

/** Text of a note that may be HTML: paragraphs and breaks become lines, other tags are dropped, entities decoded. */
export function htmlToLines(html: string): string {
  if (!/<\/?[a-z][^<>]*>/i.test(html)) return html.trim();
  return decodeEntities(
    html
      .replace(/\n/g, ' ')
      .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|blockquote)>/gi, '\n')
      .replace(/<li[^<>]*>/gi, '- ')
      .replace(/<\/?[a-z][^<>]*>/gi, ''),
  )
    .replace(/\n+$/, '')
    .trim();
}

const named: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’' },
  ...{ ldquo: '“', rdquo: '”', hellip: '…', deg: '°', plusmn: '±', times: '×', middot: '·', micro: 'µ', szlig: 'ß' },
};
/** Entities of letters with an accent: `&eacute;`, `&Ouml;`. */
const accents: Record<string, string> = {
  ...{
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    cedil: '\u0327',
    ring: '\u030a',
    caron: '\u030c',
  },
};

function namedEntity(name: string): string | undefined {
  const found = named[name.toLowerCase()];
  if (found !== undefined) return found;
  const mark = accents[name.slice(1)];
  return mark && /^[a-z]/i.test(name) ? `${name[0]}${mark}`.normalize('NFC') : undefined;
}

/** Decodes numeric entities and the named ones that exports use. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return namedEntity(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
