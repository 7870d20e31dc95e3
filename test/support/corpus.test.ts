import { describe, expect, test } from 'vitest';
import { toFacts } from '../../src/paper/check';
import { corpus, isReal } from './corpus';

describe.each([true, false])('papers to measure with, invented: %s', (invent) => {
  test.skipIf(!invent && !isReal)('are whole, and each has its own id', () => {
    const papers = [...corpus(invent ? 4100 : 12000, invent)];
    expect(new Set(papers.map(({ ids }) => ids[0])).size).toBe(papers.length);
    for (const paper of papers.filter((_, i) => i % 50 === 0)) expect(toFacts(paper)).toEqual({ facts: paper });
    const abstracts = papers.map(({ abstract }) => abstract ?? '');
    expect(new Set(abstracts).size).toBeGreaterThan(papers.length * 0.95);
    const length = abstracts.reduce((sum, { length }) => sum + length, 0) / papers.length;
    expect(length).toBeGreaterThan(900);
    expect(length).toBeLessThan(1800);
  });
});
