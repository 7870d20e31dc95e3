/** Values of BibTeX fields: expressions of text and macros as LaTeX. */
import { pieceEnd } from './entry-fields';

/** Longer values are not put together from macros: a chain of macros could make any length. */
const maxLength = 500_000;
const months = new Set(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']);

/** The `@string` macros of a file. */
export class Macros {
  private readonly sources = new Map<string, string>();
  private readonly known = new Map<string, string>();

  /** Takes the definitions of an `@string`'s source. The last definition of a name counts, as in BibTeX. */
  define(source: string): void {
    const inside = /^@[ \t]*string\s*[{(]\s*/i.exec(source)?.[0];
    if (inside === undefined) return;
    const name = /^[^\s={}()"#,]+/.exec(source.slice(inside.length))?.[0];
    const equals = name === undefined ? -1 : source.indexOf('=', inside.length + name.length);
    if (name !== undefined && equals > 0)
      this.sources.set(name.toLowerCase(), source.slice(equals + 1).replace(/\s*[})]?\s*$/, ''));
  }

  /** The text of a macro; its name where it is not defined, as most readers print it. */
  text(name: string, depth = 0): string {
    const lower = name.toLowerCase();
    const known = this.known.get(lower);
    if (known !== undefined) return known;
    const source = this.sources.get(lower);
    if (source === undefined) return months.has(lower) ? lower : name;
    // A macro that is defined by itself ends here.
    if (depth > 50) return name;
    const text = this.value(source, depth + 1);
    this.known.set(lower, text);
    return text;
  }

  /** The LaTeX of an expression. */
  value(expression: string, depth = 0): string {
    const source = expression.trim();
    // Nearly all values are one piece.
    if (pieceEnd(source, 0) === source.length) return this.piece(source, depth);
    let text = '';
    for (let at = 0; at < source.length && text.length < maxLength; ) {
      const skipped = /^[\s#]*/.exec(source.slice(at, at + 1000))?.[0].length ?? 0;
      at += skipped;
      const end = pieceEnd(source, at);
      if (end === undefined) return text + source.slice(at).replace(/^[{"]/, '');
      text += this.piece(source.slice(at, end), depth);
      at = end;
    }
    return text;
  }

  private piece(source: string, depth: number): string {
    if (/^[{"]/.test(source)) return source.slice(1, -1);
    return /^\d+$/.test(source) ? source : this.text(source, depth);
  }
}
