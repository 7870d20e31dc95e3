/** The page sees none of what its reader keeps, whatever it listens to, measures, styles or searches. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { eventually, type Tab } from '../support/session';
import { test } from '../support/story';
import { fetched, finds, look, spyPage, watched } from './pages/spy';

const address = 'https://huggingface.co/papers';
const title = watched[0]?.title ?? '';

/** What the page sees once its layout has come to rest and every control in the window is drawn. */
async function atRest(tab: Tab): Promise<string> {
  let last = '';
  return eventually(
    async () => {
      const now = await tab.run<string>(look);
      const isDrawn = (JSON.parse(now) as unknown[][]).every((seen) => /[12]/.test(String(seen.at(-1))));
      const isSame = isDrawn && now === last;
      last = now;
      return isSame ? now : undefined;
    },
    async () => `The page does not come to rest: ${last}`,
  );
}

test('a spying page learns nothing about papers, tags and notes', async ({ session }) => {
  session.serve(address, spyPage);
  const listing = new Listing(await session.tab(address));
  const { tab } = listing;
  await listing.control(title, 'Save');
  const before = await atRest(tab);

  await listing.save(title);
  await listing.tag('zebra-斑馬');
  const note = await listing.see('textbox', /^Note on/);
  await tab.click(note);
  await tab.type('hush');
  const noted = async () => (await tab.all('textbox', /^Note on/))[0]?.value;
  // What the page writes into the field that has the focus is taken out again.
  await tab.run("document.execCommand('insertText', false, 'not the reader')");
  expect(await eventually(noted, 'The note is gone')).toBe('hush');
  await tab.type(' hush');
  await tab.press('Escape');
  await eventually(async () => ((await tab.all('textbox')).length ? undefined : true), 'The panel stays open');

  await listing.control(title, 'Saved');
  expect(before).toContain('data-offprint');
  expect(await atRest(tab)).toBe(before);
  // A page may define an element of any other name, and its internals hand out closed roots.
  expect(await tab.run("document.querySelectorAll(':not(:defined)').length")).toBe(0);
  expect(await tab.run('heard')).toEqual([]);
  // What was announced to screen readers stands there for two seconds.
  for (const text of ['zebra-斑馬', 'hush', 'Saved'])
    await expect.poll(() => tab.run(finds(text)), { message: text, timeout: 5000 }).toBe(false);
  expect(await tab.run(fetched)).toEqual([]);

  const stored = JSON.stringify(await session.stored());
  expect(stored).toContain('hush hush');
  expect(stored).not.toContain('not the reader');
  expect(session.errors).toEqual([]);
});
