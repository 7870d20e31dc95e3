/**
 * The morning run: of a listing 14 papers are chosen, saved and tagged as one change, three are hidden, one of them comes
 * back. By keyboard alone, and by mouse. Counts of keys and clicks are printed.
 */
import { expect } from 'vitest';
import { runsAllCases } from '../support/effort';
import { Listing } from '../support/listing';
import { clickOption } from '../support/options';
import { eventually, type Seen, type Session, type Tab } from '../support/session';
import { test } from '../support/story';
import { cards, listingPage } from './pages/listing';
import { invented } from './pages/papers';

const address = 'https://huggingface.co/papers';
const chosen = Array.from({ length: 14 }, (_, n) => n * 3);

/** A tab that counts what is pressed and clicked; text that is typed counts by the letter. */
class Counted {
  keys = 0;
  clicks = 0;
  readonly begun = performance.now();

  constructor(readonly tab: Tab) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keys++;
      await this.tab.press(key);
    }
  }

  /** Types as a fast person does, 15 letters a second. */
  async type(text: string): Promise<void> {
    this.keys += text.length;
    for (const letter of text) {
      await this.tab.type(letter);
      await new Promise((resolve) => setTimeout(resolve, 66));
    }
  }

  async click(seen: Seen): Promise<void> {
    this.clicks++;
    await this.tab.click(seen);
  }

  say(what: string): void {
    const seconds = ((performance.now() - this.begun) / 1000).toFixed(1);
    process.stdout.write(`  ${what}: ${this.keys} keys, ${this.clicks} clicks, ${seconds} s with the driver's own\n`);
  }
}

const shown = (tab: Tab) =>
  tab.run<number>(`[...document.querySelectorAll('article')].filter((card) => card.checkVisibility()).length`);
const become = (tab: Tab, count: number) =>
  eventually(async () => ((await shown(tab)) === count ? true : undefined), `There are not ${count} cards`);

/** Titles in the library, and of those that have the tag. */
async function library(session: Session): Promise<{ papers: number; tagged: number; changes: number }> {
  const { papers = [], tags = [], journal = [] } = await session.stored();
  const tag = (tags as { id: string; name: string }[]).find(({ name }) => name === 'rl/reward')?.id;
  const kept = (papers as { tags: string[]; removedAt?: number }[]).filter(({ removedAt }) => removedAt === undefined);
  const tagged = kept.filter((paper) => tag !== undefined && paper.tags.includes(tag));
  return { papers: kept.length, tagged: tagged.length, changes: journal.length };
}

async function turnOnKeys(session: Session): Promise<void> {
  const options = await session.page('options');
  const name = 'Keyboard shortcuts on listings';
  await clickOption(options, 'switch', name);
  const isOn = async () => (await options.all('switch', name))[0]?.states.has('checked') || undefined;
  await eventually(isOn, 'It is not on');
  await options.close();
}

/** Waits until keys are heard: what hears them is injected when the page is read. */
async function heard({ tab }: Listing): Promise<void> {
  const list = async () => (await tab.all('button', 'Dismiss'))[0];
  for (let tries = 0; tries < 20 && !(await list()); tries++) {
    await tab.press('?');
    for (let looks = 0; looks < 10 && !(await list()); looks++) await new Promise((done) => setTimeout(done, 50));
  }
  const dismiss = await list();
  if (!dismiss) throw new Error('No key is heard');
  await tab.click(dismiss);
  await eventually(async () => ((await list()) ? undefined : true), 'The list of keys does not close');
}

const counts = runsAllCases ? [46, 100] : [46];

