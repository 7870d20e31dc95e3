import { expect, test } from 'vitest';
import { displayName, eastAsianName, isEastAsian } from '../../src/paper/east-asian-names';

test.each([
  ['杨 育伟', '杨', '育伟'],
  ['育伟 杨', '杨', '育伟'], // turned round
  ['欧阳 娜', '欧阳', '娜'],
  ['文 欧阳', '欧阳', '文'], // turned round
  ['山田 太郎', '山田', '太郎'],
  ['김 민준', '김', '민준'],
])('%s is of the family %s', (name, family, given) => {
  expect(eastAsianName(name)).toEqual({ family, given });
  expect(displayName(name)).toBe(family + given);
});

test.each(['杨育伟', '杨 育 伟', 'Yang Yuwei', '杨 Yuwei', 'Yuwei 杨', ''])('“%s” is shown as it is', (name) => {
  expect(eastAsianName(name)).toBeUndefined();
  expect(displayName(name)).toBe(name);
});

test('a text of these scripts alone is told from one with others', () => {
  expect(['山田', 'サトウ', '佐々木', '김민준'].map(isEastAsian)).toEqual([true, true, true, true]);
  expect(['Yamada', '山田 太郎', '山田1', ''].map(isEastAsian)).toEqual([false, false, false, false]);
});
