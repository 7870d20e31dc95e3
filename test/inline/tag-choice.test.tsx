// @vitest-environment jsdom
import { within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Failure } from '../../src/messages/contract';
import type { Envelope, Reply } from '../../src/messages/transport';
import { stubMessages } from '../support/messages';
import { expectAccessible } from '../support/screen';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const page = () => within(document.body);
const settle = () => new Promise((resolve) => setTimeout(resolve, 150));
let chosen: unknown[];
let told: string[];
let fail: Failure | undefined;

beforeEach(() => {
  chosen = [];
  told = [];
  fail = undefined;
  const sendMessage = async ({ offprint, input }: Envelope): Promise<Reply> => {
    if (offprint !== 'chooseTags') return { ok: true, answer: [{ name: 'survey', papers: 2 }] };
    if (fail) return { ok: false, failure: fail };
    chosen.push(input);
    return { ok: true, answer: undefined };
  };
  vi.stubGlobal('chrome', { runtime: { id: 'offprint', sendMessage } });
  stubMessages();
});
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

async function open(suggestions?: unknown) {
  const { TagChoice } = await import('../../src/inline/tag-choice');
  render(
    <TagChoice
      claim={{ is: 'tags', papers: 14, token: 'token' }}
      suggestions={suggestions}
      onTagged={(token) => told.push(token)}
      onClose={() => told.push('close')}
    />,
    document.body,
  );
  await settle();
}
const field = () => page().getByRole('combobox', { name: 'Save 14 with tag' });

test('Enter chooses the tag that was typed, a comma adds another one before', async () => {
  await open();
  await expectAccessible();
  await user.type(field(), 'later,rl/reward{Enter}');
  await settle();
  expect(chosen).toEqual([{ token: 'token', tags: ['later', 'rl/reward'] }]);
  expect(told).toEqual(['token']);
});

test('a recent tag is added by a click and saved by the button; Escape leaves', async () => {
  await open();
  await user.click(page().getByRole('button', { name: 'Add tag survey' }));
  await user.click(page().getByRole('button', { name: 'Save' }));
  await settle();
  expect(chosen).toEqual([{ token: 'token', tags: ['survey'] }]);
  await user.type(field(), '{Escape}');
  expect(told).toEqual(['token', 'close']);
});

test('suggestions have their reasons; what a page makes up is left out', async () => {
  const rule = { why: 'rule', of: [], papers: 0, total: 0 };
  await open([
    { tag: 'rl', why: 'author', of: ['Ada Lovelace'], papers: 2, total: 3 },
    { ...rule, tag: { toString: () => 'x' } },
    { ...rule, tag: 'x'.repeat(1000) },
    null,
  ]);
  expect(
    page()
      .getAllByRole('button', { name: /:/ })
      .map((each) => each.ariaLabel),
  ).toEqual(['rl: 2 of 3 papers with this tag are by Ada Lovelace']);
  await open('rl');
  expect(page().queryAllByRole('button', { name: /:/ })).toEqual([]);
});

test('a choice that the background refuses is said, and the tags stay in the field', async () => {
  await open();
  fail = { code: 'asleep' };
  await user.type(field(), 'rl{Enter}');
  await settle();
  expect(page().getByRole('alert').textContent).not.toBe('');
  expect(page().getByRole('button', { name: 'Remove tag rl' })).toBeTruthy();
  expect(told).toEqual([]);
});
