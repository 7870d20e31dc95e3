// @vitest-environment jsdom
import { waitFor, within } from '@testing-library/dom';
import { expect, test, vi } from 'vitest';
import { Followed } from '../../src/library/followed';
import type { PageReport } from '../../src/messages/contract';
import { facts, library, listing } from '../support/library';
import { backgroundAnswers, inFront, kept, openedTabs } from '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { default: browser } = await import('../../src/messages/browser');
const { Popup } = await import('../../src/popup/popup');
const { keptSession, popupSessionKey } = await import('../../src/popup/use-popup');
const { draw, screen, user } = setUpScreen();

const search = () => screen.getByRole('searchbox', { name: 'Search library' });
const titles = () =>
  within(screen.getByRole('list', { name: 'Papers' }))
    .getAllByRole('heading')
    .map((each) => each.textContent);
const title = (name: string) => screen.findByRole('link', { name, expanded: false });

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
  await user.click(await screen.findByRole('button', { name: 'Filter' }));
  await expectAccessible();
  await user.click(await screen.findByRole('button', { name: /^active learning/, pressed: false }));
  await until(() => expect(titles()).toEqual(['Paper number 2']));
  expect(search()).toHaveProperty('value', 'tag:"active learning" ');
  expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Filter: 1 on' }));
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: /^active learning/, pressed: true }));
  await user.click(await screen.findByRole('button', { name: 'Filter' }));
  await user.click(await screen.findByRole('button', { name: /^Read 1/ }));
  await until(() => expect(titles()).toEqual(['Paper number 3']));
  await user.keyboard('{Enter}');
  screen.getByRole('region', { name: 'Filters' });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Filters' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filter: 1 on' }));
});

test('a tag whose only child has the same papers is not offered beside it', async () => {
  const own = await open();
  await own.tag([1, 2], { add: ['rl/reward'] });
  await own.tag([3], { add: ['vision', 'vision/video'] });
  await own.tag([1], { add: ['vision'] });
  await user.click(await screen.findByRole('button', { name: 'Filter' }));
  const names = () =>
    within(screen.getByRole('region', { name: 'Filters' }))
      .getAllByRole('button', { pressed: false })
      .map((each) => each.querySelector('.name')?.textContent)
      .filter(Boolean);
  await until(() => expect(names().sort()).toEqual(['rl/reward', 'vision', 'vision/video']));
});

