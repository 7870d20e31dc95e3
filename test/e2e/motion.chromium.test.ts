/** Who asks for less motion sees none: nothing slides, fades or glides on any page of ours, a toast included. */
import { expect } from 'vitest';
import { launch } from '../support/chromium';
import { Popup } from '../support/popup';
import { seed } from '../support/seed';
import { test } from '../support/story';
import { forty } from './pages/library';

/** Everything that would move: with a transition or an animation that takes time. */
const moving = `(() => {
  const takesTime = (list) => list.split(',').some((time) => Number.parseFloat(time) > 0);
  return [...document.querySelectorAll('*')].filter((each) => {
    const style = getComputedStyle(each);
    return (style.animationName !== 'none' && takesTime(style.animationDuration)) || takesTime(style.transitionDuration) || style.scrollBehavior === 'smooth';
  }).map((each) => each.tagName + '.' + each.className);
})()`;

test('nothing is animated with reduced motion', async () => {
  const session = await launch();
  try {
    await seed(session, forty);
    for (const [asked, moves] of [
      ['no-preference', true],
      ['reduce', false],
    ] as const)
      for (const name of ['popup', 'shelf', 'options'] as const) {
        const on = new Popup(await session.page(name));
        const page = session.context.pages().findLast((each) => each.url().includes(`/src/${name}/`));
        await page?.emulateMedia({ reducedMotion: asked });
        if (name !== 'options') {
          await page?.waitForSelector('.row-title');
          await on.tab.press('ArrowDown');
          await on.tab.press('Delete');
          await page?.waitForSelector('.toast');
        } else await page?.waitForSelector('.btn');
        expect((await on.tab.run<string[]>(moving)).length > 0, `${name}, ${asked}`).toBe(moves);
        await on.tab.close();
      }
  } finally {
    await session.close();
  }
});
