/** Formulas as plain text: `\mathcal{O}(K^{2/3})` is "O(K^(2/3))". Pure. */
import {
  accents,
  doubleStruck,
  functionNames,
  lookOnly,
  lowered,
  operatorSigns,
  raised,
  relationSigns,
  signs,
  spaces,
} from './signs';

/** Deeper groups are not read. */
const maxDepth = 24;

/** A command that is not known, or braces that do not match: the formula is shown as its source. */
class Unreadable extends Error {}

/** The formula as plain text; undefined if it holds what plain text cannot show. */
export function plainFormula(tex: string): string | undefined {
  try {
    const reader = new Reader(tex);
    const text = reader.until(undefined, 0);
    return reader.isDone ? tidied(text) : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

const tidied = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[([]) | (?=[)\],])/g, '')
    .trim()
    .normalize('NFC');

const token = /\\([A-Za-z]+)\*?|\\(.)|\s+|[^\\]/suy;

class Reader {
  #at = 0;
  constructor(readonly tex: string) {}

  get isDone(): boolean {
    return this.#at >= this.tex.length;
  }

  /** Reads up to a closing sign, or to the end where it is undefined. */
  until(close: string | undefined, depth: number): string {
    if (depth > maxDepth) throw new Unreadable();
    let out = '';
    while (!this.isDone) {
      if (this.tex[this.#at] === close) {
        this.#at++;
        return out;
      }
      out = this.#next(out, depth);
    }
    if (close !== undefined) throw new Unreadable();
    return out;
  }

  /** What is printed with the next token after `out`. */
  #next(out: string, depth: number): string {
    token.lastIndex = this.#at;
    const [whole = '', name, escaped] = token.exec(this.tex) ?? [];
    if (whole === '') throw new Unreadable();
    this.#at += whole.length;
    if (name !== undefined) return this.#command(out, name, depth);
    if (escaped !== undefined) return out + signOf(escaped);
    if (whole === '{') return out + this.until('}', depth + 1);
    if (whole === '}') throw new Unreadable();
    if (whole === '^' || whole === '_') return out + this.#script(whole, depth);
    if (whole === '~') return `${out} `;
    if (whole === '&') return `${out} `;
    return out + (whole === "'" ? '′' : whole === '-' ? '−' : whole);
  }

  #command(out: string, name: string, depth: number): string {
    const operator = operatorSigns.get(name);
    if (operator !== undefined) {
      this.#skipSpace();
      return /\s$/.test(out) ? `${out}${operator} ` : out + operator;
    }
    const relation = relationSigns.get(name);
    if (relation !== undefined) {
      this.#skipSpace();
      return out === '' ? `${relation} ` : `${out} ${relation} `;
    }
    const sign = signs.get(name);
    if (sign !== undefined) {
      this.#skipSpace();
      return out + sign;
    }
    if (functionNames.has(name)) {
      this.#skipSpace();
      const isTight = this.isDone || /[^\p{L}\p{N}\\]/u.test(this.tex[this.#at] ?? '');
      return `${/[\p{L}\p{N})]$/u.test(out) ? `${out} ` : out}${name}${isTight ? '' : ' '}`;
    }
    if (lookOnly.has(name)) {
      if (/^(?:left|right|middle)$/.test(name) && this.tex[this.#at] === '.') this.#at++;
      else this.#skipSpace();
      return out;
    }
    if (spaces.has(name)) return `${out} `;
    return out + this.#withArguments(name, depth);
  }

  #withArguments(name: string, depth: number): string {
    const accent = accents.get(name);
    if (accent !== undefined) {
      const on = this.#argument(depth);
      return [...on].length === 1 ? on + accent : on;
    }
    switch (name) {
      case 'mathbb':
      case 'mathbbm':
      case 'mathds':
        return [...this.#argument(depth)].map(doubleStruck).join('');
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'nicefrac':
        return `${grouped(this.#argument(depth))}/${grouped(this.#argument(depth))}`;
      case 'sqrt': {
        const root = this.#optional(depth);
        const under = grouped(this.#argument(depth));
        return `${root === undefined ? '' : scripted(root, raised, '^')}√${under}`;
      }
      case 'binom':
        return `C(${this.#argument(depth)}, ${this.#argument(depth)})`;
      case 'textsuperscript':
        return scripted(this.#argument(depth), raised, '^');
      case 'textsubscript':
        return scripted(this.#argument(depth), lowered, '_');
      case 'pmod':
        return ` (mod ${this.#argument(depth)})`;
      default:
        throw new Unreadable();
    }
  }

  #script(sign: string, depth: number): string {
    const text = this.#argument(depth);
    return sign === '^' ? scripted(text, raised, '^') : scripted(text, lowered, '_');
  }

  /** The next group, command or character. */
  #argument(depth: number): string {
    if (depth > maxDepth) throw new Unreadable();
    this.#skipSpace();
    if (this.isDone) throw new Unreadable();
    if (this.tex[this.#at] === '{') {
      this.#at++;
      return this.until('}', depth + 1).trim();
    }
    const before = this.#at;
    let out = this.#next('', depth + 1);
    // A command that changes only the look goes with what follows it: `^\mathrm T`.
    if (out === '' && this.tex[before] === '\\') out = this.#argument(depth + 1);
    return out.trim();
  }

  #optional(depth: number): string | undefined {
    this.#skipSpace();
    if (this.tex[this.#at] !== '[') return undefined;
    this.#at++;
    return this.until(']', depth + 1);
  }

  #skipSpace(): void {
    while (/\s/.test(this.tex[this.#at] ?? '')) this.#at++;
  }
}

/** What a backslash with a sign prints. */
function signOf(sign: string): string {
  if (/[{}%&$#_]/.test(sign)) return sign;
  if (sign === '|') return '‖';
  if (/[,;:\s>\\]/.test(sign)) return ' ';
  if (sign === '!' || sign === '/') return '';
  throw new Unreadable();
}

/** In brackets, unless it is one number or word. */
const grouped = (text: string): string => (/^(?:[\p{L}\p{M}\p{N}.]+|\P{L})$/u.test(text) ? text : `(${text})`);

/** A raised or lowered text: in Unicode's own signs where it has all of them and they can be read, else after `^` or `_`. */
function scripted(text: string, forms: ReadonlyMap<string, string>, sign: string): string {
  const letters = [...text];
  const isLegible =
    letters.length === 1 || !/\p{L}/u.test(text) || (forms === raised && /^(?:th|st|nd|rd)$/.test(text));
  if (text !== '' && isLegible && letters.every((each) => forms.has(each)))
    return letters.map((each) => forms.get(each)).join('');
  if (text === '') return '';
  return `${sign}${grouped(text)}`;
}
