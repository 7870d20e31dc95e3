// @vitest-environment jsdom
import { within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PanelClaim } from '../../src/inline/use-panel-paper';
import type { Failure, FromOwn } from '../../src/messages/contract';
import type { Envelope, Reply } from '../../src/messages/transport';
import type { Mark, Suggestion } from '../../src/paper/marks';
import { stubMessages } from '../support/messages';
import { expectAccessible } from '../support/screen';

const key = 'test:1';
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const page = () => within(document.body);

/** What the background was asked, what it knows, and whether it fails. */
let asked: { name: keyof FromOwn; input: unknown }[];
let mark: Mark | undefined;
let fail: Failure | undefined;
let suggested: Suggestion[];
/** What the panel tells its frame. */
let told: string[];
let tellChanged: () => void;

const answers: Partial<Record<keyof FromOwn, (input: never) => unknown>> = {
  completeTag: () => [],
  suggestTags: () => suggested,
  markOf: () => mark,
  changePaper: ({ change }: { change: object }) => {
    mark = 'isRemoved' in change ? undefined : ({ ...mark, ...change } as Mark);
    return { change: 7, marks: mark ? { [key]: mark } : {} };
  },
  undoChange: () => {
    mark = { ...saved };
    return { change: 8, marks: { [key]: mark } };
  },
};

