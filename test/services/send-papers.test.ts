/** Tests sending papers to Zotero in batches: after any interruption nothing arrives twice and nothing is left out. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeBrowser } from '../background/fake-browser';
import { type ZoteroServer, zoteroServer } from './support/zotero-server';

new FakeBrowser().connect(); // the modules take the browser's interface when they are loaded
const { sendPapers } = await import('../../src/services/zotero/send-papers');
const { get } = await import('../../src/settings');

let zotero: ZoteroServer;
beforeEach(async () => {
  new FakeBrowser().connect();
  zotero = await zoteroServer();
});
afterEach(() => zotero.close());

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const titles = (some: readonly number[]) => some.map((n) => `Paper ${n}`);
const received = () => zotero.items.map(({ title }) => title);

/** Sends papers and records the reported progress. */
function send(some: readonly number[], target = 'C23', lose?: number) {
  const progress: number[] = [];
  const sending = sendPapers(some, {
    target,
    base: zotero.base,
    itemsOf: async (wanted) => {
      if (lose !== undefined && wanted.includes(lose)) zotero.mood = 'lose';
      return wanted.map((n) => ({ itemType: 'preprint', title: `Paper ${n}` }) as never);
    },
    progress: (sent) => void progress.push(sent),
  });
  return { sending, progress };
}

test('sends all papers in batches of fifty, reports progress and remembers what was sent', async () => {
  const { sending, progress } = send(numbers(1, 120));
  expect(await sending).toBe(120);
  expect(progress).toEqual([50, 100, 120]);
  expect(received()).toEqual(titles(numbers(1, 120)));
  const { zoteroSent, zoteroPending } = await get();
  expect([zoteroSent, zoteroPending]).toEqual([numbers(1, 120), null]);
});

test('an upload that was interrupted is finished first, and what had arrived is not sent again', async () => {
  const first = send(numbers(1, 120), 'C23', 60);
  await expect(first.sending).rejects.toMatchObject({ name: 'ZoteroError', code: 'absent', sent: 50 });
  expect(received()).toEqual(titles(numbers(1, 100))); // the second batch arrived, its answer was lost
  expect((await get()).zoteroPending).toMatchObject({ sent: 50, target: 'C23' });
  const again = send(numbers(51, 130));
  expect(await again.sending).toBe(80);
  expect(again.progress).toEqual([50, 70, 80]);
  expect(received()).toEqual(titles(numbers(1, 130)));
  const { zoteroSent, zoteroPending } = await get();
  expect([zoteroSent, zoteroPending]).toEqual([numbers(1, 130), null]);
});

test('an interrupted upload is not resumed for another target or for other papers', async () => {
  await expect(send(numbers(1, 3), 'C23', 1).sending).rejects.toThrow();
  expect(await send(numbers(1, 3), 'L1').sending).toBe(3);
  expect(received()).toEqual([...titles([1, 2, 3]), ...titles([1, 2, 3])]);
  await expect(send(numbers(4, 5), 'C23', 4).sending).rejects.toThrow();
  expect(await send([5, 6]).sending).toBe(2);
  expect(received().slice(6)).toEqual(titles([4, 5, 5, 6]));
});