test.for(counts)('of %i papers, by keyboard alone', async (count, { session }) => {
  session.serve(address, listingPage('daily', invented.slice(0, count)));
  await turnOnKeys(session);
  const listing = new Listing(await session.tab(address));
  await listing.see('button', `Offprint: ${count} papers · 0 saved`);
  await listing.control(invented[0]?.title ?? '', 'Save');
  await heard(listing);
  const run = new Counted(listing.tab);
  await run.press('j');
  for (const n of chosen) await run.press(...(n ? ['j', 'j', 'j', 'x'] : ['x']));
  await run.press('t');
  await listing.see('combobox', /./);
  await run.type('rl/reward');
  await run.press('Enter');
  await listing.see('button', 'Undo');
  await run.press('j', 'h', 'h', 'h');
  await become(listing.tab, count - 3);
  await run.press('z');
  await become(listing.tab, count - 2);
  run.say(`${count} papers by keyboard`);
  expect(await library(session)).toEqual({ papers: 14, tagged: 14, changes: 1 });

  // The page takes the letters that are typed into it.
  await listing.tab.run('scrollTo(0, 0)');
  await listing.tab.click((await listing.tab.all('searchbox'))[0] as Seen);
  await listing.tab.type('jxhs');
  expect(await listing.tab.run('document.querySelector("input[type=search]").value')).toBe('jxhs');
  expect(await shown(listing.tab)).toBe(count - 2);
  await listing.tab.press('Tab');

  // One undo takes the 14 back.
  await listing.tab.press('z');
  await listing.tab.press('z');
  await listing.tab.press('z');
  await listing.see('button', `Offprint: ${count} papers · 0 saved`);
  expect((await library(session)).papers).toBe(0);
  expect(session.errors).toEqual([]);
});

test.for(counts)('of %i papers, by mouse', async (count, { session }) => {
  session.serve(address, listingPage('daily', invented.slice(0, count)));
  const listing = new Listing(await session.tab(address));
  const run = new Counted(listing.tab);
  await run.click(await listing.see('button', /^Offprint:/));
  await run.click(await listing.see('button', 'Select'));
  const tick = async (n: number) => {
    const { title = '' } = invented[n] ?? {};
    await listing.control(title);
    await run.click(await listing.see('checkbox', `Select ${title}`));
  };
  for (const n of chosen) await tick(n);
  await listing.see('button', 'Save 14');
  await run.click(await listing.see('button', 'Tag'));
  await listing.see('combobox', /./);
  await run.type('rl/reward');
  await run.press('Enter');
  await listing.see('button', 'Undo');
  await run.click(await listing.see('button', 'Select'));
  for (const n of [40, 41, 43]) await tick(n);
  await run.click(await listing.see('button', 'Hide'));
  await become(listing.tab, count - 3);
  await run.click(await listing.see('button', 'Undo'));
  await become(listing.tab, count);
  run.say(`${count} papers by mouse`);
  expect(await library(session)).toEqual({ papers: 14, tagged: 14, changes: 1 });
  expect(session.errors).toEqual([]);
});

test('selected papers stay selected while the page sorts, replaces and removes cards', async ({ session }) => {
  session.serve(address, listingPage('daily', invented.slice(0, 9)));
  const listing = new Listing(await session.tab(address));
  const { tab } = listing;
  const { title: first = '' } = invented[0] ?? {};
  const { title: second = '' } = invented[1] ?? {};
  await listing.control(first, 'Save');
  await tab.click(await listing.see('button', /^Offprint:/));
  await tab.click(await listing.see('button', 'Select'));
  await tab.click(await listing.see('checkbox', `Select ${first}`));
  await tab.click(await listing.see('checkbox', `Select ${second}`));
  const ticked = async () => {
    const boxes = await tab.all('checkbox', /^Select /);
    return boxes.filter(({ states }) => states.has('checked')).map(({ name }) => name.slice(7));
  };
  const grid = `const grid = document.querySelector('.grid');`;
  await tab.run(`(() => { ${grid} grid.append(...[...grid.children].reverse()); })()`);
  await listing.control(first);
  await expect.poll(ticked).toEqual([second, first]);
  const anew = cards('daily', invented.slice(0, 4));
  await tab.run(`(() => { ${grid}
    grid.replaceChildren(...new DOMParser().parseFromString(${JSON.stringify(anew)}, 'text/html').body.children);
  })()`);
  await listing.control(first);
  await expect.poll(ticked).toEqual([first, second]);
  // Filtered away by the page's own search: still chosen, and saved.
  await tab.run(`document.querySelector('article').remove()`);
  await expect.poll(ticked).toEqual([second]);
  await tab.click(await listing.see('button', 'Save 2'));
  await listing.control(second, 'Saved');
  expect((await library(session)).papers).toBe(2);
});
