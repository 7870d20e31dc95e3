/** Finds the formulas in the text of a title, an abstract or a note: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. Pure. */

/** A stretch of a text: words, or a formula. */
export type TexPart = { is: 'text'; text: string } | { is: 'formula'; tex: string; isDisplay: boolean; source: string };

/** Longer "formulas" are text between two prices, UTF-16 units. */
const maxLength = 600;

const delimiters = [
  { open: '$$', close: '$$', isDisplay: true },
  { open: '\\[', close: '\\]', isDisplay: true },
  { open: '\\(', close: '\\)', isDisplay: false },
  { open: '$', close: '$', isDisplay: false },
] as const;

/** The text in stretches, in order; joined, their sources are the text. */
export function texParts(text: string): TexPart[] {
  const parts: TexPart[] = [];
  let from = 0;
  const start = /\\[[(]|\$\$?|\\./gs;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const formula = formulaAt(text, found.index);
    if (!formula) continue;
    if (found.index > from) parts.push({ is: 'text', text: text.slice(from, found.index) });
    parts.push(formula);
    from = found.index + formula.source.length;
    start.lastIndex = from;
  }
  if (from < text.length || parts.length === 0) parts.push({ is: 'text', text: text.slice(from) });
  return parts;
}

/** Whether a text holds a formula. */
export const hasFormula = (text: string): boolean =>
  /[$\\]/.test(text) && texParts(text).some((part) => part.is === 'formula');

function formulaAt(text: string, at: number): (TexPart & { is: 'formula' }) | undefined {
  const kind = delimiters.find(({ open }) => text.startsWith(open, at));
  if (!kind) return undefined;
  const { open, close, isDisplay } = kind;
  const from = at + open.length;
  const end = closing(text, from, close);
  if (end === undefined) return undefined;
  const tex = text.slice(from, end);
  if (tex.trim() === '' || /\n\s*\n/.test(tex)) return undefined;
  if (open === '$' && !isBetweenDollars(tex, text[end + 1])) return undefined;
  return { is: 'formula', tex: tex.trim(), isDisplay, source: text.slice(at, end + close.length) };
}

/** Where the closing delimiter begins; undefined if there is none. An escaped sign closes nothing. */
function closing(text: string, from: number, close: string): number | undefined {
  for (let at = from; at < text.length && at - from <= maxLength; at++) {
    if (text.startsWith(close, at)) return at;
    if (text[at] === '$') return undefined;
    if (text[at] === '\\') at++;
  }
  return undefined;
}

/** Two words in a row: prose, unless it stands in `\text{…}`. */
const prose = /(?<![\\A-Za-z])[A-Za-z]{2,}[,;:.]?\s+[A-Za-z]{2,}/;
const inText = /\\(?:text|mbox|operatorname|math)[a-z]*\*?\s*\{[^{}]*\}/g;

/** Whether what stands between two dollars is a formula, unlike the "5 and " of "$5 and $7". */
function isBetweenDollars(tex: string, next: string | undefined): boolean {
  if (/^\s|\s$/.test(tex)) return false;
  // "$5-$7"; but "$\sim$8" is a formula.
  if (/^\d/.test(next ?? '') && (/^[\d.,]/.test(tex) || !/[\\^_=<>+/]/.test(tex))) return false;
  if (/^[:;,.!?)]/.test(tex)) return false; // "for 1$: cheap, or 2$"
  const bare = tex.replace(inText, ' ');
  if (prose.test(bare)) return false;
  // "$5 to a$": an amount, and words that no sign of a formula goes with.
  return !/^[\d.,]+\s?[kKmMbB]?\b.*\s[A-Za-z]/.test(bare) || /[\\^_=<>+*/{]/.test(bare);
}
