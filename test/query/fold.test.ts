import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldName, stretches } from '../../src/query/fold';

test.each([
  ['Sparse-Attention, 2nd ed.', ' sparse attention 2nd ed '],
  ['Łukasz Müller-Straße', ' lukasz muller strasse '],
  ['Ångström Œuvre', ' angstrom oeuvre '],
  ['ﬁne-tuning ｆｕｌｌ 𝐀', ' fine tuning full a '],
  ['İstanbul Ισχύς', ' istanbul ισχυσ '],
  ['深度学习GPT模型', ' 深 度 学 习 gpt 模 型 '],
  ['がデータ', ' が デ ー タ '],
  ['논문', ' 논 문 '],
  ['ёлка й', ' елка и '],
  ['हिन्दी', ' हिन्दी '],
  ['co\u00adoperate', ' cooperate '],
  ['$\\mathcal{O}(\\sqrt{K})$', ' mathcal o sqrt k '],
  ['—…!', ''],
])('%s folds to [%s]', (text, expected) => expect(fold(text)).toBe(expected));

test('names keep their punctuation', () => expect(foldName('RL/Réward (2)')).toBe('rl/reward (2)'));

test('folding twice is the same as folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

const marked = (text: string, words: string[]) => {
  let shown = '';
  let at = 0;
  for (const { from, to } of stretches(text, words)) {
    shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return shown + text.slice(at);
};

test.each([
  ['Sparse and Resparse sparsity', ['spars'], '[Spars]e and Resparse [spars]ity'],
  ['Müller-Straße', ['mull', 'stras'], '[Müll]er-[Straß]e'],
  ['State-of-the-Art nets', ['state of the art'], '[State-of-the-Art] nets'],
  ['可解释的深度学习方法', ['深 度 学 习'], '可解释的[深度学习]方法'],
  ['Nu\u0308tzlich', ['nut'], '[Nu\u0308t]zlich'],
  ['nothing', ['x', ''], 'nothing'],
])('in %s, %j marks %s', (text, words, expected) => expect(marked(text, words)).toBe(expected));

test('parts to mark that touch become one', () => {
  expect(stretches('深度学习', ['深', '度', '习'])).toEqual([
    { from: 0, to: 2 },
    { from: 3, to: 4 },
  ]);
});

test('every word of a text is marked at its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      for (const word of fold(text).trim().split(' ')) {
        if (word !== '') expect(stretches(text, [word]).length).toBeGreaterThan(0);
      }
    }),
  );
});
