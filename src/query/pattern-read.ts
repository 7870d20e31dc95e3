/** Reads a regular expression into a tree: the syntax of JavaScript without what looks back or ahead. Pure. */
/** Why a pattern is refused: `syntax` is no pattern, `unsupported` would need to look back or ahead, `repeats` repeats what only repeats. */
export type PatternProblem = 'empty' | 'long' | 'syntax' | 'unsupported' | 'repeats' | 'large';

/** A pattern, or a part of one. */
export type Tree =
  | { is: 'one'; fits(character: number): boolean }
  | { is: 'at'; where: 'start' | 'end' | 'word' | 'inside' }
  | { is: 'row'; of: Tree[] }
  | { is: 'either'; of: Tree[] }
  | { is: 'repeat'; of: Tree; min: number; max: number };

type Refused = { problem: PatternProblem; detail?: string };

/** One character, however it is written: an escape, a class, or itself. */
const character =
  /\\(?:u\{[0-9a-f]+\}|u[d][89ab][0-9a-f]{2}\\u[d][c-f][0-9a-f]{2}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|p\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|./isuy;
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
const group = /\((?:\?:|\?<[\p{ID_Start}$_][\p{ID_Continue}$]*>|(?!\?))/uy;
const places = { '^': 'start', $: 'end', '\\b': 'word', '\\B': 'inside' } as const;

/** Reads a pattern of at most so many UTF-16 units. What is no pattern is found by the browser's own reader. */
export function readPattern(source: string, maxLength: number): { tree: Tree } | Refused {
  if (source.trim() === '') return { problem: 'empty' };
  if (source.length > maxLength) return { problem: 'long' };
  try {
    new RegExp(source, 'isu');
  } catch (error) {
    return { problem: 'syntax', detail: (error as Error).message.replace(/^.*\/isu: /s, '') };
  }
  let at = 0;
  let refused: Refused | undefined;
  const tree = either();
  return refused ?? { tree };

  function take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = at;
    const found = form.exec(source);
    if (found) at += found[0].length;
    return found ?? undefined;
  }

  function either(): Tree {
    const parts = [row()];
    while (source[at] === '|' && !refused) {
      at++;
      parts.push(row());
    }
    return parts.length === 1 ? (parts[0] as Tree) : { is: 'either', of: parts };
  }

  function row(): Tree {
    const parts: Tree[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')' && !refused) parts.push(repeated());
    return { is: 'row', of: parts };
  }

  function repeated(): Tree {
    const from = at;
    const one = single();
    const found = refused ? undefined : take(quantifier);
    if (!found) return one;
    const [sign, counted, comma, upTo] = found;
    const min = counted === undefined ? Number(sign[0] === '+') : Number(counted);
    const open = counted === undefined ? sign[0] !== '?' : comma !== '' && upTo === '';
    const max = open ? Number.POSITIVE_INFINITY : counted === undefined ? 1 : Number(upTo || counted);
    if (open && onlyRepeats(one)) refused ??= { problem: 'repeats', detail: source.slice(from, at) };
    return { is: 'repeat', of: one, min, max };
  }

  function single(): Tree {
    const from = at;
    if (take(group)) {
      const inside = either();
      at++; // the bracket that closes it: the browser's reader saw that it is there
      return inside;
    }
    const [text = ''] = take(character) ?? [];
    if (text === '(' || /^\\(?:[1-9]|k)/.test(text)) {
      refused ??= { problem: 'unsupported', detail: source.slice(from, from + 12) };
      at = source.length;
      return { is: 'row', of: [] };
    }
    const where = (places as Record<string, (typeof places)[keyof typeof places]>)[text];
    return where ? { is: 'at', where } : { is: 'one', fits: fitting(text) };
  }
}

/** Whether the browser's own reader takes a character for one of this form; asked once for each of the plain ones. */
function fitting(form: string): (character: number) => boolean {
  const own = new RegExp(`^${form}$`, 'isu');
  const ask = (code: number) => own.test(String.fromCodePoint(code));
  const plain = Uint8Array.from({ length: 128 }, (_, code) => Number(ask(code)));
  return (code) => (code < 128 ? plain[code] === 1 : ask(code));
}

const isOpen = (tree: Tree) => tree.is === 'repeat' && tree.max === Number.POSITIVE_INFINITY;

/** Whether a part can be nothing but a repeat without end, so that repeating it says nothing more. */
function onlyRepeats(tree: Tree): boolean {
  if (isOpen(tree)) return true;
  if (tree.is === 'repeat') return onlyRepeats(tree.of);
  if (tree.is === 'either') return tree.of.some(onlyRepeats);
  if (tree.is !== 'row') return false;
  return tree.of.some((part, i) => onlyRepeats(part) && tree.of.every((other, j) => i === j || maybeEmpty(other)));
}

function maybeEmpty(tree: Tree): boolean {
  if (tree.is === 'at') return true;
  if (tree.is === 'one') return false;
  if (tree.is === 'row') return tree.of.every(maybeEmpty);
  if (tree.is === 'either') return tree.of.some(maybeEmpty);
  return tree.min === 0 || maybeEmpty(tree.of);
}
