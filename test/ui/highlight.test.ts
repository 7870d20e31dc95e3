import { expect, test } from 'vitest';
import { wordSpans } from '../../src/ui/highlight';

const marked = (text: string, ...words: string[]) => wordSpans(text, words).map(([from, to]) => text.slice(from, to));

test.each([
  ['the beginnings of words, in any case', 'Sparse and sparsity, not asparagus', ['spars'], ['Spars', 'spars']],
  ['whatever the accents', 'Luxembourg and Poincaré’s Poincare\u0301', ['poincare'], ['Poincaré', 'Poincare\u0301']],
  ['the longest word of a place', 'attention', ['att', 'atten'], ['atten']],
  ['inside unspaced scripts', '深度学习综述', ['学习'], ['学习']],
  ['ligatures and wide letters', 'eﬃcient ＢＥＲＴ', ['effi', 'bert'], ['eﬃ', 'ＢＥＲＴ']],
])('marks %s', (_, text, words, expected) => expect(marked(text, ...words)).toEqual(expected));
