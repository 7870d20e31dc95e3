// @vitest-environment jsdom
import { waitFor, within } from '@testing-library/dom';
import { expect, test, vi } from 'vitest';
import type { PageReport } from '../../src/messages/contract';
import { facts, library, listing } from '../support/library';
import { backgroundAnswers, inFront, kept, openedTabs } from '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { default: browser } = await import('../../src/messages/browser');
const { Popup } = await import('../../src/popup/popup');
const { popupSessionKey } = await import('../../src/popup/use-popup');
const { draw, screen, user } = setUpScreen();

const search = () => screen.getByRole('searchbox', { name: 'Search library' });
const titles = () =>
  within(screen.getByRole('list', { name: 'Papers' }))
    .getAllByRole('heading')
    .map((each) => each.textContent);
const title = (name: string) => screen.findByRole('button', { name, expanded: false });

async function open(papers = [facts(1), facts(2), facts(3)], stored = {}) {
  const own = library();
  if (papers.length) await own.save(papers, listing);
  await draw(<Popup library={own} stored={stored} />);
  return own;
}
const until = <T,>(check: () => T) => waitFor(check);

test('an empty library teaches how to get the first paper', async () => {
  await open([]);
  await screen.findByRole('heading', { name: 'No papers yet' });
  expect(screen.getByRole('link', { name: 'Open today’s papers' }).getAttribute('href')).toBe(
    'https://huggingface.co/papers',
  );
  await expectAccessible();
});

test('lists the newest first, is typed in at once, and finds', async () => {
  const own = await open();
  await own.save([facts(4, { title: 'Sparse attention' })], listing);
  await until(() =>
    expect(titles()).toEqual(['Sparse attention', 'Paper number 1', 'Paper number 2', 'Paper number 3']),
  );
  expect(document.activeElement).toBe(search());
  await expectAccessible();
  await user.keyboard('spars');
  await until(() => expect(titles()).toEqual(['Sparse attention']));
  expect(document.querySelector('.row-title mark')?.textContent).toBe('Spars');
  expect(screen.getByText('1 of 4')).toBeTruthy();
  expect(kept(popupSessionKey)).toMatchObject({ query: 'spars' });
});

test('says which part of a query excludes everything, and goes on without it', async () => {
  await open();
  await user.keyboard('paper zebra');
  await user.click(await screen.findByRole('button', { name: 'Search without “zebra”' }));
  await until(() => expect(titles()).toHaveLength(3));
  expect(search()).toHaveProperty('value', 'paper');
});

test('keys act on the row, never while typing, and undo takes back', async () => {
  const own = await open();
  await title('Paper number 1');
  await user.keyboard('2');
  expect(search()).toHaveProperty('value', '2');
  await user.keyboard('{Backspace}');
  await title('Paper number 1');
  await user.keyboard('{ArrowDown}2f');
  await until(async () =>
    expect((await own.marks(['arxiv:2601.00001']))['arxiv:2601.00001']).toMatchObject({
      status: 'reading',
      starred: true,
    }),
  );
  await user.keyboard('j#');
  await screen.findByText('Moved “Paper number 2” to trash');
  await until(() => expect(titles()).toEqual(['Paper number 1', 'Paper number 3']));
  await until(() => expect(document.activeElement?.textContent).toBe('Paper number 3'));
  await user.keyboard('z');
  await until(() => expect(titles()).toHaveLength(3));
});

test.each([
  ['downwards', 1, 3],
  ['upwards', 3, 1],
])('a click with Shift selects all papers in between, %s', async (_, from, to) => {
  await open();
  await title('Paper number 1');
  const check = (n: number) => screen.getByRole('checkbox', { name: new RegExp(`Paper number ${n}`) });
  await user.click(check(from));
  await user.keyboard('{Shift>}');
  await user.click(check(to));
  await user.keyboard('{/Shift}');
  await screen.findByText('3 selected');
});

