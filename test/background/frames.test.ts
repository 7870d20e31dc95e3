/** The private frame's nonces: what they stand for, for whom, how often and how long. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FrameClaim } from '../../src/messages/frame-views';
import '../support/locks';
import { FakeBrowser, own } from './fake-browser';

const page = 'https://huggingface.co/papers';
const facts = { ids: ['arxiv:2601.00001'], title: 'Lantern', links: { pdf: 'https://arxiv.org/pdf/2601.00001' } };
const context = { site: 'huggingface', url: page, kind: 'listing' };
const script = { id: 'offprint', tab: { id: 3 }, frameId: 0, url: page };
const frame = { ...own, url: 'moz-extension://offprint/src/inline/index.html', tab: { id: 3 }, frameId: 7 };

let browser: FakeBrowser;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  browser = new FakeBrowser();
  browser.connect();
  vi.resetModules();
  await import('../../src/background');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const ask = async <T>(name: string, input: unknown, sender: object): Promise<T> => {
  const reply = await browser.ask(name as never, input as never, sender as never);
  if (!reply?.ok) throw new Error(reply ? reply.failure.code : 'not heard');
  return reply.answer as T;
};
const claim = (nonce: string, sender: object = frame) => ask<FrameClaim | undefined>('claim', nonce, sender);
const save = () => ask<{ change: number }>('save', { facts: [facts], context }, script);

test('a greeting tells the frame that its port is ours, once', async () => {
  const nonce = await ask<string>('greet', undefined, script);
  expect(await claim(nonce)).toEqual({ is: 'greeting' });
  expect(await claim(nonce)).toBeUndefined();
});

test('an opening tells what the library has of the paper, not what the page says', async () => {
  await save();
  const nonce = await ask<string>('offer', { key: 'arxiv:2601.00001' }, script);
  expect(await claim(nonce)).toMatchObject({
    is: 'panel',
    key: 'arxiv:2601.00001',
    title: 'Lantern',
    links: { pdf: 'https://arxiv.org/pdf/2601.00001' },
    mark: { status: 'unread', tags: [] },
  });
});

test('a save is undone in the frame, with what was changed there since; no page names a save that is not its own', async () => {
  const key = 'arxiv:2601.00001';
  const { change: saved } = await save();
  const other = { ...script, tab: { id: 9 } };
  const elsewhere = await ask<string>('offer', { key, saved }, other);
  expect(await claim(elsewhere, { ...frame, tab: { id: 9 } })).not.toHaveProperty('saved');
  expect(await claim(await ask<string>('offer', { key, saved }, script))).toMatchObject({ saved });
  const { change } = await ask<{ change: number }>('changePaper', { key, change: { tags: ['a'] } }, frame);
  await expect(ask('undoSave', { saved, since: [] }, frame)).rejects.toThrow('refused');
  await ask('undoSave', { saved, since: [change] }, frame);
  expect(await ask('markOf', key, frame)).toBeUndefined();
});

test.each([
  ['a frame in another tab', { ...frame, tab: { id: 4 } }],
  ['a page of ours without a tab', own],
])('%s is told nothing, and the nonce stays good for its own', async (_, other) => {
  await save();
  const nonce = await ask<string>('offer', { key: 'arxiv:2601.00001' }, script);
  expect(await claim(nonce, other)).toBeUndefined();
  expect(await claim(nonce)).toMatchObject({ is: 'panel' });
});

test('a web page’s process can claim nothing', async () => {
  const nonce = await ask<string>('greet', undefined, script);
  await expect(claim(nonce, script)).rejects.toThrow();
  await expect(claim(nonce, { ...script, frameId: 7 })).rejects.toThrow();
});

test('a nonce that nobody claimed is worth nothing after half a minute', async () => {
  await save();
  const nonce = await ask<string>('offer', { key: 'arxiv:2601.00001' }, script);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
  expect(await claim(nonce)).toBeUndefined();
});

test('of two hundred offers in a row the last hundred can be claimed', async () => {
  await save();
  const nonces: string[] = [];
  for (let n = 0; n < 200; n++) nonces.push(await ask<string>('greet', undefined, script));
  expect(await claim(nonces[99] as string)).toBeUndefined();
  expect(await claim(nonces[100] as string)).toEqual({ is: 'greeting' });
});

test('of a paper that is not in the library that alone is told', async () => {
  const nonce = await ask<string>('offer', { key: 'arxiv:2601.00009' }, script);
  expect(await claim(nonce)).toEqual({ is: 'absent' });
});

/** The token of a choice of tags for papers. */
async function tokenFor(papers: string[]): Promise<string> {
  const claimed = await claim(await ask<string>('offer', { papers }, script));
  expect(claimed).toMatchObject({ is: 'tags', papers: papers.length });
  return (claimed as { token: string }).token;
}
const other = { ids: ['arxiv:2601.00002'], title: 'Another' };
const saveTagged = (tagged: string, papers: object[] = [facts], sender: object = script) =>
  ask<{ marks: object }>('save', { facts: papers, context, tagged }, sender);

test('tags that are chosen in the frame are added to the papers that were named before, as one change', async () => {
  const token = await tokenFor(['arxiv:2601.00001', 'arxiv:2601.00002']);
  await ask('chooseTags', { token, tags: ['rl'] }, frame);
  expect(await saveTagged(token, [facts, other])).toMatchObject({
    marks: { 'arxiv:2601.00001': { tags: ['rl'] }, 'arxiv:2601.00002': { tags: ['rl'] } },
  });
});

test('a page adds chosen tags to no other paper, not twice, not from another tab, not later, and not before they are chosen', async () => {
  const token = await tokenFor(['arxiv:2601.00001']);
  await expect(saveTagged(token)).rejects.toThrow('refused');
  await expect(ask('chooseTags', { token, tags: ['theirs'] }, script)).rejects.toThrow();
  await ask('chooseTags', { token, tags: ['rl'] }, frame);
  await expect(saveTagged(token, [other])).rejects.toThrow('refused');
  await expect(saveTagged(token, [facts, other])).rejects.toThrow('refused');
  await expect(saveTagged(token, [facts], { ...script, tab: { id: 9 } })).rejects.toThrow('refused');
  await saveTagged(token);
  await expect(saveTagged(token)).rejects.toThrow('refused');
  const later = await tokenFor(['arxiv:2601.00002']);
  await ask('chooseTags', { token: later, tags: ['rl'] }, frame);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  await expect(saveTagged(later, [other])).rejects.toThrow('refused');
});

test('the frame changes the paper, and the change is the reader’s own: a page cannot take it back', async () => {
  await save();
  const key = 'arxiv:2601.00001';
  const { change } = await ask<{ change: number }>('changePaper', { key, change: { note: 'mine' } }, frame);
  await expect(ask('undo', { change }, script)).rejects.toThrow('refused');
  expect(JSON.stringify(await ask('lookup', [key], script))).not.toContain('mine');
  const { marks } = await ask<{ marks: object }>('undoChange', change, frame);
  expect(marks).toMatchObject({ [key]: { tags: [] } });
});

test('what is typed into a note outlives the frame, until it is saved', async () => {
  await save();
  const key = 'arxiv:2601.00001';
  const claimed = async () => claim(await ask<string>('offer', { key }, script));
  await ask('keepDraft', { key, text: 'half a th' }, frame);
  expect(await claimed()).toMatchObject({ draft: 'half a th' });
  await ask('keepDraft', { key }, frame);
  expect(await claimed()).not.toHaveProperty('draft');
});
