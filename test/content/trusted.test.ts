// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { closedRoot, listenTrusted, pass } from '../../src/content/core/trusted';
import { dispatchTrusted } from './fake-page';

function field() {
  const host = document.createElement('aside');
  document.body.append(host);
  const root = closedRoot(host);
  const input = document.createElement('input');
  root.append(input);
  const heard = vi.fn();
  for (const type of ['click', 'input', 'keydown', 'blur']) input.addEventListener(type, heard);
  return { root, input, heard };
}

test('an event that a page dispatches at an element in our root is heard by nobody', () => {
  const { root, input, heard } = field();
  const atRoot = vi.fn();
  root.addEventListener('click', atRoot);
  for (const bubbles of [true, false]) {
    for (const type of ['click', 'input', 'keydown', 'blur']) input.dispatchEvent(new Event(type, { bubbles }));
  }
  input.click();
  expect([heard.mock.calls.length, atRoot.mock.calls.length]).toEqual([0, 0]);
});

test('an event of the reader is heard, and so is the copy of one that a guard made', () => {
  const { input, heard } = field();
  dispatchTrusted(input, new Event('click', { bubbles: true }));
  input.dispatchEvent(pass(new Event('keydown', { bubbles: true })));
  expect(heard).toHaveBeenCalledTimes(2);
});

test('outside our roots a listener hears trusted events only', () => {
  const heard = vi.fn();
  listenTrusted(document.body, ['keydown', 'click'], heard);
  document.body.click();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 's' }));
  expect(heard).not.toHaveBeenCalled();
  dispatchTrusted(document.body, new Event('click'));
  expect(heard).toHaveBeenCalledTimes(1);
});
