/** The browser may end the background at any moment: before each kind of message it is killed, and nothing is lost. */
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

test('every message wakes it', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 3)));
  const listing = new Listing(await session.tab(daily));
  const { tab } = listing;
  const button = async (name: RegExp | string) => tab.click(await listing.see('button', name));

  await asleep(session, () => listing.save(title));
  await asleep(session, () => listing.tag('asleep/one'));
  await listing.see('button', 'Remove tag asleep/one');
  await asleep(session, async () => tab.click(await listing.see('radio', 'Reading')));
  await asleep(session, () => button(/^Star /));
  await tab.click(await listing.see('textbox', /^Note on/));
  await tab.type('written half asleep');
  await asleep(session, () => tab.press('Tab'));
  // Only what is durable may be counted on: the next kill must not fall into this write.
  await eventually(
    async () => JSON.stringify(await session.stored()).includes('written half asleep') || undefined,
    'The note was not written',
  );
  await asleep(session, () => tab.reload());
  await listing.control(title, 'Saved');
  await asleep(session, () => listing.openPanel(title));
  await eventually(
    async () => (await listing.see('textbox', /^Note on/)).value === 'written half asleep' || undefined,
    'The note was lost',
  );
  await listing.see('button', 'Remove tag asleep/one');
  await eventually(
    async () => (await tab.all('radio', 'Reading'))[0]?.states.has('checked') || undefined,
    'Status lost',
  );
  await eventually(async () => (await tab.all('button', /^Star /))[0]?.states.has('pressed') || undefined, 'Star lost');
  await asleep(session, () => button('Remove'));
  await listing.control(title, 'Save');
  await asleep(session, () => button('Undo'));
  await listing.control(title, 'Saved');
  await listing.openPanel(title);
  await listing.tagField().then((field) => tab.click(field));
  await asleep(session, () => tab.type('slee'));
  await listing.see('option', /asleep\/one|Create/);
});