test('the count of a status is what choosing it would show, also while another is chosen', async () => {
  const own = await open();
  await own.setStatus(['arxiv:2601.00003'], 'read');
  await user.keyboard('number ');
  await user.click(await screen.findByRole('button', { name: 'Filter' }));
  await user.click(await screen.findByRole('button', { name: /^Read 1/ }));
  await until(() => expect(titles()).toEqual(['Paper number 3']));
  await user.click(await screen.findByRole('button', { name: 'Filter: 1 on' }));
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

test('Escape folds the paper that is unfolded, and its title has the focus again', async () => {
  await open();
  await title('Paper number 2');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await screen.findByRole('textbox', { name: 'Note on “Paper number 2”' });
  await user.keyboard('{Escape}');
  await until(() => expect(screen.queryByRole('textbox', { name: /^Note on/ })).toBeNull());
  expect(document.activeElement).toBe(await title('Paper number 2'));
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
  await screen.findByRole('button', { name: 'Show papers tagged rl/reward model' });
  await user.keyboard('tag:rew');
  await user.tab();
  if (document.activeElement?.getAttribute('aria-label') === 'Clear search') await user.tab();
  expect(document.activeElement?.textContent).toBe('tag:"rl/reward model"');
  await user.keyboard('{Enter}');
  expect(search()).toHaveProperty('value', 'tag:"rl/reward model" ');
  expect(document.activeElement).toBe(search());
  await until(() => expect(titles()).toEqual(['Paper number 2']));
});

test('a backup that is due is a dot on the library’s button, no banner', async () => {
  await open(Array.from({ length: 25 }, (_, i) => facts(i + 1)));
  await screen.findByRole('button', { name: 'Library: backup due' });
  expect(screen.queryByText(/exist only in this browser/)).toBeNull();
  await expectAccessible();
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

test('the saved paper in front: status, star, tags with those used last, note, and the way to the library', async () => {
  inFront.url = 'https://arxiv.org/abs/2601.00002v3';
  const own = await open([facts(1), facts(2)], { query: 'number 1' });
  await own.tag([1], { add: ['rl/reward'] });
  const page = within(await screen.findByRole('region', { name: 'This page' }));
  await page.findByText('Paper number 2');
  page.getByText('Ada Example, Bo Beispiel');
  await expectAccessible();
  await user.click(page.getByRole('radio', { name: 'Reading' }));
  await user.click(page.getByRole('button', { name: 'Star' }));
  await user.type(page.getByRole('combobox', { name: 'Tags of “Paper number 2”' }), 'new{Enter}');
  await user.type(page.getByRole('textbox', { name: 'Note on “Paper number 2”' }), 'mine{Control>}{Enter}{/Control}');
  await until(async () => {
    const [paper] = await own.papers([2]);
    expect([paper?.status, paper?.starredAt !== undefined, paper?.tags.length, paper?.note]).toEqual([
      ...['reading', true, 1, 'mine'],
    ]);
  });
  expect(search()).toHaveProperty('value', 'number 1');
  await user.click(page.getByRole('button', { name: 'Open in library' }));
  await until(() =>
    expect(openedTabs).toEqual([expect.stringMatching(/shelf\/index\.html#paper=arxiv%3A2601\.00002$/)]),
  );
});

test('after Save on a paper’s own page the tag field has the focus, and Undo takes the save back', async () => {
  inFront.report = {
    ...report,
    kind: 'paper',
    papers: [facts(7).ids],
    title: 'Paper number 7',
    authors: ['Ada', 'Bo'],
  };
  const own = await open();
  backgroundAnswers.set(
    'savePage',
    new Promise((done) => {
      whenSaved = (change) => done({ ok: true, answer: change });
    }),
  );
  const page = within(await screen.findByRole('region', { name: 'This page' }));
  page.getByText('Ada, Bo');
  await user.click(page.getByRole('button', { name: 'Save' }));
  const { id } = await own.save([facts(7)], listing);
  whenSaved(id);
  const field = await page.findByRole('combobox', { name: 'Tags of “Paper number 7”' });
  await until(() => expect(document.activeElement).toBe(field));
  await user.keyboard('one{Enter}');
  await until(async () => expect((await own.find('tag:one')).numbers).toHaveLength(1));
  await user.click(page.getByRole('button', { name: 'Undo save' }));
  await page.findByRole('button', { name: 'Save' });
  expect(await own.size()).toBe(3);
});
let whenSaved: (change: number) => void = () => {};

test('saves what is left of a listing as one change that one Undo takes back; shows the page bar', async () => {
  inFront.report = { ...report, papers: [facts(1).ids, facts(7).ids, facts(8).ids] };
  const own = await open([facts(1)]);
  const done = await own.save([facts(7), facts(8)], listing);
  await own.undo(done.id);
  const asked = vi.spyOn(browser.runtime, 'sendMessage');
  const save = await screen.findByRole('button', { name: 'Save other 2' });
  const again = await own.save([facts(7), facts(8)], listing);
  backgroundAnswers.set('saveAll', { ok: true, answer: { change: again.id, papers: 2 } });
  await user.click(save);
  await screen.findByText('Saved 2 papers');
  expect(asked).toHaveBeenCalledWith({ offprint: 'saveAll', input: 7 });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await until(async () => expect(await own.size()).toBe(1));
  backgroundAnswers.set('toggleBar', { ok: true });
  const closed = vi.spyOn(globalThis, 'close').mockReturnValue();
  await user.click(screen.getByRole('button', { name: 'Show or hide page bar' }));
  expect(asked).toHaveBeenCalledWith({ offprint: 'toggleBar', input: 7 });
  await until(() => expect(closed).toHaveBeenCalled());
});

test.each([
  ['4 minutes', 4, { query: 'a', open: 1 }],
  ['6 minutes', 6, { draft: { n: 1, text: 'half' } }],
])('what the popup still has after %s', (_, minutes, expected) => {
  const usedAt = Date.UTC(2026, 0, 5);
  const draft = { n: 1, text: 'half' };
  expect(keptSession({ query: 'a', open: 1, draft, usedAt }, usedAt + minutes * 60_000)).toMatchObject(expected);
  if (minutes > 5)
    expect(keptSession({ query: 'a', open: 1, draft, usedAt }, usedAt + minutes * 60_000)).not.toHaveProperty('query');
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
  const states = () =>
    within(screen.getByRole('list', { name: 'Tags of the selected papers' }))
      .getAllByRole('checkbox')
      .map((box) => [box.closest('label')?.textContent, (box as HTMLInputElement).checked]);
  await until(() =>
    expect(states()).toEqual([
      ['all60 of 60', true],
      ['only another1 of 60', false],
      ['only one1 of 60', false],
    ]),
  );
});

test('a listing that can be followed is followed with one click, at the address that shows its newest papers', async () => {
  const followed = new Followed();
  await followed.clear();
  inFront.url = 'https://huggingface.co/papers/date/2026-01-05';
  inFront.report = { ...report, papers: [facts(1).ids, facts(7).ids] };
  await open();
  await user.click(await screen.findByRole('button', { name: 'Follow' }));
  await user.click(await screen.findByRole('button', { name: 'Following' }));
  expect(await followed.listings()).toMatchObject([{ url: 'https://huggingface.co/papers', site: 'huggingface' }]);
  await until(() => expect(openedTabs).toEqual(['chrome-extension://offprint/src/shelf/index.html#today']));
});

test('a listing that cannot be followed is not offered to be', async () => {
  inFront.url = 'https://scholar.google.com/scholar?q=a';
  inFront.report = { ...report, papers: [facts(1).ids, facts(7).ids] };
  await open();
  await screen.findByRole('button', { name: 'Show or hide page bar' });
  expect(screen.queryByRole('button', { name: 'Follow' })).toBeNull();
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
  backgroundAnswers.set('savePage', { ok: true, answer: 0 });
  await own.setStarred([1], true); // it looks again after a change
  const save = await screen.findByRole('button', { name: 'Save' });
  screen.getByText('A paper of its own');
  await expectAccessible();
  await user.click(save);
  expect(asked).toHaveBeenCalledWith({ offprint: 'savePage', input: 7 });
});

test('Undo save undoes that save, whatever was changed since', async () => {
  inFront.report = { ...report, site: 'any', kind: 'paper', papers: [['doi:10.1/x']], title: 'A paper of its own' };
  const own = await open();
  const [last] = await own.journal(1);
  backgroundAnswers.set('savePage', { ok: true, answer: (last?.id ?? 0) + 1 });
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  await own.save([{ ids: ['doi:10.1/x'], title: 'A paper of its own' }], { site: 'any', url: '', kind: 'paper' });
  await own.setStarred([1], true);
  await user.click(await screen.findByRole('button', { name: 'Undo save' }));
  await until(async () => expect((await own.rows(['doi:10.1/x'])).length).toBe(0));
  expect((await own.rows([1]))[0]?.starredAt).toBeDefined();
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
