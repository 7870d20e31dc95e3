/** Splits a query into tokens, each with its position. Never throws. Pure. */

/** A token of a query. `from` and `to` are UTF-16 units of the query. */
export interface Lexeme {
  is: 'term' | 'open' | 'close' | 'or' | 'and' | 'not';
  from: number;
  to: number;
  /** The field name before the colon, in lower case. Of a term or an opening bracket. */
  field?: string;
  /** Of a term: the value without quotes. */
  value: string;
  /** Start of the value, quotes included. */
  valueFrom: number;
  /** Whether the value is quoted, and whether the quotes are closed. */
  quoted?: 'closed' | 'open';
}

const space = /\s/;
/** Chinese input methods produce full-width signs, word processors curly quotes. They mean the same as plain ones. */
const quotes: Record<string, string> = { '"': '"', '“': '”', '”': '”', '„': '“', '«': '»', '「': '」' };
const words = new Map<string, Lexeme['is']>([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);
const opens = (sign: string | undefined) => sign === '(' || sign === '（';
const closes = (sign: string | undefined) => sign === ')' || sign === '）';

/** Splits a query into tokens. */
export function lex(query: string): Lexeme[] {
  const found: Lexeme[] = [];
  let at = 0;
  const sign = (is: Lexeme['is'], to: number, rest: Partial<Lexeme> = {}) => {
    found.push({ is, from: at, to, value: '', valueFrom: to, ...rest });
    at = to;
  };
  while (at < query.length) {
    const here = query[at];
    if (here === undefined || space.test(here)) at++;
    else if (opens(here)) sign('open', at + 1);
    else if (closes(here)) sign('close', at + 1);
    else if (here === '|') sign('or', at + 1);
    else if (here === '-' && startsTerm(query, at + 1)) sign('not', at + 1);
    else term();
  }
  return found;

  function term(): void {
    const field = /^([a-z]+)[:：](?!\/\/)/i.exec(query.slice(at, at + 40));
    const valueFrom = at + (field?.[0].length ?? 0);
    const name = field?.[1]?.toLowerCase();
    if (name !== undefined && opens(query[valueFrom])) {
      sign('open', valueFrom + 1, { field: name });
      return;
    }
    const { value, to, quoted } = readValue(query, valueFrom);
    const word = name === undefined && quoted === undefined ? words.get(value) : undefined;
    if (word) sign(word, to);
    else sign('term', to, { value, valueFrom, ...(name !== undefined && { field: name }), ...(quoted && { quoted }) });
  }
}

/** A minus directly before a term negates it. A minus followed by a space is a dash. */
const startsTerm = (query: string, at: number): boolean => {
  const next = query[at];
  return next !== undefined && !space.test(next) && next !== '-' && !closes(next);
};

function readValue(query: string, from: number): { value: string; to: number; quoted?: 'closed' | 'open' } {
  const closing = quotes[query[from] ?? ''];
  if (closing !== undefined) {
    const end = closingQuote(query, from + 1, closing);
    return end < 0
      ? { value: query.slice(from + 1), to: query.length, quoted: 'open' }
      : { value: query.slice(from + 1, end), to: end + 1, quoted: 'closed' };
  }
  let to = from;
  for (let depth = 0; to < query.length; to++) {
    const here = query[to] as string;
    if (space.test(here) || (to > from && (here in quotes || (here === '|' && depth === 0)))) break;
    if (opens(here)) {
      // A bracket that is closed within the same word belongs to the word, as in a DOI or `f(x)`.
      if (!/^[^\s()（）]*[)）]/.test(query.slice(to + 1, to + 80))) break;
      depth++;
    } else if (closes(here) && --depth < 0) break;
  }
  return { value: query.slice(from, to), to };
}

/** Straight and curly quotes close each other, because people mix them. Other pairs close only their own. */
function closingQuote(query: string, from: number, closing: string): number {
  const accepted = closing === '"' || closing === '”' || closing === '“' ? '"”“' : closing;
  for (let at = from; at < query.length; at++) if (accepted.includes(query[at] as string)) return at;
  return -1;
}
