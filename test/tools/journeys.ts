import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invented } from '../e2e/pages/papers.ts';
import { Listing } from '../support/listing.ts';
import { Popup } from '../support/popup.ts';
import { eventually, type Session } from '../support/session.ts';
import { listing as address } from './demo-pages.ts';

const title = (n: number): string => invented[n]?.title ?? '';

/**
 * Walks the three journeys with real input on the invented listing, which must be served; leaves a picture of each step and
 * the reading list that was copied, `reading-list.bib`. `tell` hears of each step.
 */
export async function walk(session: Session, folder: string, tell = console.log): Promise<void> {
  let step = 0;
  const say = async (what: string, take: (path: string) => Promise<void>): Promise<void> => {
    const path = join(folder, `${String(++step).padStart(2, '0')}-${what.replace(/\W+/g, '-').toLowerCase()}.png`);
    await take(path);
    tell(`  ${step}. ${what}`);
  };

  tell('Save while browsing');
  const listing = new Listing(await session.tab(address));
  const ofListing = (path: string) => listing.tab.screenshot(path);
  await listing.control(title(1), 'Save');
  await say('A listing', ofListing);
  await listing.save(title(1));
  await say('Saved with one click', ofListing);
  await listing.tag('active-learning');
  await listing.see('button', 'Remove tag active-learning');
  await say('And tagged', ofListing);
  for (const n of [2, 3, 5]) {
    await listing.save(title(n));
    if (n !== 5) {
      await listing.tab.click(await listing.see('button', /^Add tag active-learning/));
      await listing.see('button', 'Remove tag active-learning');
    }
  }
  await listing.tab.press('Escape');
  await session.theme('dark');
  await say('The same in the dark', ofListing);
  await session.theme('light');

  tell('Tag by topic and find again');
  const popup = await Popup.open(session);
  const ofPopup = (path: string) => popup.tab.screenshot(path);
  await popup.lists(title(5), title(3), title(2), title(1));
  await say('The newest papers', ofPopup);
  await popup.filter('active-learning');
  await popup.lists(title(3), title(2), title(1));
  await say('Filtered by a tag', ofPopup);
  await popup.unfold(title(2));
  await popup.click('radio', 'Reading');
  await say('A paper being read', ofPopup);
  await popup.unfold(title(2));
  await popup.select(title(1), title(3));
  await say('Two selected', ofPopup);
  await popup.click('button', /^Move 2 papers to trash/);
  await popup.lists(title(2));
  await say('Removed', ofPopup);
  await popup.click('button', 'Undo');
  await popup.lists(title(3), title(2), title(1));

  tell('Export a reading list');
  await popup.click('button', 'Export 2 papers');
  const preview = async () => (await popup.tab.all('textbox', 'File preview'))[0]?.value || undefined;
  await eventually(preview, 'The export shows no preview');
  await say('The export', ofPopup);
  await popup.click('button', 'Copy');
  await popup.see('button', 'Export 2 papers');
  writeFileSync(join(folder, 'reading-list.bib'), await session.clipboard());
  await session.theme('dark');
  await say('The popup in the dark', ofPopup);
}
