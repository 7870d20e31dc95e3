/**
 * What a page's script meets in a browser, as far as jsdom lacks it, and a background that answers it from a map of marks.
 */

import { vi } from 'vitest';
import type { Changed, Failure, FromPage, OfTab, ToPage } from '../../src/messages/contract';
import { pageOptionDefaults } from '../../src/messages/page-options';
import { pageTexts } from '../../src/messages/page-texts';
import type { Envelope, Reply } from '../../src/messages/transport';
import type { Mark, Suggestion } from '../../src/paper/marks';
import type { Facts } from '../../src/paper/paper';
import type { Site } from '../../src/sites/site';
import { stubMessages } from '../support/messages';

type Listener = (message: unknown, sender: unknown, answer: (given: unknown) => void) => unknown;
type Heard = { name: keyof FromPage; input: unknown };

/** The background as a page sees it: what it was asked, what it keeps, and how it may be made to fail or to wait. */
export class FakeBackground {
  readonly heard: Heard[] = [];
  readonly marks = new Map<string, Mark>();
  /** Given for every paper asked about. */
  suggestions: Suggestion[] = [];
  fail: Failure | undefined;
  /** The only message that fails; undefined: all do. */
  failing: keyof FromPage | undefined;
  /** While set, answers wait for it. */
  gate: Promise<void> | undefined;
  /** Sites that are turned off. */
  off: string[] = [];
  private texts: Record<string, string> = {};
  private changes = 0;
  private readonly listeners: Listener[] = [];
  private readonly runtime = {
    id: 'offprint' as string | undefined,
    sendMessage: (envelope: Envelope) => this.answer(envelope),
    onMessage: {
      addListener: (listener: Listener) => this.listeners.push(listener),
      removeListener: (listener: Listener) => void this.listeners.splice(this.listeners.indexOf(listener), 1),
    },
  };

  /** Puts the browser's interface into the page's world. */
  connect(): void {
    vi.stubGlobal('chrome', { runtime: this.runtime });
    stubMessages();
    const { chrome } = globalThis as unknown as { chrome: { i18n: { getMessage(key: string): string } } };
    this.texts = pageTexts(chrome.i18n.getMessage);
  }

  /** The extension is updated: its old scripts live on without it, and can look up no message any more. */
  disconnect(): void {
    this.runtime.id = undefined;
    (globalThis as unknown as { chrome: { i18n: object } }).chrome.i18n = {
      getMessage() {
        throw new Error('Extension context invalidated.');
      },
    };
  }

  tell<N extends keyof ToPage>(name: N, input: Parameters<ToPage[N]>[0]): void {
    for (const listener of this.listeners) listener({ offprint: name, input }, undefined, () => {});
  }

  /** Asks the page's script, the one that came last where a story started several. */
  askTab(name: keyof OfTab): Promise<unknown> {
    return new Promise((resolve) => {
      this.listeners.at(-1)?.({ offprint: name, input: undefined }, undefined, resolve);
    });
  }

  asked(name: keyof FromPage): unknown[] {
    return this.heard.filter((message) => message.name === name).map(({ input }) => input);
  }

  keep(key: string, mark: Partial<Mark> = {}): void {
    this.marks.set(key, { key, status: 'unread', starred: false, tags: [], savedAt: 0, ...mark });
  }

  private async answer({ offprint, input }: Envelope): Promise<Reply> {
    const name = offprint as keyof FromPage;
    this.heard.push({ name, input });
    // Taken before the wait, as a transaction sees the database at its start.
    const isHit = this.failing === undefined || this.failing === name;
    const answer = this.fail && isHit ? undefined : this.act(name, input as never);
    await this.gate;
    return this.fail && isHit ? { ok: false, failure: this.fail } : { ok: true, answer };
  }

  private act(name: keyof FromPage, input: never): unknown {
    const acts: Partial<{ [N in keyof FromPage]: (input: Parameters<FromPage[N]>[0]) => unknown }> = {
      lookup: (keys) => this.of(keys),
      save: ({ facts }) =>
        this.change(
          facts.flatMap(({ ids }) => ids),
          (key) => this.keep(key, this.marks.get(key)),
        ),
      setStatus: ({ keys, status }) => this.change(keys, (key) => this.keep(key, { ...this.marks.get(key), status })),
      undo: () => this.change([], () => {}),
      suggest: (facts) => Object.fromEntries(facts.map(({ ids: [key = ''] }) => [key, this.suggestions])),
      settings: () => ({
        theme: 'system',
        texts: this.texts,
        language: 'en',
        off: this.off,
        ...pageOptionDefaults,
        seen: 'off',
      }),
    };
    return (acts[name] as ((input: never) => unknown) | undefined)?.(input);
  }

