/** A window made narrow and wide again: each control stands in its card as it did before. */
import { expect, test } from 'vitest';
import { launch } from '../support/chromium';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const address = 'https://huggingface.co/papers?q=study';
/** How far each control in the window is from its card's left and lower edge, px; [] until all are drawn. */
const places = `(() => {
  const shown = [...document.querySelectorAll('article')].map((card) => [card, card.getBoundingClientRect()]).filter(([, box]) => box.top >= 0 && box.bottom <= innerHeight);
  const found = shown.flatMap(([card, box]) => {
    const host = card.querySelector('[data-offprint]')?.getBoundingClientRect();
    return host ? [[host.left - box.left, box.bottom - host.bottom]] : [];
  });
  return found.length === shown.length ? found : [];
})()`;

test('controls stay with their cards when the window narrows and widens', async () => {
  const session = await launch();
  try {
    session.serve(address, listingPage('search', invented.slice(0, 12)));
    const tab = await session.tab(address);
    const page = session.context.pages().find((each) => each.url() === address);
    const look = () => tab.run<number[][]>(places);
    const atRest = async (): Promise<number[][]> => {
      let last = '';
      await expect
        .poll(
          async () => {
            const now = JSON.stringify(await look());
            const isSame = now === last && now !== '[]';
            last = now;
            return isSame;
          },
          { timeout: 10_000, interval: 400 },
        )
        .toBe(true);
      return JSON.parse(last);
    };
    const wide = await atRest();
    await page?.setViewportSize({ width: 400, height: 900 });
    const narrow = await atRest();
    for (const [left = 0, below = 0] of narrow) expect(Math.min(left, below)).toBeGreaterThan(0);
    await page?.setViewportSize({ width: 1280, height: 900 });
    // A card's height is a fraction, which either layout may round its own way: half a px each.
    const off = async () => (await look()).flat().map((px, at) => Math.abs(px - (wide.flat()[at] ?? Number.NaN)));
    await expect
      .poll(async () => (await off()).length === wide.flat().length && Math.max(...(await off())) <= 1, {
        timeout: 10_000,
      })
      .toBe(true);
  } finally {
    await session.close();
  }
});
