/** The browser as the background meets it: storage, tabs, scripts put into tabs, and messages that arrive with a sender. */
import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import type { FromOwn, FromPage } from '../../src/messages/contract';
import type { Reply } from '../../src/messages/transport';
import { matches } from '../../src/sites/match';

type Listener = (...given: never[]) => unknown;

const event = () => {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    removeListener: () => {},
    clear: () => void listeners.splice(0),
    emit: (...given: unknown[]) => listeners.map((listener) => listener(...(given as never[]))),
  };
};

interface Registered {
  id: string;
  js: string[];
  matches: string[];
}

/** One object for all tests: whoever took the browser's interface keeps it. */
const world = {};

export class FakeBrowser {
  readonly onMessage = event();
  readonly onInstalled = event();
  readonly onChanged = event();
  readonly onAlarm = event();
  readonly alarms = new Map<string, object>();
  readonly onStartup = event();
  readonly onAdded = event();
  readonly onClicked = event();
  readonly onCommand = event();
  /** Items of the context menu. */
  readonly menu: { id: string; title: string; contexts: string[]; targetUrlPatterns?: string[] }[] = [];
  /** The icon's badge, by tab. */
  readonly badges = new Map<number, string>();
  readonly onRemoved = event();
  /** Host permissions, as the browser holds them. */
  origins = ['https://huggingface.co/papers*', 'https://arxiv.org/*'];
  /** Registered content scripts by id; what the browser would refuse fails. */
  readonly registered = new Map<string, Registered>();
  /** Addresses of the open tabs; a tab's id is its place. */
  tabs: string[] = [];
  readonly told: { tab: number; message: unknown }[] = [];
  readonly injected: { tab: number; files: string[] }[] = [];
  readonly opened: string[] = [];
  /** What the script in a tab answers, by the tab and the message's name; a tab without one fails as browsers do. */
  readonly scripts = new Map<number, Record<string, unknown>>();
  /** Called when a script is put into a tab. */
  onInject: (tab: number, files: string[]) => unknown = () => {};
  private readonly stored: Record<string, unknown> = {};
  private readonly session: Record<string, unknown> = {};

  /** Puts it where scripts look for it. */
  connect(): void {
    const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
    const messages = JSON.parse(readFileSync('src/public/_locales/en/messages.json', 'utf8'));
    Object.assign(world, {
      runtime: {
        id: 'offprint',
        getURL: (path: string) => `moz-extension://offprint/${path}`,
        getManifest: () => manifest,
        onMessage: this.onMessage,
        onInstalled: this.onInstalled,
        onStartup: this.onStartup,
        openOptionsPage: async () => void this.opened.push('options'),
      },
      alarms: {
        onAlarm: this.onAlarm,
        get: async (name: string) => this.alarms.get(name),
        create: (name: string, when: object) => void this.alarms.set(name, when),
        clear: async (name: string) => this.alarms.delete(name),
      },
      i18n: {
        getMessage: (key: string, values: string[] = []) =>
          values.reduce((text, value, at) => text.replaceAll(`$${at + 1}`, value), messages[key]?.message ?? ''),
      },
      storage: {
        local: {
          get: async (keys: string[]) => Object.fromEntries(keys.flatMap((key) => this.of(key))),
          set: async (values: object) => {
            Object.assign(this.stored, values);
            this.onChanged.emit(values, 'local');
          },
        },
        session: {
          get: async (key: string) => (key in this.session ? { [key]: this.session[key] } : {}),
          set: async (values: object) => void Object.assign(this.session, values),
        },
        onChanged: this.onChanged,
      },
      tabs: {
        get: async (id: number) => ({ id, url: this.tabs[id] }),
        query: async ({ url: patterns }: { url?: string[] }) =>
          this.tabs.flatMap((address, id) => (!patterns || this.shows(address, patterns) ? { id } : [])),
        sendMessage: async (tab: number, message: { offprint: string }) => {
          this.told.push({ tab, message });
          const answer = this.scripts.get(tab)?.[message.offprint];
          return typeof answer === 'function' ? answer((message as { input?: unknown }).input) : answer;
        },
        create: async ({ url }: { url: string }) => void this.opened.push(url),
      },
      scripting: {
        executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
          this.injected.push({ tab: target.tabId, files });
          this.onInject(target.tabId, files);
        },
        getRegisteredContentScripts: async () => [...this.registered.values()],
        registerContentScripts: async (scripts: Registered[]) => {
          for (const script of scripts) {
            if (this.registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
            this.registered.set(script.id, script);
          }
        },
        updateContentScripts: async (scripts: Registered[]) => {
          for (const script of scripts) {
            if (!this.registered.has(script.id)) throw new Error(`Nonexistent script ID '${script.id}'`);
            this.registered.set(script.id, script);
          }
        },
        unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
          for (const id of ids) if (!this.registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
        },
      },
      contextMenus: {
        onClicked: this.onClicked,
        removeAll: async () => void this.menu.splice(0),
        create: (item: (typeof this.menu)[number]) => void this.menu.push(item),
      },
      commands: { onCommand: this.onCommand },
      action: {
        setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void this.badges.set(tabId, text),
        getBadgeText: async ({ tabId }: { tabId: number }) => this.badges.get(tabId) ?? '',
        setBadgeBackgroundColor: async () => {},
      },
      permissions: {
        getAll: async () => ({ permissions: [], origins: [...this.origins] }),
        onAdded: this.onAdded,
        onRemoved: this.onRemoved,
      },
    });
    vi.stubGlobal('browser', world);
    vi.stubGlobal('chrome', world);
  }

  /** Whether a tab's address is among the patterns, and may be seen. */
  private shows(address: string, patterns: string[]): boolean {
    const url = new URL(address);
    const isIn = (pattern: string) => matches(pattern, url);
    return this.origins.some((origin) => new URL(origin).host === url.host) && patterns.some(isIn);
  }

  /** The user permits hosts, or takes them away; resolves when everything that listens is done. */
  async permit(...origins: string[]): Promise<void> {
    this.origins.push(...origins);
    await Promise.all(this.onAdded.emit({ origins }));
  }
  async forbid(...origins: string[]): Promise<void> {
    this.origins = this.origins.filter((origin) => !origins.includes(origin));
    await Promise.all(this.onRemoved.emit({ origins }));
  }

  private of(key: string): [string, unknown][] {
    return key in this.stored ? [[key, this.stored[key]]] : [];
  }

  /** Sends a message; undefined where nobody answers. */
  async ask(name: keyof FromPage | keyof FromOwn, input?: unknown, sender: object = page): Promise<Reply | undefined> {
    return new Promise((resolve) => {
      const heard = this.onMessage.emit({ offprint: name, input }, sender, resolve);
      if (!heard.includes(true)) resolve(undefined);
    });
  }
}

/** A script of ours in a listing. */
export const page = { id: 'offprint', tab: { id: 0 }, frameId: 0, url: 'https://huggingface.co/papers' };
/** The popup. */
export const own = { id: 'offprint', url: 'moz-extension://offprint/src/popup/index.html' };