  private change(keys: string[], each: (key: string) => void): Changed {
    for (const key of keys) each(key);
    return { change: ++this.changes, marks: this.of(keys) };
  }

  private of(keys: string[]): Record<string, Mark> {
    return Object.fromEntries(keys.flatMap((key) => [[key, this.marks.get(key)]].filter(([, mark]) => mark)));
  }
}

/** Stand-ins for what jsdom lacks: everything is near the viewport, and every size is told once. */
export function stubObservers(): void {
  class Observer {
    constructor(private readonly tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {}
    observe(target: Element): void {
      queueMicrotask(() => this.tell([{ target, isIntersecting: true }]));
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));
  HTMLElement.prototype.togglePopover = () => true;
}

/** Closed roots by their hosts: what only the extension's own world and assistive tools can reach. */
export function watchRoots(): Map<Element, ShadowRoot> {
  const roots = new Map<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
  return roots;
}

const inner = (wrapper: object) => {
  const [symbol] = Object.getOwnPropertySymbols(wrapper).filter(({ description }) => description === 'impl');
  return (wrapper as Record<symbol, { isTrusted: boolean; _dispatch(event: unknown): void }>)[symbol as symbol];
};

/** Dispatches an event as only the browser does it: trusted. jsdom has no public way to make one. */
export function dispatchTrusted(element: EventTarget, event: Event): void {
  const own = inner(event);
  if (!own) throw new Error('jsdom keeps its events elsewhere now');
  own.isTrusted = true;
  // The window that tests see is a copy of jsdom's.
  const { jsdom } = globalThis as unknown as { jsdom: { window: object } };
  inner(element === window ? jsdom.window : element)?._dispatch(own);
}

/** Lets every event that a library for tests dispatches reach the elements in our roots, as if the reader had made it. */
export async function passEvents(): Promise<void> {
  const { pass } = await import('../../src/content/core/trusted');
  const dispatch = EventTarget.prototype.dispatchEvent;
  vi.spyOn(EventTarget.prototype, 'dispatchEvent').mockImplementation(function (this: EventTarget, event) {
    return dispatch.call(this, pass(event));
  });
}

/** A click of the reader's; `detail` 0 is a key. */
export function press(element: Element, detail = 1): void {
  dispatchTrusted(element, new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail }));
}

/** A key of the reader's, pressed while `element` has the focus. Returns whether the page heard of it. */
export function pressKey(element: Element, key: string, rest: KeyboardEventInit = {}): boolean {
  let isHeard = false;
  const hear = () => {
    isHeard = true;
  };
  document.addEventListener('keydown', hear);
  const init = { key, bubbles: true, composed: true, cancelable: true, ...rest };
  dispatchTrusted(element, new KeyboardEvent('keydown', init));
  document.removeEventListener('keydown', hear);
  return isHeard;
}

/** A listing of the simplest kind: `<article><a href="/p/ID">TITLE</a></article>`. */
export const site: Site = {
  id: 'test',
  name: 'Test',
  matches: ['https://papers.test/*'],
  kind: (url) => (url.pathname.startsWith('/none') ? undefined : 'listing'),
  *read({ document }) {
    for (const element of document.querySelectorAll('article')) {
      const link = () => element.querySelector('a');
      const ids = () => [`test:${link()?.getAttribute('href')?.slice(3)}`];
      const title = link()?.textContent;
      if (!title) {
        yield { unparsed: element, why: 'no title' };
        continue;
      }
      const facts = (): Facts => ({ ids: ids(), title, authors: ['Ada Lovelace'] });
      yield { ids: ids(), title, element, slot: element, spot: { corner: 'bottom-right' }, facts };
    }
  },
};

export const card = (id: string, title = `Paper ${id}`): string => `<article><a href="/p/${id}">${title}</a></article>`;

/** Frames, tasks and microtasks until nothing is left to do. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  }
}
