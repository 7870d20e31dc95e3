import { expect, it } from 'vitest';
import { initials, inverted, parseName } from '../../src/formats/names';

it.each([
  ['Ada Lovelace', 'Lovelace, Ada'],
  ['Vera van der Berg', 'van der Berg, Vera'],
  ['Luc Van Gool', 'Van Gool, Luc'],
  ['Kiet Van Nguyen', 'Nguyen, Kiet Van'],
  ['Ronan Le Bras', 'Le Bras, Ronan'],
  ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'],
  ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.'],
  ['Lovelace, Ada', 'Lovelace, Ada'],
  ['Ludwig von Beethoven III', 'von Beethoven, Ludwig, III'],
  ['Linxi "Jim" Fan', 'Fan, Linxi "Jim"'],
  ['Jean-Luc  de la Fontaine', 'de la Fontaine, Jean-Luc'],
  ['OpenAI', 'OpenAI'],
  ['Gemini Team', 'Gemini Team'],
  ['GLM-4. 5 Team', 'GLM-4. 5 Team'],
  ['Foo, Inc', 'Foo, Inc'],
  ['张三', '张三'],
  ['Hal Daumé III', 'Daumé, Hal, III'],
  ['育伟 杨', '杨, 育伟'],
  ['杨 育伟', '杨, 育伟'],
  ['欧阳 修', '欧阳, 修'],
  ['山田 太郎', '山田, 太郎'],
  ['오상 권', '권, 오상'],
  ['남궁 민수', '남궁, 민수'],
  ['Meta AI', 'Meta AI'],
  ['Weihao Ai', 'Ai, Weihao'],
])('%s is filed as %s', (name, expected) => {
  expect(inverted(parseName(name))).toBe(expected);
});

it('a name without capitals has a family name, by which keys and lists know it', () => {
  expect(parseName('bell hooks')).toEqual({ given: 'bell', family: 'hooks' });
});

it('makes initials, hyphens kept', () => {
  expect(initials('Jun-Yan B. élodie')).toBe('J.-Y. B. É.');
});
