/**
 * A field's LaTeX as text in which formulas, paragraphs and angle brackets survive. Fields with commands that
 * `to-text.ts` does not know go to retorquere's parser, which knows some thousand, with those parts replaced by
 * private characters that it does not touch.
 */
import { formulaSigns } from './signs';
import { latexToText, ungrouped } from './to-text';

type Parser = typeof import('@retorquere/bibtex-parser');

/** Private characters: formulas from the first on, then a paragraph's end and the angle brackets. */
const firstFormula = 0xe000;
const maxFormulas = 0x8f0;
const paragraph = '\ue8fd';
const less = '\ue8fe';
const greater = '\ue8ff';

/** Longer fields are not given to the parser, UTF-16 units: for some texts it takes the square of their length in time. */
const maxParsedLength = 30_000;

const formula = /(?<!\\)(?:\\\\)*\$((?:[^$\\{}]|\\[^$]|\{(?:[^{}$]|\{(?:[^{}$]|\{[^{}$]*\})*\})*\}){1,400})\$/g;

/** The text of a field, lines separated by "\n" where its LaTeX has an empty line. */
export function fieldText(latex: string, parser: Parser): string {
  if (!/[\\{}$~<>\ue000-\uf8ff]|--|``|''|\n[ \t]*\n/.test(latex)) return inLines(latex);
  const { source, formulas } = protect(latex);
  const text = latexToText(source);
  if (text !== undefined) return restore(ungrouped(text), formulas);
  return restore(parsed(source, parser), formulas);
}

const inLines = (text: string): string => text.replace(/[^\S\u00a0]+/g, ' ').trim();

function protect(latex: string): { source: string; formulas: string[] } {
  const formulas: string[] = [];
  const source = latex
    .replace(/[\ue000-\ue8ff]/g, '')
    .replace(/[ \t]*\n[ \t]*(?:\n[ \t]*)+/g, (found) => paragraph.repeat(Math.floor(found.split('\n').length / 2)))
    .replace(formula, (whole, inside: string) => {
      const sign = formulaSigns[inside.trim()];
      if (sign === undefined && formulas.length >= maxFormulas) return whole;
      // `$<{}$` is how the text `$<$` is written.
      const own =
        inside.endsWith('{}') && Object.hasOwn(formulaSigns, inside.slice(0, -2)) ? inside.slice(0, -2) : inside;
      formulas.push(sign ?? `$${own}$`);
      const before = whole.slice(0, whole.length - inside.length - 2);
      return before + String.fromCharCode(firstFormula + formulas.length - 1);
    })
    .replace(/</g, less)
    .replace(/>/g, greater);
  return { source, formulas };
}

function restore(text: string, formulas: readonly string[]): string {
  return (
    text
      .replaceAll(less, '<')
      .replaceAll(greater, '>')
      .replace(/[ \t]*\ue8fd[ \t]*/g, '\n')
      // An accent on TeX's dotless letters is one on the letter itself.
      .replace(/[ıȷ](?=\p{M})/gu, (char) => (char === 'ı' ? 'i' : 'j'))
      .normalize('NFC')
      .replace(/[\ue000-\ue8ef]/g, (char) => formulas[char.charCodeAt(0) - firstFormula] ?? '')
      .trim()
  );
}

/** The text by the parser; the LaTeX without its braces where it cannot be parsed. */
function parsed(source: string, parser: Parser): string {
  if (source.length > maxParsedLength) return bare(source);
  try {
    const text = `@misc{k, note = {${balanced(source).replace(/(?<!\\)([%$#&])/g, '\\$1')}}}`;
    const { entries } = parser.parse(text, {
      english: false,
      sentenceCase: false,
      caseProtection: false,
      unsupported: (_node, tex) => tex,
    });
    const note = entries[0]?.fields.note;
    if (typeof note !== 'string') return bare(source);
    return note
      .replace(/<br\s*\/?>|<\/p>/gi, '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .trim();
  } catch {
    return bare(source);
  }
}

const bare = (source: string): string => inLines(source.replace(/(?<!\\)[{}]/g, ''));

/** The source, its unescaped braces dropped if they are not balanced. */
function balanced(source: string): string {
  let depth = 0;
  for (const [found] of source.matchAll(/\\[\s\S]|[{}]/g)) {
    if (found === '{') depth++;
    else if (found === '}' && --depth < 0) break;
  }
  return depth === 0 ? source : source.replace(/(?<!\\)[{}]/g, '');
}
