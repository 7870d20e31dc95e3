// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { movable } from '../../src/content/bar/move';
import type { BarState } from '../../src/messages/contract';
import { dispatchTrusted, pressKey } from './fake-page';

/** The window is 1000 × 800, the bar 184 × 84: with 8 px of margin on each side it can go 800 px across and 700 px down. */
const box = document.createElement('div');
const handle = document.createElement('button');
let state: BarState;
let ends: AbortController;

beforeEach(() => {
  Object.defineProperty(document.documentElement, 'clientWidth', { value: 1000, configurable: true });
  Object.assign(window, { innerHeight: 800 });
  Object.defineProperties(box, {
    offsetWidth: { value: 184, configurable: true },
    offsetHeight: { value: 84, configurable: true },
  });
  handle.setPointerCapture = () => {};
  document.body.append(box, handle);
  state = { x: 0.5, y: 0.5, is: 'open' };
  ends = new AbortController();
  movable(
    handle,
    box,
    () => state,
    (place) => {
      state = { ...state, ...place };
    },
    ends.signal,
  );
});
afterEach(() => ends.abort());

const pointer = (type: string, clientX: number, clientY: number) =>
  dispatchTrusted(handle, new MouseEvent(type, { clientX, clientY, bubbles: true, button: 0 }));
function drag(x: number, y: number): void {
  pointer('pointerdown', 500, 400);
  pointer('pointermove', 500 + x, 400 + y);
  pointer('pointerup', 500 + x, 400 + y);
}
const place = () => [state.x, state.y];

test.each([
  ['left', -80, 0, [0.4, 0.5]],
  ['right', 80, 0, [0.6, 0.5]],
  ['up', 0, -70, [0.5, 0.4]],
  ['down', 0, 70, [0.5, 0.6]],
])('dragging %s moves the bar as far as the pointer', (_, x, y, at) => {
  drag(x, y);
  expect(place().map((share) => Math.round(share * 100) / 100)).toEqual(at);
  const [left, top] = place().map((share) => `calc(8px + ${share} * (100% - 16px))`);
  expect([box.style.left, box.style.top]).toEqual([left, top]);
});

test.each([
  ['ArrowLeft', [0.46, 0.5]],
  ['ArrowRight', [0.54, 0.5]],
])('%s moves the bar by 32 px', (key, at) => {
  pressKey(handle, key);
  expect(place()).toEqual(at);
});

test('the bar stays in the window', () => {
  drag(-5000, 5000);
  expect(place()).toEqual([0, 1]);
});

test('a click during which the pointer moves a little is still a click, and moves nothing', () => {
  let clicks = 0;
  handle.addEventListener('click', () => clicks++, { signal: ends.signal });
  drag(3, -2);
  dispatchTrusted(handle, new MouseEvent('click', { detail: 1 }));
  expect([place(), clicks]).toEqual([[0.5, 0.5], 1]);
});

test('the click event that ends a drag is swallowed', () => {
  let clicks = 0;
  handle.addEventListener('click', () => clicks++, { signal: ends.signal });
  drag(-80, 0);
  dispatchTrusted(handle, new MouseEvent('click', { detail: 1 }));
  expect(clicks).toBe(0);
});
