/** The second and third journeys: find again, and export. */
import { parse } from '@retorquere/bibtex-parser';
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { Popup } from '../support/popup';
import { eventually, type Session } from '../support/session';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';

/** Saves papers from a listing, in this order, the ones with a tag tagged. */
async function collect(session: Session, papers: Record<number, string>): Promise<void> {
  session.serve(daily, listingPage('daily', invented.slice(0, 12)));
  const listing = new Listing(await session.tab(daily));
  for (const [n, tag] of Object.entries(papers)) {
    await listing.save(title(Number(n)));
    if (tag) {
      await listing.tag(tag);
      await listing.see('button', `Remove tag ${tag}`);
    }
    await listing.closePanel();
  }
}

test('lists the newest first, finds by words, filters by tag and status', async ({ session }) => {
  await collect(session, { 0: 'retrieval', 1: '', 2: 'retrieval', 3: 'robots/grasping' });
  const popup = await Popup.open(session);
  await popup.lists(title(3), title(2), title(1), title(0));
  await popup.search('quill');
  await popup.lists(title(3));
  await popup.search('');
  await popup.filter('retrieval');
  await popup.lists(title(2), title(0));
  await popup.search('tag:robots');
  await popup.lists(title(3));
  expect(session.errors).toEqual([]);
});

test('keeps the query when it closes', async ({ session }) => {
  await collect(session, { 0: '', 1: '' });
  const popup = await Popup.open(session);
  await popup.lists(title(1), title(0));
  await popup.search('lantern');
  await popup.lists(title(0));
  await popup.tab.close();
  const again = await Popup.open(session);
  await again.lists(title(0));
  expect((await again.see('searchbox', /./)).value).toBe('lantern');
});

test('removes several papers at once, and one undo restores them', async ({ session }) => {
  await collect(session, { 0: '', 1: '', 2: '' });
  const popup = await Popup.open(session);
  await popup.lists(title(2), title(1), title(0));
  await popup.select(title(0), title(2));
  await popup.click('button', /^Move 2 papers to trash/);
  await popup.lists(title(1));
  await popup.click('button', 'Undo');
  await popup.lists(title(2), title(1), title(0));
});

test('sets status and tag of the open paper, and the listing shows them', async ({ session }) => {
  await collect(session, { 0: '' });
  const popup = await Popup.open(session);
  await popup.unfold(title(0));
  await popup.click('radio', 'Read');
  await popup.click('combobox', /tag/i);
  await popup.tab.type('to cite');
  await popup.tab.press('Enter');
  await popup.see('button', 'Remove tag to cite');
  const listing = new Listing(await session.tab(daily));
  await listing.openPanel(title(0));
  await listing.see('button', 'Remove tag to cite');
  expect((await listing.see('radio', 'Read')).states).toContain('checked');
});

test('shows a change made on a page while it is open', async ({ session }) => {
  await collect(session, { 0: '' });
  const popup = await Popup.open(session);
  await popup.lists(title(0));
  const listing = new Listing(await session.tab(daily));
  await listing.save(title(1));
  await popup.lists(title(1), title(0));
});

test('exports BibTeX that a strict parser reads, including odd titles', async ({ session }) => {
  await collect(session, { 0: '', 5: '', 6: '', 8: '' });
  const popup = await Popup.open(session);
  await popup.lists(title(8), title(6), title(5), title(0));
  await popup.copyExport();
  const text = await eventually(async () => (await session.clipboard()) || undefined, 'Nothing was copied');
  const { entries, errors } = parse(text, { english: false, sentenceCase: false });
  expect(errors).toEqual([]);
  const plain = (value: unknown): string =>
    String(value)
      .replace(/<[^>]*>|\s+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  expect(entries.map(({ fields }) => plain(fields.title))).toEqual([8, 6, 5, 0].map(title));
  expect(entries.map(({ fields }) => fields.eprint)).toEqual([8, 6, 5, 0].map((n) => invented[n]?.id));
});
