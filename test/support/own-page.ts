/**
 * What a page of ours meets in a browser and jsdom lacks: the extension interface (a store, tabs), dialogs, sizes. Import
 * it before the page's own modules.
 */
import './locks';
import { beforeEach, vi } from 'vitest';
import { postFile, type ReaderRequest } from '../../src/files/read-messages';
import type { PageReport } from '../../src/messages/contract';

const stored = new Map<string, unknown>();
/** Tabs the page opened. */
export const openedTabs: string[] = [];
/** The tab in front: its address where it may be known, and what its page's reader reports. */
export const inFront: { url?: string; report?: PageReport } = {};

/** What the background answers, by the message's name. */
export const backgroundAnswers = new Map<string, unknown>();

const event = { addListener() {}, removeListener() {} };
const area = {
  get: async (names: string | string[]) => Object.fromEntries([names].flat().map((name) => [name, stored.get(name)])),
  set: async (values: object) => {
    for (const [name, value] of Object.entries(values)) stored.set(name, structuredClone(value));
  },
};
const extension = {
  runtime: {
    id: 'offprint',
    getURL: (path: string) => `chrome-extension://offprint/${path}`,
    getManifest: () => ({ version: '1.2.3' }),
    openOptionsPage: async () => void openedTabs.push('options'),
    sendMessage: async ({ offprint }: { offprint: string }) =>
      offprint === 'readPage' ? { ok: true, answer: inFront.report } : backgroundAnswers.get(offprint),
  },
  action: { setBadgeText: async () => {} },
  permissions: {
    request: async () => true,
    contains: async () => false,
    remove: async () => true,
    onAdded: event,
    onRemoved: event,
  },
  storage: { local: area, session: area, onChanged: event },
  tabs: {
    query: async () => [{ id: 7, url: inFront.url }],
    create: async ({ url }: { url: string }) => void openedTabs.push(url),
  },
};
type WithChrome = { chrome: { i18n: unknown } };
Object.assign(globalThis, {
  chrome: extension,
  browser: Object.defineProperty({ ...extension }, 'i18n', {
    get: () => (globalThis as unknown as WithChrome).chrome.i18n,
  }),
});

/** The reader of files, in the page itself. */
class Reader {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  postMessage({ file, options }: ReaderRequest) {
    void postFile(file, (data) => this.onmessage?.({ data }), options);
  }
  terminate() {
    this.onmessage = null;
  }
}
vi.stubGlobal('Worker', Reader);

/** Every element is of a popup's size: layout is the browser's, and end-to-end tests have it. */
class Sizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', Sizes);
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 600, configurable: true });
Object.assign(navigator, { storage: { estimate: async () => ({ usage: 2_000_000 }) } });
/** A wide window in light colours, which stays open. */
vi.stubGlobal('close', () => {});
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
  this.querySelector<HTMLElement>('[autofocus]')?.focus();
};
HTMLElement.prototype.showPopover = function () {
  this.removeAttribute('popover'); // without it, nothing hides the element
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};
beforeEach(() => {
  stored.clear();
  openedTabs.length = 0;
  delete inFront.url;
  delete inFront.report;
  backgroundAnswers.clear();
  backgroundAnswers.set('sites', { ok: true, answer: [] });
});

/** What the page kept over its closing. */
export const kept = (name: string): unknown => stored.get(name);
