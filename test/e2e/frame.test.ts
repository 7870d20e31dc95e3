/** The private frame as its reader meets it: opened by mouse and key, typed into from the very press, left again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { eventually } from '../support/session';
import { browserName, launch, test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';
const listening = `<script>
  globalThis.heard = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste'])
    addEventListener(type, (event) => heard.push(type + ' ' + (event.key ?? event.data)), true);
</script>`;
const page = listingPage('daily', invented.slice(0, 3)).replace('<head>', `<head>${listening}`);

test('letters typed from the very click on Save all become the tag, and the page hears none', async ({ session }) => {
  session.serve(daily, page);
  const listing = new Listing(await session.tab(daily));
  const { tab } = listing;
  const save = await listing.control(title(0), 'Save');
  await tab.click(save);
  for (const letter of 'active-learning') {
    await tab.type(letter);
    await new Promise((resolve) => setTimeout(resolve, 1000 / 15));
  }
  await tab.press('Enter');
  await listing.see('button', 'Remove tag active-learning');
  expect(await tab.run('heard')).toEqual([]);
  expect(session.errors).toEqual([]);
});

test('Escape closes the frame and gives the focus back to the control; Enter opens it again', async ({ session }) => {
  session.serve(daily, page);
  const listing = new Listing(await session.tab(daily));
  await listing.save(title(0));
  await listing.closePanel();
  const isFocused = async () => (await listing.control(title(0))).states.has('focused') || undefined;
  await eventually(isFocused, 'The control has no focus');
  await listing.tab.press('Enter');
  await eventually(async () => (await listing.tagField()).states.has('focused') || undefined, 'The field has no focus');
});

test('tags for selected papers are typed from the very key on, saved with it, and neither heard nor said', async ({
  session,
}) => {
  session.serve(daily, page);
  const listing = new Listing(await session.tab(daily));
  const { tab } = listing;
  await listing.control(title(0), 'Save');
  await tab.click(await listing.see('button', /^Offprint: 3/));
  await tab.click(await listing.see('button', 'Select'));
  await tab.click(await listing.see('checkbox', `Select ${title(0)}`));
  await tab.run('heard.length = 0'); // the checkbox
  await tab.press('t');
  for (const letter of 'zebra') {
    await tab.type(letter);
    await new Promise((resolve) => setTimeout(resolve, 66)); // 15 letters a second
  }
  await tab.press('Enter');
  await listing.control(title(0), 'Saved');
  await listing.see('button', 'Undo');
  expect(await tab.run('heard')).toEqual([]);
  expect(await tab.run("[window.find('zebra'), window.find('zebra', false, true)]")).toEqual([false, false]);
  expect(JSON.stringify(await session.stored())).toContain('zebra');
  expect(session.errors).toEqual([]);
});

test('after five papers on a topic their tag is suggested for the sixth, with what they share, and not again where it does not fit', async ({
  session,
}) => {
  // Every twelfth paper is about reward shaping.
  const [fifth, other, ...four] = [4, 16, 28, 40, 52, 64, 76];
  session.serve(
    daily,
    listingPage(
      'daily',
      [fifth, other, ...four].flatMap((n) => invented[n ?? 0] ?? []),
    ),
  );
  const listing = new Listing(await session.tab(daily));
  const { tab } = listing;
  for (const n of four) {
    await listing.save(title(n));
    await listing.tag('reward');
    await listing.closePanel();
  }
  await listing.save(title(fifth ?? 0));
  await listing.see('button', /^Add tag reward: “Reward Shaping” is in 5 of 5 papers with this tag/);
  await tab.press('Alt+1');
  await listing.see('button', 'Remove tag reward');
  await listing.closePanel();
  await listing.save(title(other ?? 0));
  await tab.click(await listing.see('button', 'reward doesn’t fit'));
  await listing.closePanel();
  await listing.openPanel(title(other ?? 0));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await tab.all('button', 'reward doesn’t fit')).toEqual([]);
  expect(session.errors).toEqual([]);
});

test('a note that was half typed when the page took the frame away is there at the next opening', async ({
  session,
}) => {
  session.serve(daily, page);
  const listing = new Listing(await session.tab(daily));
  const { tab } = listing;
  await listing.save(title(0));
  await tab.click(await listing.see('textbox', /^Note on/));
  await tab.type('half a thought');
  await tab.run("document.querySelector('[data-offprint=frame]').remove()");
  await eventually(async () => ((await tab.all('textbox', /^Note on/)).length ? undefined : true), 'The frame stays');
  await listing.openPanel(title(0));
  expect((await listing.see('textbox', /^Note on/)).value).toBe('half a thought');
});

test('tag, note and removal reach the library and the card', async ({ session }) => {
  session.serve(daily, page);
  const listing = new Listing(await session.tab(daily));
  const { tab } = listing;
  await listing.save(title(1));
  await listing.tag('rl/reward');
  await listing.see('button', 'Remove tag rl/reward');
  await tab.click(await listing.see('textbox', /^Note on/));
  await tab.type('why it matters');
  await listing.closePanel();
  const stored = async () => JSON.stringify(await session.stored());
  await expect.poll(stored, { timeout: 10_000 }).toContain('why it matters');
  expect(await stored()).toContain('rl/reward');
  await listing.openPanel(title(1));
  await listing.remove();
  await listing.control(title(1), 'Save');
});

test.runIf(browserName === 'chromium')('the frame works where third-party cookies are blocked', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'offprint-blocked-'));
  mkdirSync(join(profile, 'Default'));
  const blocked = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(blocked));
  const session = await launch({ profile });
  try {
    session.serve(daily, page);
    const listing = new Listing(await session.tab(daily));
    await listing.save(title(0));
    await listing.tag('kept');
    await listing.see('button', 'Remove tag kept');
    await expect.poll(async () => JSON.stringify(await session.stored()), { timeout: 10_000 }).toContain('kept');
  } finally {
    await session.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});
