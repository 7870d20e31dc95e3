/**
 * A taken-over process of a page: any messages, sent as from a content script. The user's library and journal are as before, but
 * for papers that it saved and trashed. 400 random sequences; 10,000 with `LONG=1`.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../support/locks';
import { FakeBrowser } from './fake-browser';
import { Attacker, attacks } from './taken-over/attacker';
import { dump, expectNothingGone, expectUnharmed, fillLibrary, victims } from './taken-over/user';

let browser: FakeBrowser;

async function begin(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  browser = new FakeBrowser();
  browser.connect();
  vi.resetModules();
  await fillLibrary();
  await import('../../src/background');
}
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 30) }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Sequences against one library. */
const perLibrary = 25;
const sequences = process.env.LONG ? 10_000 : 400;

/** Sends sequences, and compares the library after each. Returns how the messages were answered. */
async function run(from: number, withPanel: boolean): Promise<Record<string, number>> {
  await begin();
  const before = await dump();
  const attacker = new Attacker(browser);
  for (let seed = from; seed < from + perLibrary; seed++) {
    await attacker.random(seed, withPanel);
    await vi.advanceTimersByTimeAsync(600_000); // so that the limits refuse little
    try {
      if (withPanel) expectNothingGone(before, await dump());
      else expectUnharmed(before, await dump(), attacker.named);
    } catch (error) {
      throw new Error(`Seeds ${from} to ${seed}${withPanel ? ' with the panel’s messages' : ''}: ${error}`, {
        cause: error,
      });
    }
  }
  return attacker.answers;
}

test(`${sequences} random sequences leave the user’s library and journal as they were`, {
  timeout: 7_200_000,
}, async () => {
  const answers: Record<string, number> = {};
  for (let seed = 1; seed <= sequences; seed += perLibrary) {
    for (const [code, count] of Object.entries(await run(seed, false))) answers[code] = (answers[code] ?? 0) + count;
  }
  // Printed where it fails: most messages must have been heard, or nothing was tried.
  expect(answers.ok, JSON.stringify(answers)).toBeGreaterThan(sequences);
  expect(answers.refused).toBeGreaterThan(sequences / 10);
});

test('with the messages of the panel no paper and no entry of the user is lost', { timeout: 7_200_000 }, async () => {
  for (let seed = 1; seed <= sequences / 4; seed += perLibrary) await run(1_000_000 + seed, true);
});

describe.each(Object.entries(attacks))('a taken-over page tries to %s', (_, attack) => {
  test('on each paper, and changes none', { timeout: 600_000 }, async () => {
    await begin();
    const before = await dump();
    for (const [at, victim] of victims.entries()) {
      const attacker = new Attacker(browser);
      for (const id of victims) attacker.named.add(id);
      await attack(attacker, victim, victims[(at + 1) % victims.length] ?? '');
      await vi.advanceTimersByTimeAsync(3_600_000);
      expectUnharmed(before, await dump(), attacker.named);
    }
  });
});
