import { expect, test } from 'vitest';
import { latinKey } from '../../src/ui/kit/latin-key';
import { actionOf as actionOfEvent, defaultKeys, type Keys, keyActions, keysOf } from '../../src/ui/surface/shortcuts';

const actionOf = (key: string, keys: Keys, code = '', shiftKey = false) => actionOfEvent({ key, code, shiftKey }, keys);

test('every action has a key of its own', () => {
  expect(new Set(Object.values(defaultKeys)).size).toBe(keyActions.length);
});

test.each([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Delete', 'remove'],
])('%s always works, also where the action has another key', (key, action) => {
  expect(actionOf(key, keysOf({ [action]: 'q' }))).toBe(action);
  expect(actionOf('q', keysOf({ [action]: 'q' }))).toBe(action);
});

test('a key that was reassigned no longer has its default action; unknown actions are ignored', () => {
  const keys = keysOf({ star: 'q', constructor: 'w' });
  expect([actionOf('q', keys), actionOf('f', keys), actionOf('w', keys)]).toEqual(['star', undefined, undefined]);
});

test.each([
  ['о', 'KeyJ', false, 'next'],
  ['ч', 'KeyX', false, 'select'],
  ['ξ', 'KeyJ', false, 'next'],
  ['χ', 'KeyX', false, 'select'],
  ['ㅓ', 'KeyJ', false, 'next'],
  ['२', 'Digit2', false, 'reading'],
  ['№', 'Digit3', true, 'remove'],
  ['÷', 'Slash', true, 'help'],
  ['é', 'Digit2', false, 'reading'],
  [';', 'KeyQ', false, undefined],
  ['О', 'KeyJ', true, undefined],
])('%s at %s, Shift %s, is %s', (key, code, shiftKey, action) => {
  expect(actionOf(key, defaultKeys, code, shiftKey)).toBe(action);
});

test('a key that the user chose goes before what stands in its place', () => {
  expect(actionOf('о', keysOf({ star: 'о' }), 'KeyJ')).toBe('star');
});

test.each(['Enter', 'ArrowUp', 'Dead', 'j', '#', ' '])('%j stays as it is', (key) => {
  expect(latinKey({ key, code: 'KeyZ', shiftKey: false })).toBe(key);
});
