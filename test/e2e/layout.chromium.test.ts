/** Nothing sticks out, is cut off or lies over something else: narrow, zoomed, in longer words, from right to left. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../support/chromium';
import { seed } from '../support/seed';
import { eventually, type Tab } from '../support/session';
import { forty, type Shelved } from './pages/library';

/**
 * What does not fit in the page as it is: a page wider than its window, a control whose words are cut off though they
 * should not be, a control outside of its bar. Tags and titles may end in "…": they are in full elsewhere.
 */
const misfits = `(() => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push('the page is ' + (root.scrollWidth - root.clientWidth) + ' px too wide: ' + [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 5).map((each) => each.tagName + '.' + each.className).join(' '));
  const name = (each) => each.tagName.toLowerCase() + '.' + each.className + ' ' + (each.textContent || each.ariaLabel || '').slice(0, 40);
  const isSeen = (each) => each.checkVisibility() && each.getClientRects().length > 0;
  for (const each of document.querySelectorAll('.btn, .link, label, .toast, h1, h2, p')) {
    if (!isSeen(each) || each.closest('.unseen, .row, .here') || each.matches('.unseen')) continue;
    const { overflowX, textOverflow } = getComputedStyle(each);
    if (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && textOverflow !== 'ellipsis' && overflowX !== 'auto') found.push('cut off: ' + name(each));
  }
  for (const bar of document.querySelectorAll('.foot, .selection-bar, .top, .middle-foot, .middle-head, .details-bar, .dialog-acts, .offer, .choice')) {
    if (!isSeen(bar)) continue;
    const box = bar.getBoundingClientRect();
    for (const each of bar.children) {
      if (!isSeen(each) || each.matches('.unseen, .problems, .completions')) continue;
      const own = each.getBoundingClientRect();
      if (own.width > 1 && (own.left < box.left - 1 || own.right > box.right + 1)) found.push('outside of its bar: ' + name(each));
    }
  }
  for (const box of document.querySelectorAll('.dialog, .details, .pane'))
    if (isSeen(box) && box.scrollWidth > box.clientWidth + 1) found.push('wider than it shows: ' + box.className);
  return found;
})()`;

/** The newest paper of the library: its tag has no room anywhere. */
const longTag: Shelved = {
  facts: { ids: ['url:https://example.org/long'], title: 'A Paper With One Long Tag' },
  tags: ['machine-learning/reinforcement/offline/batch-constrained/conservative-value-functions-of-many-kinds'],
};

/** The built extension with every message 40 % longer, as German would be. */
function longer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-longer-'));
  cpSync(resolve('dist/chromium'), folder, { recursive: true });
  const file = join(folder, '_locales/en/messages.json');
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  for (const [key, entry] of Object.entries(messages)) {
    if (key === 'language' || key.startsWith('extension')) continue;
    const more = Math.ceil(entry.message.replace(/\$\d/g, '').length * 0.4);
    entry.message += ' öäü ßen um wei'.repeat(20).slice(0, more).trimEnd();
  }
  writeFileSync(file, JSON.stringify(messages));
  return folder;
}

type Session = Awaited<ReturnType<typeof launch>>;
const ready = (tab: Tab, selector: string) =>
  eventually(async () => (await tab.run<boolean>(`!!document.querySelector('${selector}')`)) || undefined, selector);

async function resize(tab: Tab, width: number, height: number): Promise<void> {
  const { page } = tab as unknown as { page: ReturnType<Session['context']['pages']>[number] };
  await page.setViewportSize({ width, height });
  await page.waitForTimeout(150);
}

/** The name of the library's search field. The sidebar has a field of its own for tags. */
const search = /^(?:Search|搜索)/;

/** A click on the search field. */
const toSearch = async (tab: Tab) =>
  tab.click(
    await eventually(
      async () => (await tab.all('searchbox', search))[0] ?? (await tab.all('combobox', search))[0],
      'search',
    ),
  );

/** Walks the surfaces' states and looks for misfits in each. */
async function walk(session: Session, prepare: (tab: Tab) => Promise<unknown> = async () => {}): Promise<void> {
  const fits = async (tab: Tab, name: string) => expect(await tab.run(misfits), name).toEqual([]);
  for (const [page, widths] of [
    ['popup', [420, 320]],
    ['shelf', [1280, 640, 320]],
  ] as const) {
    const tab = await session.page(page);
    await prepare(tab);
    await ready(tab, '.row-title');
    for (const width of widths) {
      const name = (state: string) => `${page}, ${width} px, ${state}`;
      await resize(tab, width, page === 'popup' ? 600 : 720);
      await fits(tab, name('full'));
      await toSearch(tab);
      await tab.press('ArrowDown');
      await tab.press('x');
      await fits(tab, name('selected'));
      await tab.press('t');
      await ready(tab, 'dialog');
      await fits(tab, name('tagging'));
      await tab.press('Escape');
      await tab.press('e');
      await ready(tab, 'dialog');
      await fits(tab, name('exporting'));
      await tab.press('Escape');
      await tab.press('Escape');
      await tab.press('Enter');
      if (page === 'shelf') {
        await ready(tab, '.reading-view');
        await fits(tab, name('reading queue'));
        await tab.press('Escape');
        await tab.click(await eventually(async () => (await tab.all('link', longTag.facts.title))[0], 'the title'));
      }
      await ready(tab, '.details');
      await fits(tab, name('one paper'));
      await tab.press('Escape');
      await toSearch(tab);
      await tab.type('yeer:zebra zebra');
      await ready(tab, '.empty');
      await fits(tab, name('nothing found'));
      for (const key of ['Control+a', 'Backspace']) await tab.press(key); // Escape may close a list of completions
      await ready(tab, '.row-title');
    }
    await tab.close();
  }
  const options = await session.page('options');
  await prepare(options);
  await ready(options, '.options-page > section:last-of-type');
  for (const width of [1280, 640, 320]) {
    await resize(options, width, 720);
    await fits(options, `options, ${width} px`);
  }
  await options.close();
}

describe.each([
  ['English', () => launch()],
  ['Chinese', () => launch({ language: 'zh-CN' })],
  ['words 40 % longer', () => launch({ extension: folder })],
])('%s', (language, start) => {
  let session: Session;
  beforeAll(async () => {
    session = await start();
    await seed(session, [...forty, longTag]);
  });
  afterAll(() => session.close());

  test('nothing overflows or overlaps at any width', () => walk(session));
  if (language === 'English')
    test('nothing overflows or overlaps from right to left', () =>
      walk(session, (tab) => tab.run(`document.documentElement.dir = 'rtl'`)));
});

let folder = '';
beforeAll(() => {
  folder = longer();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
