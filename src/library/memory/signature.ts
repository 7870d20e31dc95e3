/**
 * What a paper is about, as numbers: the heaviest words and pairs of neighbouring words of its title and abstract. A term is
 * known by a hash of 32 bits, so that no dictionary is kept; its words are read again from the paper at hand. Weights are
 * whole numbers, so that sums of them are exact however often papers come and go. Pure.
 */
import type { Facts } from '../../paper/paper';
import { foldName } from '../../query/fold';
import { rarityOf, rarityOfCharacters } from './rarity';
import { isSingleCharacter, runsOf, type Word } from './words';

/** What is read of a paper. */
export type Described = Pick<Facts, 'title' | 'abstract' | 'authors' | 'categories' | 'keywords'>;

/** A word of a paper, or a pair of neighbouring words. */
export interface Term {
  key: number;
  /** As the paper has it, folded. */
  as: string;
  /** How often in the title and in the abstract. */
  inTitle: number;
  inAbstract: number;
  /** Inverse document frequency; halved for pairs of words. */
  rarity: number;
  /** Keys of the words of a pair. */
  words?: readonly [number, number];
}

/** All terms of a paper by key. */
export type PaperTerms = Map<number, Term>;

/** PaperTerms of a signature. More change no answer. */
const maxTerms = 60;
/** `values` of a signature of one term. */
export const unit = 255;
/** Authors and keywords counted per paper: a page could list any number. */
const maxAuthors = 20;
const maxKeywords = 30;

export interface Signature {
  /** Keys of its terms, ascending. */
  terms: Uint32Array;
  /** The weight of each term, 1 to `unit`. The squares add up to about `unit`². */
  values: Uint8Array;
  /** Keys of categories, keywords and authors: `factKind` tells them apart. Ascending. */
  facts: Uint32Array;
}

/** Kinds of `Signature.facts`: the lowest two bits of a key. */
export const factKinds = { category: 0, keyword: 1, author: 2 } as const;
export type FactKind = keyof typeof factKinds;

/** FNV-1a over UTF-16 units, its bits mixed by the end of MurmurHash3, since FNV's upper bits of short words are alike. */
function hash(text: string, seed = 0x811c9dc5): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return mix(value);
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The key of a word (`Word.word`). */
export const wordKey = (word: string): number => hash(word);
const pairKey = (first: number, second: number): number => mix(Math.imul(first, 31) ^ second ^ 0x5bd1e995);

/** The key of a category, keyword or author. */
export const factKey = (kind: FactKind, name: string): number =>
  ((hash(foldName(name).trim(), 0x9e3779b9 + factKinds[kind]) & ~3) | factKinds[kind]) >>> 0;
export const factKind = (key: number): number => key & 3;

/** All terms of a paper. */
export function readTerms({ title, abstract }: Described): PaperTerms {
  const terms: PaperTerms = new Map();
  for (const run of runsOf(title)) readRun(terms, run, 'inTitle');
  if (abstract) for (const run of runsOf(abstract)) readRun(terms, run, 'inAbstract');
  return terms;
}

function readRun(terms: PaperTerms, run: readonly Word[], place: 'inTitle' | 'inAbstract'): void {
  let before: { key: number; rarity: number; text: Word; single: boolean } | undefined;
  for (const text of run) {
    const key = wordKey(text.word);
    const single = isSingleCharacter(text.word);
    const rarity = single ? 0 : (terms.get(key)?.rarity ?? rarityOf(text.word));
    if (!single) count(terms, key, text.as, rarity, place);
    if (before) {
      const both = single && before.single;
      const as = both ? `${before.text.word} ${text.word}` : `${before.text.as} ${text.as}`;
      const weight = both
        ? rarityOfCharacters(before.text.word + text.word)
        : 0.5 * (1 + Math.max(before.rarity, rarity));
      count(terms, pairKey(before.key, key), as, weight, place, [before.key, key]);
    }
    before = { key, rarity, text, single };
  }
}

function count(
  terms: PaperTerms,
  key: number,
  as: string,
  rarity: number,
  place: 'inTitle' | 'inAbstract',
  words?: readonly [number, number],
): void {
  let term = terms.get(key);
  if (!term) {
    term = { key, as, inTitle: 0, inAbstract: 0, rarity, ...(words && { words }) };
    terms.set(key, term);
  }
  term[place]++;
}

const weightOf = ({ inTitle, inAbstract, rarity }: Term): number => Math.log(1 + 3 * inTitle + inAbstract) * rarity;

/** The signature of a paper, from its terms. */
export function signatureOf(paper: Described, terms: PaperTerms = readTerms(paper)): Signature {
  const weighed = Array.from(terms.values(), (term) => ({ key: term.key, weight: weightOf(term) }));
  weighed.sort((a, b) => b.weight - a.weight || a.key - b.key);
  const kept = weighed.slice(0, maxTerms);
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0));
  const valued = kept.map(({ key, weight }) => ({ key, value: Math.round((unit * weight) / length) }));
  const sorted = valued.filter(({ value }) => value > 0).sort((a, b) => a.key - b.key);
  return {
    terms: Uint32Array.from(sorted, ({ key }) => key),
    values: Uint8Array.from(sorted, ({ value }) => value),
    facts: factsOf(paper),
  };
}

function factsOf({ categories = [], keywords = [], authors = [] }: Described): Uint32Array {
  const keys = [
    ...categories.map((name) => factKey('category', name)),
    ...keywords.slice(0, maxKeywords).map((name) => factKey('keyword', name)),
    ...authors.slice(0, maxAuthors).map((name) => factKey('author', name)),
  ];
  return Uint32Array.from(new Set(keys)).sort();
}