test('selects by key, tags them all, exports them', async () => {
  const own = await open();
  await title('Paper number 1');
  await user.keyboard('{ArrowDown}xjx');
  expect(screen.getByText('2 selected')).toBeTruthy();
  await user.keyboard('t');
  await user.type(await screen.findByRole('combobox', { name: 'Tags' }), 'rl/reward{Enter}');
  await until(async () => expect([...(await own.tagCounts()).values()]).toEqual([2, 2]));
  await expectAccessible();
  await user.keyboard('{Enter}');
  await until(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('e');
  await screen.findByRole('heading', { name: 'Export 2 papers' });
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  await screen.findByText('Copied 2 entries');
  expect((await navigator.clipboard.readText()).match(/@\w+\{/g)).toHaveLength(2);
});

test('filters by a click on a tag and on a status, and says so in the query', async () => {
  const own = await open();
  await own.tag(['arxiv:2601.00002'], { add: ['active learning'] });
  await own.setStatus(['arxiv:2601.00003'], 'read');
  await user.click(await screen.findByRole('button', { name: /^active learning/, pressed: false }));
  await until(() => expect(titles()).toEqual(['Paper number 2']));
  expect(search()).toHaveProperty('value', 'tag:"active learning" ');
  await user.click(screen.getByRole('button', { name: /^active learning/, pressed: true }));
  await user.click(await screen.findByRole('button', { name: /^Read 1/ }));
  await until(() => expect(titles()).toEqual(['Paper number 3']));
});

test('the count of a status is what choosing it would show, also while another is chosen', async () => {
  const own = await open();
  await own.setStatus(['arxiv:2601.00003'], 'read');
  await user.keyboard('number ');
  await user.click(await screen.findByRole('button', { name: /^Read 1/ }));
  await until(() => expect(titles()).toEqual(['Paper number 3']));
  expect(screen.getByRole('button', { name: /^To read/ }).textContent).toBe('To read 2');
});

test('unfolds a paper; a half-written note outlives the popup and a change made elsewhere', async () => {
  const own = await open();
  await user.click(await title('Paper number 1'));
  const note = await screen.findByRole('textbox', { name: 'Note on “Paper number 1”' });
  await expectAccessible();
  await user.type(note, 'half a tho');
  expect(kept(popupSessionKey)).toMatchObject({ open: 1, draft: { n: 1, text: 'half a tho' } });
  await own.setStatus([1], 'reading');
  await until(() => expect(screen.getByRole('radio', { name: 'Reading' })).toHaveProperty('checked', true));
  expect(note).toHaveProperty('value', 'half a tho');
  await user.type(note, 'ught{Control>}{Enter}{/Control}');
  await until(async () => expect((await own.papers([1]))[0]?.note).toBe('half a thought'));
  await until(() => expect(kept(popupSessionKey)).not.toHaveProperty('draft.text'));
});

test('the draft of one paper’s note is not shown with another paper', async () => {
  await open([facts(1), facts(2)], { open: 2, draft: { n: 1, text: 'half a tho' } });
  expect(await screen.findByRole('textbox', { name: 'Note on “Paper number 2”' })).toHaveProperty('value', '');
});

test('papers that a search hides are no longer selected', async () => {
  await open();
  await title('Paper number 1');
  await user.keyboard('{ArrowDown}a');
  await screen.findByText('3 selected');
  await user.type(search(), 'number 3');
  await screen.findByText('1 selected');
});

test('shortcuts do nothing while Ctrl is held', async () => {
  await open();
  await title('Paper number 1');
  await user.keyboard('{ArrowDown}{Control>}x{/Control}');
  expect(screen.queryByText('1 selected')).toBeNull();
  await user.keyboard('x');
  await screen.findByText('1 selected');
});

test('what is saved elsewhere appears at once', async () => {
  const own = await open();
  await title('Paper number 1');
  await own.save([facts(9)], listing);
  await title('Paper number 9');
});

test('opens the paper by key', async () => {
  await open([facts(1, { links: { page: 'https://example.org/1', pdf: 'javascript:alert(1)' } })]);
  await title('Paper number 1');
  await user.keyboard('{ArrowDown}op');
  await until(() => expect(openedTabs).toEqual(['https://example.org/1', 'https://arxiv.org/pdf/2601.00001']));
});

test('completes a query by what the library knows, without taking a key away', async () => {
  const own = await open();
  await own.tag(['arxiv:2601.00002'], { add: ['rl/reward model'] });
  await title('Paper number 1');
  await waitFor(() => expect(screen.getByRole('button', { name: /^rl\// })).toBeTruthy());
  await user.keyboard('tag:rew');
  await user.tab();
  if (document.activeElement?.getAttribute('aria-label') === 'Clear search') await user.tab();
  expect(document.activeElement?.textContent).toBe('tag:"rl/reward model"');
  await user.keyboard('{Enter}');
  expect(search()).toHaveProperty('value', 'tag:"rl/reward model" ');
  expect(document.activeElement).toBe(search());
  await until(() => expect(titles()).toEqual(['Paper number 2']));
});

test('a library worth it gets one offer of a backup', async () => {
  await open(Array.from({ length: 25 }, (_, i) => facts(i + 1)));
  await screen.findByText(/Your 25 papers exist only in this browser/);
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(/exist only in this browser/)).toBeNull();
  expect(kept('setting:backupOffered')).toBe(true);
});

const report: PageReport = { site: 'arxiv', kind: 'listing', papers: [], unparsed: {}, isShown: true };

test('says how many papers of the listing in front are saved, and follows what is saved there', async () => {
  inFront.report = {
    ...report,
    papers: [['arxiv:2601.00001'], ['openreview:x', 'arxiv:2601.00002'], ['arxiv:2601.00007']],
  };
  const own = await open([facts(1), facts(2)]);
  await screen.findByText('2 of 3 saved');
  await expectAccessible();
  await own.save([facts(7)], listing);
  await screen.findByText('3 of 3 saved');
});

test('shows the record of the paper in front, wherever it is in the list', async () => {
  inFront.url = 'https://arxiv.org/abs/2601.00002v3';
  await open([facts(1), facts(2)], { query: 'number 1' });
  await until(() => expect(titles()).toEqual(['Paper number 1']));
  await user.click(await screen.findByRole('button', { name: /^This page Paper number 2/ }));
  await screen.findByRole('textbox', { name: 'Note on “Paper number 2”' });
  expect(search()).toHaveProperty('value', '');
});

test('a paper in front that is not saved is said to be so; other pages are not spoken of', async () => {
  inFront.url = 'https://arxiv.org/abs/2601.00009';
  await open();
  await screen.findByText('Not saved');
});

test('tags everything selected, also what was never in view', async () => {
  const own = await open(Array.from({ length: 60 }, (_, i) => facts(i + 1)));
  await own.tag([1], { add: ['only one'] });
  await own.tag([60], { add: ['only another'] });
  await screen.findByText('60 papers');
  await user.keyboard('{ArrowDown}a');
  await screen.findByText('60 selected');
  await user.keyboard('t');
  await user.type(await screen.findByRole('combobox', { name: 'Tags' }), 'all{Enter}');
  await until(async () => expect((await own.find('tag:all')).numbers).toHaveLength(60));
  // Tags that only some of them have are not shown as theirs.
  expect(screen.getAllByRole('button', { name: /^Remove tag/ }).map((each) => each.getAttribute('aria-label'))).toEqual(
    ['Remove tag all'],
  );
});

test('on a page of a site that is off, one button turns it on; elsewhere there is none', async () => {
  const site = { id: 'dblp', name: 'DBLP', isOn: false, isRequired: false, origins: ['https://dblp.org/*'] };
  inFront.url = 'https://dblp.org/search?q=a';
  backgroundAnswers.set('siteAt', { ok: true, answer: site });
  const request = vi.spyOn(browser.permissions, 'request');
  await open();
  await screen.findByText('Offprint works on this site.');
  await expectAccessible();
  backgroundAnswers.set('siteAt', { ok: true, answer: { ...site, isOn: true } });
  await user.click(screen.getByRole('button', { name: 'Turn on for dblp.org' }));
  expect(request).toHaveBeenCalledWith({ origins: ['https://dblp.org/*'] });
  await until(() => expect(screen.queryByText('Offprint works on this site.')).toBeNull());
});

test('papers that were only read are drawn on a click; a paper’s own page is saved with one', async () => {
  const asked = vi.spyOn(browser.runtime, 'sendMessage');
  inFront.report = { ...report, site: 'any', papers: [['arxiv:2601.00001'], ['doi:10.1/x']], isShown: false };
  backgroundAnswers.set('showPapers', { ok: true });
  const own = await open();
  await user.click(await screen.findByRole('button', { name: 'Add Save buttons to this page' }));
  expect(asked).toHaveBeenCalledWith({ offprint: 'showPapers', input: 7 });
  inFront.report = { ...report, site: 'any', kind: 'paper', papers: [['doi:10.1/x']], title: 'A paper of its own' };
  backgroundAnswers.set('savePage', { ok: true, answer: true });
  await own.setStarred([1], true); // it looks again after a change
  const save = await screen.findByRole('button', { name: 'Save' });
  screen.getByText('A paper of its own');
  await expectAccessible();
  await user.click(save);
  expect(asked).toHaveBeenCalledWith({ offprint: 'savePage', input: 7 });
});

test('the paper of the page in front can be saved again while it is in the trash', async () => {
  inFront.report = { ...report, site: 'any', kind: 'paper', papers: [facts(1).ids], title: 'Thrown away' };
  const own = await open();
  await screen.findByText('Paper number 2');
  await own.remove(facts(1).ids, 'own');
  await screen.findByRole('button', { name: 'Save' });
  screen.getByText('Thrown away');
});

test('papers that could not be read: a report without content, and another way to read', async () => {
  inFront.report = {
    ...report,
    papers: [['arxiv:2601.00001'], ['arxiv:2601.00002']],
    unparsed: { 'no title': 2, 'no id': 1 },
  };
  await open();
  await screen.findByText('3 papers couldn’t be read');
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(await navigator.clipboard.readText()).toMatch(
    /^Offprint 1\.2\.3, .+\nPage: arxiv, listing\nRead: 2, not read: 3 \(no title: 2, no id: 1\)$/,
  );
  await expectAccessible();
  const asked = vi.spyOn(browser.runtime, 'sendMessage');
  backgroundAnswers.set('showPapers', { ok: true });
  await user.click(screen.getByRole('button', { name: 'Try generic detection' }));
  expect(asked).toHaveBeenCalledWith({ offprint: 'readPage', input: { tab: 7, any: true } });
});

test('where an act takes the last row away the key that takes back still works', async () => {
  await open();
  await user.keyboard('number 2');
  await until(() => expect(titles()).toEqual(['Paper number 2']));
  await user.keyboard('{ArrowDown}#');
  await screen.findByRole('heading', { name: 'No results' });
  expect(document.activeElement).not.toBe(search());
  await user.keyboard('z');
  await until(() => expect(titles()).toEqual(['Paper number 2']));
});