const saved: Mark = { key, status: 'unread', starred: false, tags: [], savedAt: 0 };
const links = {
  pdf: 'https://papers.test/1.pdf',
  code: ['https://github.com/ada/engine'],
  page: 'javascript:alert(1)',
};
const askedOf = (name: keyof FromOwn) => asked.filter((each) => each.name === name).map(({ input }) => input);
/** Preact runs effects within 100 ms where nothing is painted. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

beforeEach(() => {
  asked = [];
  told = [];
  fail = undefined;
  suggested = [];
  const sendMessage = async ({ offprint, input }: Envelope): Promise<Reply> => {
    const name = offprint as keyof FromOwn;
    asked.push({ name, input });
    return fail ? { ok: false, failure: fail } : { ok: true, answer: answers[name]?.(input as never) };
  };
  vi.stubGlobal('chrome', { runtime: { id: 'offprint', sendMessage } });
  stubMessages();
});
afterEach(async () => {
  render(null, document.body);
  await settle(); // an unsaved note is saved
  vi.unstubAllGlobals();
});

async function open(of: Partial<Mark> = {}, more: Partial<PanelClaim> = {}) {
  mark = { ...saved, ...of };
  const { Panel } = await import('../../src/inline/panel');
  render(null, document.body);
  render(
    <Panel
      claim={{ is: 'panel', key, title: 'A Study', links, mark, ...more }}
      onChanged={(listener) => {
        tellChanged = listener;
      }}
      onClose={() => told.push('close')}
    />,
    document.body,
  );
  await settle();
}
const note = () => page().getByRole('textbox', { name: 'Note on A Study' }) as HTMLTextAreaElement;

test('the panel shows tags, status, note and links, and is accessible', async () => {
  await open({ tags: ['rl/reward'], status: 'reading', starred: true, note: 'for the seminar' });
  expect(page().getByRole('button', { name: 'Remove tag rl/reward' })).toBeTruthy();
  expect((page().getByRole('radio', { name: 'Reading' }) as HTMLInputElement).checked).toBe(true);
  expect(page().getByRole('button', { name: 'Star A Study' }).getAttribute('aria-pressed')).toBe('true');
  expect(note().value).toBe('for the seminar');
  expect(
    page()
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['PDF', 'ada/engine']);
  await expectAccessible();
});

test('a tag is added to the paper', async () => {
  await open();
  await user.type(page().getByRole('combobox'), 'survey{Enter}');
  await settle();
  expect(askedOf('changePaper')).toEqual([{ key, change: { tags: ['survey'] } }]);
});

test('suggested tags have their reasons; one is added by a press, another by Alt and its number, a third is refused', async () => {
  const words = (tag: string): Suggestion => ({
    tag,
    why: 'words',
    of: ['reward model', 'preference'],
    papers: 4,
    total: 5,
  });
  suggested = [words('rl'), words('alignment'), words('video')];
  await open();
  const chips = page().getByRole('list', { name: 'Suggested tags' });
  const rl = within(chips).getByRole('button', {
    name: 'Add tag rl: “reward model” is in 4 of 5 papers with this tag, also “preference”',
  });
  expect(rl.getAttribute('aria-keyshortcuts')).toBe('Alt+1');
  await expectAccessible();
  await user.click(rl);
  await settle();
  await user.keyboard('{Alt>}[Digit1]{/Alt}');
  await settle();
  await user.click(within(chips).getByRole('button', { name: 'video doesn’t fit' }));
  await settle();
  expect(askedOf('changePaper')).toEqual([
    { key, change: { tags: ['rl'] } },
    { key, change: { tags: ['rl', 'alignment'] } },
    { key, change: { unfitTag: 'video' } },
  ]);
  expect(page().queryByRole('list', { name: 'Suggested tags' })).toBeNull();
});

test('a note is stored as a draft at each key, and saved when the panel closes', async () => {
  await open();
  await user.type(note(), 'ab');
  expect(askedOf('keepDraft')).toEqual([
    { key, text: 'a' },
    { key, text: 'ab' },
  ]);
  render(null, document.body);
  await settle();
  expect(askedOf('changePaper')).toEqual([{ key, change: { note: 'ab' } }]);
  expect(askedOf('keepDraft').at(-1)).toEqual({ key });
});

test('a note that could not be saved stays a draft, and the panel says why', async () => {
  await open();
  await user.type(note(), 'half');
  fail = { code: 'full' };
  note().blur();
  await settle();
  expect(page().getByRole('alert').textContent).toBe('Not saved: the disk is full. Your library is unchanged.');
  expect(askedOf('keepDraft').at(-1)).toEqual({ key, text: 'half' });
  fail = undefined;
  await open({}, { draft: 'half' });
  expect(note().value).toBe('half');
});

test('a paper that was moved to the trash can be put back', async () => {
  await open({ tags: ['kept'] });
  await user.click(page().getByRole('button', { name: 'Move to trash' }));
  await user.click(page().getByRole('button', { name: 'Really move to trash?' }));
  await settle();
  expect(askedOf('changePaper')).toEqual([{ key, change: { isRemoved: true } }]);
  tellChanged(); // as the page hears of it: the panel stays, for *Undo*
  await settle();
  expect(told).toEqual([]);
  await user.click(page().getByRole('button', { name: 'Undo' }));
  await settle();
  expect(askedOf('undoChange')).toEqual([7]);
  expect(note()).toBeTruthy();
});

test('it asks a second time before it moves a paper to the trash', async () => {
  await open();
  await user.click(page().getByRole('button', { name: 'Move to trash' }));
  await settle();
  expect(askedOf('changePaper')).toEqual([]);
  await user.click(page().getByRole('button', { name: 'Really move to trash?' }));
  await settle();
  expect(askedOf('changePaper')).toEqual([{ key, change: { isRemoved: true } }]);
});

test('a status that is refused is reverted', async () => {
  await open({ status: 'unread' });
  fail = { code: 'blocked' };
  await user.click(page().getByRole('radio', { name: 'Read' }));
  await settle();
  expect((page().getByRole('radio', { name: 'To read' }) as HTMLInputElement).checked).toBe(true);
  expect(page().getByRole('alert').textContent).not.toBe('');
});

test('a change made elsewhere is shown; the panel of a paper that was removed elsewhere closes', async () => {
  await open();
  mark = { ...saved, tags: ['from the library'] };
  tellChanged();
  await settle();
  expect(page().getByRole('button', { name: 'Remove tag from the library' })).toBeTruthy();
  mark = undefined;
  tellChanged();
  await settle();
  expect(told).toEqual(['close']);
});

test('Undo takes back the save; Escape in the tag field closes the panel', async () => {
  await open({}, { saved: 3 });
  await user.click(page().getByRole('radio', { name: 'Read' }));
  await settle();
  await user.click(page().getByRole('button', { name: 'Undo' }));
  await settle();
  expect(askedOf('undoSave')).toEqual([{ saved: 3, since: [7] }]);
  expect(told).toEqual(['close']);
  await user.type(page().getByRole('combobox'), '{Escape}');
  expect(told).toEqual(['close', 'close']);
});
