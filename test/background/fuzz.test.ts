/**
 * Every message with anything in it: wrong types, sizes and senders, in any order. What is not what it should be is refused
 * by name and changes nothing; nothing is left unanswered, and nothing is answered to whom it does not concern.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FromPage } from '../../src/messages/contract';
import '../support/locks';
import { FakeBrowser, own, page } from './fake-browser';

let browser: FakeBrowser;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  browser = new FakeBrowser();
  browser.connect();
  vi.resetModules();
  await import('../../src/background');
});
afterEach(() => vi.unstubAllGlobals());

const paper = { ids: ['arxiv:2601.00001'], title: 'A paper', authors: ['Ada Example'] };
const here = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' } as const;
const key = 'arxiv:2601.00001';
/** Of each message one that is right: accepted once `paper` is saved. */
const right: { [N in keyof FromPage]: Parameters<FromPage[N]>[0] } = {
  lookup: [key],
  save: { facts: [paper], context: here },
  setStatus: { keys: [key], status: 'read' },
  undo: { change: 1 },
  inject: 'panel',
  settings: undefined,
  keepBar: { x: 0, y: 1, is: 'open' },
  visit: [key],
  seen: [key],
  suggest: [paper],
  openBehind: { urls: ['https://huggingface.co/papers/2601.00001'] },
  hintSeen: 'save',
  openLibrary: { key },
  openOptions: undefined,
  greet: undefined,
  offer: { key },
};
const names = Object.keys(right) as (keyof FromPage)[];
const name = fc.constantFrom(...names);

/** What may stand where an id, a list of them or a text should. */
const odd = fc.oneof(
  fc.anything({ withBigInt: false, withNullPrototype: true }),
  fc.constantFrom('arxiv:2601.00001', 'doi:10.1000/x', '__proto__', 'x'.repeat(300_000), Number.NaN, -1, 1e308, null),
  fc.array(fc.constantFrom('arxiv:2601.00001', 'doi:10.1000/1', 7, null), { maxLength: 3 }),
  fc.constant(Array.from({ length: 501 }, (_, i) => `doi:10.1000/${i}`)),
);
const facts = fc.record({ ids: odd, title: odd, authors: odd, abstract: odd, links: odd }, { requiredKeys: [] });
const context = fc.oneof(
  odd,
  fc.constant({ site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' }),
  fc.constant({ site: 'arxiv', url: 'https://arxiv.org/list/cs.LG/new', kind: 'listing' }),
  fc.record({ site: odd, url: odd, kind: odd }, { requiredKeys: [] }),
);
const input = fc.oneof(
  odd,
  fc.record(
    { key: odd, keys: odd, tags: odd, status: odd, starred: odd, note: odd, change: odd, urls: odd },
    { requiredKeys: [] },
  ),
  fc.record(
    { facts: fc.oneof(odd, fc.array(fc.oneof(odd, facts), { maxLength: 3 })), context, tags: odd },
    { requiredKeys: [] },
  ),
);
/** A right message with something odd in one place. */
const nearly = fc.tuple(name, odd, fc.nat()).map(([name, odd, at]) => {
  const whole = right[name];
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return { name, input: [odd] as unknown };
  const fields = Object.keys(whole);
  return { name, input: { ...whole, [fields[at % Math.max(1, fields.length)] ?? 'x']: odd } as unknown };
});
const sent = fc.oneof(fc.record({ name, input }), nearly);
const runs = process.env.LONG ? 5000 : 400;

/** All papers, tags and history, as text: the search index, which is stored when idle, is not among them. */
async function dump(): Promise<string> {
  const db = await openDB('offprint');
  const stores = ['papers', 'texts', 'tags', 'journal', 'diffs', 'state', 'filters', 'rules'];
  const all = await Promise.all(stores.map((store) => db.getAll(store)));
  db.close();
  return JSON.stringify(all);
}

test.each(names)('a right %s is accepted', async (name) => {
  const settings = await import('../../src/settings');
  await settings.set({ previews: true, seen: 'on' });
  await browser.ask('save', right.save);
  expect(await browser.ask(name, right[name])).toMatchObject({ ok: true });
});

test('whatever is sent, it is answered; what is refused is refused by name and changes nothing', {
  timeout: 3_600_000,
}, async () => {
  await browser.ask('save', right.save);
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 4 }), async (messages) => {
      for (const message of messages) {
        const before = await dump();
        const reply = await browser.ask(message.name, message.input);
        expect(reply, message.name).toBeDefined();
        if (!reply || reply.ok) continue;
        refused++;
        expect([message.name, reply.failure.code, reply.failure.detail]).not.toContain('unknown');
        expect(await dump()).toBe(before);
      }
    }),
    { numRuns: runs },
  );
  expect(refused).toBeGreaterThan(runs / 4);
});

const strange: Record<string, unknown>[] = [
  { ...page, id: 'another' },
  { ...page, id: undefined },
  { ...page, tab: undefined },
  { ...page, frameId: 1 },
  { ...page, url: 'https://huggingface.co.evil.example/papers' },
  { ...page, url: 'http://huggingface.co/papers' },
  { ...page, url: 'https://huggingface.co/settings' },
  { ...page, url: undefined },
  { ...page, url: 'not an address' },
  {},
];

test('nobody else is told anything, whatever is asked', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(sent, fc.constantFrom(...strange), async (message, sender) => {
      const reply = await browser.ask(message.name, message.input, sender);
      // A page that we do not read, but could be asked to: it is told that it is not, and nothing else.
      expect(reply ?? 'silence').toEqual(
        reply && sender.id === page.id ? { ok: false, failure: { code: 'refused' } } : 'silence',
      );
    }),
    { numRuns: runs },
  );
});

test('what only our own pages may tell is not heard from a page, nor is what is no message', async () => {
  for (const told of ['libraryChanged', 'sites', 'siteAt'] as const) {
    expect(await browser.ask(told, [], page)).toBeUndefined();
  }
  expect(await browser.ask('libraryChanged', ['arxiv:2601.00001'], own)).toBeDefined();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'find', 'applyImport')),
      async (text) => {
        fc.pre(!Object.hasOwn(right, text));
        expect(await browser.ask(text as 'lookup', {})).toBeUndefined();
      },
    ),
    { numRuns: 200 },
  );
});
