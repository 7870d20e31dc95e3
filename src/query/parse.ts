/**
 * Parses a query. Every input gives a query: parts that are wrong are left out and reported with their position. Pure.
 */

import { arxivToId, doiToId, idOfAddress } from '../paper/identity';
import { condition, isField, readSort, textCondition, type Value } from './fields';
import { type Lexeme, lex } from './lex';
import { type Leaf, type Node, type Problem, type Query, sortKeys } from './query';

/** Brackets nested deeper are left out, so that no input overflows the stack. */
const maxDepth = 40;

/**
 * Parses a query. `now` is the time that ages (`saved:<7d`) are counted from. Terms side by side must all match; `OR`
 * binds weaker than that. `-` and `NOT` negate the next term. Brackets group; `author:(a OR b)` applies a field to all
 * terms in them.
 */
export function parseQuery(query: string, now = new Date()): Query {
  const lexemes = lex(query);
  const problems: Problem[] = [];
  const read: Query = { problems, words: [] };
  let at = 0;
  const node = either(undefined, 0);
  if (node) read.node = node;
  read.words = [...new Set(wordsOf(node))];
  problems.sort((a, b) => a.from - b.from);
  return read;

  function problem(place: { from: number; to: number }, message: string, values?: string[]): undefined {
    problems.push({ from: place.from, to: place.to, message, ...(values && { values }) });
  }

  /** `a b OR c`: alternatives, up to a closing bracket or the end. */
  function either(field: string | undefined, depth: number): Node | undefined {
    const parts: Node[] = [];
    for (;;) {
      const part = all(field, depth);
      const sign = lexemes[at];
      if (part) parts.push(part);
      if (sign?.is !== 'or') return gather('or', parts);
      at++;
      const next = lexemes[at];
      if (!part || !next || next.is === 'or' || next.is === 'close') problem(sign, 'queryEmptyOr');
    }
  }

  /** `a b -c`: conditions side by side. */
  function all(field: string | undefined, depth: number): Node | undefined {
    const parts: Node[] = [];
    for (let next = lexemes[at]; next && next.is !== 'or'; next = lexemes[at]) {
      if (next.is === 'close') {
        if (depth > 0) break;
        problem(next, 'queryExtraBracket');
        at++;
        continue;
      }
      const part = one(field, depth);
      if (part) parts.push(part);
    }
    return gather('and', parts);
  }

  function one(field: string | undefined, depth: number): Node | undefined {
    const next = lexemes[at++];
    if (!next || next.is === 'and') return undefined;
    if (next.is === 'not') return negated(next, field, depth);
    if (next.is === 'open') return bracket(next, next.field ?? field, depth);
    return term(next, next.field ?? field);
  }

  function negated(sign: Lexeme, field: string | undefined, depth: number): Node | undefined {
    let signs = 1;
    for (; lexemes[at]?.is === 'not'; at++) signs++;
    const next = lexemes[at];
    if (!next || (next.is !== 'term' && next.is !== 'open')) return problem(sign, 'queryEmptyNot');
    const of = one(field, depth);
    if (!of || signs % 2 === 0) return of;
    return { is: 'not', of, from: sign.from, to: of.to };
  }

  function bracket(open: Lexeme, field: string | undefined, depth: number): Node | undefined {
    if (depth >= maxDepth) {
      problem({ from: open.from, to: query.length }, 'queryTooDeep');
      at = lexemes.length;
      return undefined;
    }
    const inside = either(field, depth + 1);
    const close = lexemes[at];
    if (close) at++;
    else problem(open, 'queryOpenBracket');
    return inside && { ...inside, from: open.from, to: close?.to ?? inside.to };
  }

  function term(lexeme: Lexeme, field: string | undefined): Node | undefined {
    const { quoted, from, to } = lexeme;
    const value: Value = { text: lexeme.value, whole: quoted === 'closed' };
    if (quoted === 'open') problem({ from: lexeme.valueFrom, to }, 'queryOpenQuote');
    if (field === undefined) return plainTerm(value, { from, to });
    if (field === 'sort') return sort(lexeme);
    // "BERT: pre-training" is a title, not a condition on an unknown field.
    if (lexeme.value === '' && !isField(field)) return plainTerm({ text: field, whole: false }, { from, to });
    const found = condition(field, value, now);
    if ('wrong' in found) return problem({ from, to }, found.wrong, found.values);
    return { ...found, from, to } as Leaf;
  }

  function sort(lexeme: Lexeme): undefined {
    const found = readSort(lexeme.value);
    if (found) read.sort = found;
    else if (lexeme.value === '') problem(lexeme, 'queryNoValue', ['sort']);
    else problem(lexeme, 'queryBadChoice', [lexeme.value, sortKeys.join(', ')]);
  }
}

/** Words in any field. If they are an id or a paper's address, also the paper with that id. */
function plainTerm(value: Value, place: { from: number; to: number }): Node | undefined {
  const found = textCondition('any', value);
  const words = 'wrong' in found ? undefined : ({ ...found, ...place } as Leaf);
  const id = arxivToId(value.text) ?? doiToId(value.text) ?? idOfAddress(value.text);
  if (id === undefined) return words;
  const named: Leaf = { is: 'id', value: id.toLowerCase(), ...place };
  return words ? { is: 'or', of: [words, named], ...place } : named;
}

function gather(is: 'and' | 'or', parts: (Node | undefined)[]): Node | undefined {
  const known = parts.filter((part) => part !== undefined);
  const [first] = known;
  if (known.length < 2 || !first) return first;
  const place = { from: first.from, to: known.at(-1)?.to ?? first.to };
  return is === 'and' ? { is: 'and', of: known, ...place } : { is: 'or', of: known, ...place };
}

/** Words to mark in a hit: those of text conditions that are not negated. */
function wordsOf(node: Node | undefined): string[] {
  if (!node || node.is === 'not') return [];
  if (node.is === 'and' || node.is === 'or') return node.of.flatMap(wordsOf);
  return node.is === 'text' ? [node.needle.trim()] : [];
}
