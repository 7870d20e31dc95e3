import { expect, test } from 'vitest';
import { actionOf, defaultKeys, keyActions, keysOf } from '../../src/ui/surface/shortcuts';

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
