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

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Decodes numeric entities and the named ones that exports use. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
