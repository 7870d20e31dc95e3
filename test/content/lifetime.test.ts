// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Lifetime } from '../../src/content/core/lifetime';
import { dispatchTrusted, FakeBackground } from './fake-page';

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

test('listeners of trusted events and timers run until the end, and not after it', async () => {
  const heard = vi.fn();
  const ran = vi.fn();
  life.listen(document, ['keydown', 'scroll'], heard, { capture: true });
  for (const type of ['keydown', 'scroll']) dispatchTrusted(document, new Event(type));
  document.dispatchEvent(new Event('scroll')); // made by the page: not heard
  expect(heard).toHaveBeenCalledTimes(2);
  await new Promise<void>((resolve) => life.setTimeout(resolve, 0));
  life.setTimeout(ran, 0);
  life.end();
  dispatchTrusted(document, new Event('scroll'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toHaveBeenCalledTimes(2);
  expect(ran).not.toHaveBeenCalled();
});

test('the first event after the extension is gone ends everything, once, and is not handled', async () => {
  const heard = vi.fn();
  const ended = vi.fn();
  life.listen(document, ['scroll'], heard);
  life.onEnd(ended);
  background.disconnect();
  expect(ended).not.toHaveBeenCalled();
  dispatchTrusted(document, new Event('scroll'));
  dispatchTrusted(document, new Event('scroll'));
  expect([heard.mock.calls.length, ended.mock.calls.length, life.isOver()]).toEqual([0, 1, true]);
});
