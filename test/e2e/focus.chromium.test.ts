/** Whatever keys are pressed, in whatever order: no act leaves the keyboard nowhere, none fails. Seeded; more with LONG. */
import { expect, test } from 'vitest';
import { launch } from '../support/chromium';
import { random } from '../support/mutate';
import { seed } from '../support/seed';
import { forty } from './pages/library';

/** Every key that acts, and those that move; without Tab, which may leave the page for the browser's own controls. */
const keys = [
  ...['j', 'k', 'x', 't', 'n', 'f', '1', '2', '3', 'c', 'e', '#', 'z', '/', '?', 'Delete', 'Enter', 'Escape', 'Escape'],
  ...['ArrowDown', 'ArrowUp', 'Home', 'End', 'Shift+ArrowDown', 'Control+Enter'],
];
const presses = process.env.LONG ? 1000 : 60;
/** What has the focus, unless that is nothing, or nothing that is shown. */
const focused = `(() => {
  const { activeElement } = document;
  return activeElement !== document.body && activeElement.checkVisibility() ? activeElement.tagName : null;
})()`;

test.for(['popup', 'shelf'] as const)('%s', async (surface) => {
  const session = await launch();
  try {
    await seed(session, forty);
    const tab = await session.page(surface);
    const page = session.context.pages().findLast((each) => each.url().includes(`/src/${surface}/`));
    await page?.waitForSelector('.row-title');
    const below = random(7);
    const pressed: string[] = [];
    for (let n = 0; n < presses; n++) {
      const key = keys[below(keys.length)] as string;
      pressed.push(key);
      await tab.press(key);
      if (below(2)) continue; // two keys in one breath
      const look = () => tab.run<string | null>(focused);
      await expect.poll(look, { timeout: 3000, message: pressed.slice(-12).join(' ') }).not.toBeNull();
    }
    expect(session.errors).toEqual([]);
  } finally {
    await session.close();
  }
});
