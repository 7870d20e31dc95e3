/** Addresses and ids in BibTeX fields, which programs write with or without LaTeX's escapes. */
import { groupEnd, latexToText, ungrouped } from '../latex/to-text';

/** A field that holds an address or id as programs take it: `\url{…}`, `{\_}`, `\%` and other LaTeX removed. */
export function verbatimText(latex: string): string {
  const from = /^\s*\\(?:url|href|path|nolinkurl)\s*(?=\{)/.exec(latex)?.[0].length;
  const inside = from === undefined ? latex : latex.slice(from + 1, groupEnd(latex, from) - 1);
  const plain = inside.trim().replace(/\s+/g, ' ');
  if (!/[\\{}$]/.test(plain)) return plain;
  const escaped = plain
    .replace(/\{\\textasciitilde(?:\{\})?\}|\\textasciitilde(?:\{\})?|\{?\\~(?:\{\})?\}?|\{\$\\sim\$\}|\$\\sim\$/g, '~')
    // A bracket that protects the next one: `{[}1215:COTMVS]`.
    .replace(/\$\{?([<>|_^])\}?\$/g, '$1')
    .replace(/\$\\backslash\$/g, '\\')
    .replace(/([~^])/g, '{\\char$1}')
    .replace(/(?<!\\)([%#&])/g, '\\$1');
  const kept = escaped.replace(/\{\\char([~^])\}/g, (_, sign: string) => (sign === '~' ? '\ue8f0' : '\ue8f1'));
  const text = latexToText(kept.replace(/--/g, '-{}-'));
  const read = text === undefined ? kept.replace(/\\([_&%#$~{}])/g, '$1').replace(/[{}]/g, '') : ungrouped(text);
  return read
    .replace(/\ue8f0/g, '~')
    .replace(/\ue8f1/g, '^')
    .replace(/\u00a0/g, '~');
}

const command = /\\(?:url|href|nolinkurl)\s*\{([^{}]*)\}/g;
const address = /https?:\/\/[^\s{}<>"]+/g;

/** The addresses in a field's LaTeX, in order. */
export function addressesIn(latex: string): string[] {
  if (!/\\(?:url|href|nolinkurl)|https?:\/\//.test(latex)) return [];
  const found = [...latex.matchAll(command)].map(([, inside = '']) => verbatimText(inside));
  const bare = [...latex.replace(command, ' ').matchAll(address)].map(([whole]) =>
    verbatimText(whole.replace(/[.,;)\]]+$/, '')),
  );
  return [...found, ...bare].filter((one) => /^https?:\/\//i.test(one));
}

/** The text of a field without its addresses and the words that only introduce one; "" if nothing else is left. */
export function withoutAddress(latex: string, text: (latex: string) => string): string {
  if (addressesIn(latex).length === 0) return text(latex);
  const rest = text(
    latex
      .replace(/\\href\s*\{[^{}]*\}/g, ' ')
      .replace(command, ' ')
      .replace(address, ' '),
  );
  return /^[\s.,;:()[\]]*(?:(?:available|online|retrieved|accessed|url|link|at|from|on|this|page|here|verfügbar|disponible|en|em|à)[\s.,;:()[\]]*)*$/i.test(
    rest,
  )
    ? ''
    : rest;
}
