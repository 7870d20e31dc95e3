/** Parses a regular expression. The syntax is JavaScript's without lookaround and back references. Pure. */
/**
 * Why a pattern is refused. `syntax`: not a valid pattern. `unsupported`: uses lookaround or a back reference.
 * `repeats`: repeats a part that is itself an unlimited repeat. `large`: compiles to too many steps.
 */
export type PatternProblem = 'empty' | 'long' | 'syntax' | 'unsupported' | 'repeats' | 'large';

/** A parsed pattern, or a part of one. */
export type Tree =
  | { is: 'one'; fits(character: number): boolean }
  | { is: 'at'; where: 'start' | 'end' | 'word' | 'inside' }
  | { is: 'row'; of: Tree[] }
  | { is: 'either'; of: Tree[] }
  | { is: 'repeat'; of: Tree; min: number; max: number };

type Refused = { problem: PatternProblem; detail?: string };

/** One character: an escape, a class, or the character itself. */
const character =
  /\\(?:u\{[0-9a-f]+\}|u[d][89ab][0-9a-f]{2}\\u[d][c-f][0-9a-f]{2}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|p\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|./isuy;
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
const group = /\((?:\?:|\?<[\p{ID_Start}$_][\p{ID_Continue}$]*>|(?!\?))/uy;
const places = { '^': 'start', $: 'end', '\\b': 'word', '\\B': 'inside' } as const;

/** Parses a pattern of at most `maxLength` UTF-16 units. The browser's own parser finds syntax errors. */
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
      at++; // the closing bracket: the browser's parser has checked that it exists
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

/** A test whether a character matches this form, by the browser's own engine. Answers for ASCII are computed once. */
function fitting(form: string): (character: number) => boolean {
  const own = new RegExp(`^${form}$`, 'isu');
  const ask = (code: number) => own.test(String.fromCodePoint(code));
  const plain = Uint8Array.from({ length: 128 }, (_, code) => Number(ask(code)));
  return (code) => (code < 128 ? plain[code] === 1 : ask(code));
}

const isOpen = (tree: Tree) => tree.is === 'repeat' && tree.max === Number.POSITIVE_INFINITY;

/** Whether a part can match as nothing but an unlimited repeat, so that repeating it adds nothing. */
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
