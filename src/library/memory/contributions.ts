/** What each paper of the library adds to the bags, as it is stored: so that exactly that can be taken out again. Pure. */
import type { Signatures } from './nearest';
import type { Signature } from './signature';

/** What a paper adds: its signature to the library, and to the bag of each of its tags. */
export interface Contribution {
  signature: Signature;
  /** Ids. */
  tags: readonly string[];
}

/** Papers in one record. */
export const papersPerChunk = 256;
export const chunkOf = (n: number): number => Math.floor(n / papersPerChunk);

/** The stored form of the papers of a chunk, ascending. */
export interface StoredChunk extends Signatures {
  numbers: number[];
  starts: number[];
  factStarts: number[];
  facts: Uint32Array;
  tags: string[][];
}

export type Chunk = Map<number, Contribution>;

export function storedChunk(chunk: Chunk): StoredChunk {
  const papers = [...chunk].sort(([a], [b]) => a - b);
  const lengths = (of: (paper: Contribution) => number) => {
    const starts = [0];
    for (const [, paper] of papers) starts.push((starts.at(-1) ?? 0) + of(paper));
    return starts;
  };
  const starts = lengths(({ signature }) => signature.terms.length);
  const factStarts = lengths(({ signature }) => signature.facts.length);
  const terms = new Uint32Array(starts.at(-1) ?? 0);
  const values = new Uint8Array(terms.length);
  const facts = new Uint32Array(factStarts.at(-1) ?? 0);
  for (const [i, [, { signature }]] of papers.entries()) {
    terms.set(signature.terms, starts[i]);
    values.set(signature.values, starts[i]);
    facts.set(signature.facts, factStarts[i]);
  }
  const tags = papers.map(([, paper]) => [...paper.tags]);
  return { numbers: papers.map(([n]) => n), starts, terms, values, factStarts, facts, tags };
}

export function readChunk(stored: StoredChunk | undefined): Chunk {
  const chunk: Chunk = new Map();
  if (!stored) return chunk;
  const { numbers, starts, terms, values, factStarts, facts, tags } = stored;
  for (const [i, n] of numbers.entries()) {
    const signature = {
      terms: terms.slice(starts[i], starts[i + 1]),
      values: values.slice(starts[i], starts[i + 1]),
      facts: facts.slice(factStarts[i], factStarts[i + 1]),
    };
    chunk.set(n, { signature, tags: tags[i] ?? [] });
  }
  return chunk;
}

const sameArray = (a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean => {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) return false;
  return true;
};

/** Whether two contributions add the same; undefined adds nothing. */
export function isSame(a: Contribution | undefined, b: Contribution | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    sameArray(a.tags, b.tags) &&
    sameArray(a.signature.terms, b.signature.terms) &&
    sameArray(a.signature.values, b.signature.values) &&
    sameArray(a.signature.facts, b.signature.facts)
  );
}
