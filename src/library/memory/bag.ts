/** What the papers of one tag have in common, as exact sums; and the part of it that scoring needs. Pure. */
import { factKind, factKinds, type Signature, unit } from './signature';
import { type StoredSums, Sums } from './sums';

/** The stored form of a bag. */
export interface StoredBag {
  papers: number;
  terms: StoredSums;
  facts: StoredSums;
}

/** The heaviest terms and commonest facts of a bag. Ascending keys. */
export interface Excerpt {
  papers: number;
  keys: Uint32Array;
  /** Weight in the bag's direction of length 1, times 65,535. */
  values: Uint16Array;
  /** Papers whose signature has the term. */
  counts: Uint32Array;
  factKeys: Uint32Array;
  factCounts: Uint32Array;
}

/** PaperTerms of an excerpt: 200 to 400 lose nothing. */
const maxTerms = 400;
/** Keywords, and authors, of an excerpt. Those of one paper alone are left out in larger bags. */
const maxFacts = 150;
/** In larger bags a fact of one paper says nothing. */
const smallBag = 8;
/** `Excerpt.values` of a bag with one term. */
export const fullValue = 65_535;

export class Bag {
  papers: number;
  private terms: Sums;
  private facts: Sums;

  constructor(stored?: StoredBag) {
    this.papers = stored?.papers ?? 0;
    this.terms = new Sums(stored?.terms);
    this.facts = new Sums(stored?.facts);
  }

  /** Adds a paper, or takes it out again: only one that was added with the same signature. */
  add({ terms, values, facts }: Signature, way: 1 | -1): void {
    this.papers += way;
    this.terms.add(terms, values, way);
    this.facts.add(facts, undefined, way);
  }

  stored(): StoredBag {
    return { papers: this.papers, terms: this.terms.stored(), facts: this.facts.stored() };
  }

  excerpt(): Excerpt {
    const { keys, sums, counts } = this.terms.stored();
    let squares = 0;
    for (const sum of sums) squares += sum * sum;
    const length = Math.sqrt(squares) || 1;
    const kept = heaviest(sums, maxTerms);
    const facts = this.facts.stored();
    const places = [...facts.keys.keys()];
    const least = this.papers > smallBag ? 2 : 1;
    const keptFacts = Object.values(factKinds).flatMap((kind) => {
      const ofKind = places.filter((i) => factKind(facts.keys[i] as number) === kind);
      if (kind === factKinds.category) return ofKind;
      const often = ofKind.filter((i) => (facts.counts[i] as number) >= least);
      return often.sort((a, b) => (facts.counts[b] as number) - (facts.counts[a] as number)).slice(0, maxFacts);
    });
    keptFacts.sort((a, b) => a - b);
    return {
      papers: this.papers,
      keys: Uint32Array.from(kept, (i) => keys[i] as number),
      values: Uint16Array.from(kept, (i) => Math.round((fullValue * (sums[i] as number)) / length)),
      counts: Uint32Array.from(kept, (i) => counts[i] as number),
      factKeys: Uint32Array.from(keptFacts, (i) => facts.keys[i] as number),
      factCounts: Uint32Array.from(keptFacts, (i) => facts.counts[i] as number),
    };
  }
}

/** Places of the largest sums, ascending; of equal ones the first. */
function heaviest(sums: Int32Array, most: number): number[] {
  if (sums.length <= most) return [...sums.keys()];
  const least = sums.slice().sort()[sums.length - most] as number;
  let room = most - sums.reduce((larger, sum) => larger + Number(sum > least), 0);
  const kept: number[] = [];
  for (let i = 0; i < sums.length; i++) {
    if ((sums[i] as number) > least || (sums[i] === least && room-- > 0)) kept.push(i);
  }
  return kept;
}

/** Entries of the vector of all papers. PaperTerms share them by hash. */
const dimensions = 1 << 15;

/** The stored form of the library's own bag. */
export interface StoredWhole {
  papers: number;
  vector: Int32Array;
  categories: StoredSums;
}

/** What all papers of a list have in common: a vector of fixed size, and categories. */
export class Whole {
  papers: number;
  private vector: Int32Array;
  private categories: Sums;
  private squares: number | undefined;

  constructor(stored?: StoredWhole) {
    this.papers = stored?.papers ?? 0;
    this.vector = stored?.vector ?? new Int32Array(dimensions);
    this.categories = new Sums(stored?.categories);
  }

  add({ terms, values, facts }: Signature, way: 1 | -1): void {
    this.papers += way;
    for (let i = 0; i < terms.length; i++) {
      const at = (terms[i] as number) % dimensions;
      this.vector[at] = (this.vector[at] as number) + way * (values[i] as number);
    }
    const categories = facts.filter((key) => factKind(key) === factKinds.category);
    this.categories.add(categories, undefined, way);
    this.squares = undefined;
  }

  stored(): StoredWhole {
    return { papers: this.papers, vector: this.vector, categories: this.categories.stored() };
  }

  /** Papers with a category. */
  withCategory(key: number): number {
    const { keys, counts } = this.categories.stored();
    return counts[keys.indexOf(key)] ?? 0;
  }

  /** Cosine of a signature and the sum of all: 0 to 1. */
  cosine({ terms, values }: Signature): number {
    this.squares ??= this.vector.reduce((sum, value) => sum + value * value, 0);
    if (this.squares === 0) return 0;
    let product = 0;
    for (let i = 0; i < terms.length; i++) {
      product += (values[i] as number) * (this.vector[(terms[i] as number) % dimensions] as number);
    }
    return product / (unit * Math.sqrt(this.squares));
  }
}
