/** The browser may end the background at any moment: before each kind of message it is killed, and nothing is lost. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { eventually, type Session } from '../support/session';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const title = invented[1]?.title ?? '';

/** Stops the background, then does something that needs it. */
const asleep = async (session: Session, act: () => Promise<unknown>): Promise<void> => {
  await session.stopBackground();
  await act();
};

/** Waits until something is durable: the page shows a change at once, and to be killed before that may lose it. */
const kept = (session: Session, what: string | RegExp): Promise<unknown> =>
  eventually(
    async () => (JSON.stringify(await session.stored()).match(what) ? true : undefined),
    `${what} is not stored`,
  );

test('every message wakes the background', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 3)));
  const listing = new Listing(await session.tab(daily));
  const { tab } = listing;
  const button = async (name: RegExp | string) => tab.click(await listing.see('button', name));
  const has = (role: string, name: RegExp | string, state: string) =>
    eventually(async () => (await tab.all(role, name))[0]?.states.has(state) || undefined, `${name} is not ${state}`);

  await asleep(session, () => listing.save(title));
  await asleep(session, () => listing.tag('asleep/one'));
  await kept(session, 'asleep/one');
  await asleep(session, async () => tab.click(await listing.see('radio', 'Reading')));
  await kept(session, '"status":"reading"');
  await asleep(session, () => button(/^Star /));
  await kept(session, '"starredAt":\\d');
  await tab.click(await listing.see('textbox', /^Note on/));
  await tab.type('written half asleep');
  await asleep(session, () => tab.press('Tab'));
  await kept(session, 'written half asleep');
  await asleep(session, () => tab.reload());
  await listing.control(title, 'Saved');
  await asleep(session, () => listing.openPanel(title));
  expect((await listing.see('textbox', /^Note on/)).value).toBe('written half asleep');
  await listing.see('button', 'Remove tag asleep/one');
  await has('radio', 'Reading', 'checked');
  await has('button', /^Star /, 'pressed');
  await asleep(session, () => listing.remove());
  await listing.control(title, 'Save');
  await asleep(session, () => button('Undo'));
  await listing.control(title, 'Saved');
  await tab.click(await listing.tagField());
  await asleep(session, () => tab.type('slee'));
  await listing.see('option', /asleep\/one|Create/);
});
