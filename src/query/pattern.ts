/**
 * Regular expressions that are safe on hostile text. All ways through a pattern are followed at once (Thompson, 1968;
 * https://swtch.com/~rsc/regexp/regexp1.html), so that a text of n characters takes at most n × `size` steps. The
 * browser's own engine backtracks, and a page could write an abstract that keeps it busy for years. Pure.
 */
import { type PatternProblem, readPattern, type Tree } from './pattern-read';

export interface Pattern {
  /** Number of steps of the compiled pattern: the most work per character. */
  size: number;
  /** Whether the pattern occurs anywhere in a text, ignoring case. */
  test(text: string): boolean;
}

/** The longest pattern in UTF-16 units, and the most steps of a compiled pattern. */
export const patternLimits = { length: 500, size: 1000 } as const;

type Step =
  | { is: 'one'; fits(character: number): boolean }
  | { is: 'split'; to: number; or: number }
  | { is: 'at'; where: 'start' | 'end' | 'word' | 'inside' }
  | { is: 'found' };

/** Compiles a pattern, or returns why it is refused. `detail` is the part that is refused. */
export function compilePattern(source: string): { pattern: Pattern } | { problem: PatternProblem; detail?: string } {
  const read = readPattern(source, patternLimits.length);
  if ('problem' in read) return read;
  const steps: Step[] = [];
  if (!write(read.tree, steps)) return { problem: 'large' };
  steps.push({ is: 'found' });
  return { pattern: { size: steps.length, test: (text) => run(steps, text) } };
}

/** Appends the steps of a tree. Returns false if there would be too many. */
function write(tree: Tree, steps: Step[]): boolean {
  if (steps.length >= patternLimits.size) return false;
  switch (tree.is) {
    case 'one':
      return steps.push({ is: 'one', fits: tree.fits }) > 0;
    case 'at':
      return steps.push({ is: 'at', where: tree.where }) > 0;
    case 'row':
      // An empty sequence takes a step too: otherwise a huge repeat of it would be compiled for ever.
      if (tree.of.length === 0) return skip(steps);
      return tree.of.every((part) => write(part, steps));
    case 'either': {
      const ends: number[] = [];
      for (const [i, part] of tree.of.entries()) {
        const isLast = i === tree.of.length - 1;
        const split = isLast ? -1 : steps.push(hole()) - 1;
        if (!write(part, steps)) return false;
        if (!isLast) ends.push(steps.push(hole()) - 1);
        if (split >= 0) steps[split] = { is: 'split', to: split + 1, or: steps.length };
      }
      for (const end of ends) steps[end] = { is: 'split', to: steps.length, or: steps.length };
      return true;
    }
    case 'repeat':
      return repeat(tree, steps);
  }
}

function repeat({ of, min, max }: Tree & { is: 'repeat' }, steps: Step[]): boolean {
  for (let i = 0; i < min; i++) if (!write(of, steps)) return false;
  if (max === Number.POSITIVE_INFINITY) {
    const again = steps.push(hole()) - 1;
    if (!write(of, steps)) return false;
    steps.push({ is: 'split', to: again, or: again });
    steps[again] = { is: 'split', to: again + 1, or: steps.length };
    return true;
  }
  const skips: number[] = [];
  for (let i = min; i < max; i++) {
    skips.push(steps.push(hole()) - 1);
    if (!write(of, steps)) return false;
  }
  for (const skip of skips) steps[skip] = { is: 'split', to: skip + 1, or: steps.length };
  return true;
}

/** Placeholder for a step whose target is not known yet. */
const hole = (): Step => ({ is: 'split', to: 0, or: 0 });

const skip = (steps: Step[]): boolean => steps.push({ is: 'split', to: steps.length + 1, or: steps.length + 1 }) > 0;

const isWord = (character: number): boolean =>
  (character >= 97 && character <= 122) ||
  (character >= 65 && character <= 90) ||
  (character >= 48 && character <= 57) ||
  character === 95;

function run(steps: readonly Step[], text: string): boolean {
  /** The position at which each step was last taken. No step is taken twice at one position, which bounds the work. */
  const taken = new Int32Array(steps.length).fill(-1);
  let waiting: number[] = [];
  const todo: number[] = [];
  let before = -1;
  for (let at = 0; ; ) {
    const character = at < text.length ? (text.codePointAt(at) as number) : -1;
    const next: number[] = [];
    todo.push(0, ...waiting); // a match may begin anywhere
    for (let step = todo.pop(); step !== undefined; step = todo.pop()) {
      if (taken[step] === at) continue;
      taken[step] = at;
      const here = steps[step] as Step;
      if (here.is === 'found') return true;
      if (here.is === 'split') todo.push(here.or, here.to);
      else if (here.is === 'at') {
        if (holds(here.where, before, character)) todo.push(step + 1);
      } else if (character >= 0 && here.fits(character)) next.push(step + 1);
    }
    if (character < 0) return false;
    waiting = next;
    before = character;
    at += character > 0xffff ? 2 : 1;
  }
}

function holds(where: 'start' | 'end' | 'word' | 'inside', before: number, after: number): boolean {
  if (where === 'start') return before < 0;
  if (where === 'end') return after < 0;
  return (isWord(before) !== isWord(after)) === (where === 'word');
}
