// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Lifetime } from '../../src/content/core/lifetime';
import { FakeBackground } from './fake-page';

let background: FakeBackground;
let life: Lifetime;

beforeEach(async () => {
  background = new FakeBackground();
  background.connect();
  vi.resetModules();
  const { Lifetime } = await import('../../src/content/core/lifetime');
  life = new Lifetime();
});
afterEach(() => vi.unstubAllGlobals());

test('listeners and timers run until the end, and not after it', async () => {
  const heard = vi.fn();
  const ran = vi.fn();
  life.listen(window, ['resize', 'scroll'], heard, { capture: true });
  for (const type of ['resize', 'scroll']) dispatchEvent(new Event(type));
  expect(heard).toHaveBeenCalledTimes(2);
  await new Promise<void>((resolve) => life.setTimeout(resolve, 0));
  life.setTimeout(ran, 0);
  life.end();
  dispatchEvent(new Event('resize'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toHaveBeenCalledTimes(2);
  expect(ran).not.toHaveBeenCalled();
});

test('the first event after the extension is gone ends everything, once, and is not handled', async () => {
  const heard = vi.fn();
  const ended = vi.fn();
  life.listen(window, ['resize'], heard);
  life.onEnd(ended);
  background.disconnect();
  expect(ended).not.toHaveBeenCalled();
  dispatchEvent(new Event('resize'));
  dispatchEvent(new Event('resize'));
  expect([heard.mock.calls.length, ended.mock.calls.length, life.isOver()]).toEqual([0, 1, true]);
});
