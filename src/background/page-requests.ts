/**
 * What pages ask, answered by the library. The sender is checked before; here it is what was asked: every list is bounded,
 * every fact goes through `toFacts`.
 */
import type { Runtime } from 'webextension-polyfill';
import { LibraryError } from '../library/error';
import { suggest } from '../library/suggest';
import type { Change } from '../library/types';
import { isBarState } from '../messages/bar-state';
import browser from '../messages/browser';
import { type Changed, type Failure, most, type PageSettings } from '../messages/contract';
import type { Handlers } from '../messages/transport';
import { toFacts } from '../paper/check';
import { isId } from '../paper/identity';
import type { Mark } from '../paper/marks';
import { type Context, type Facts, statuses } from '../paper/paper';
import * as settings from '../settings';
import { siteFor } from '../sites';
import { any } from '../sites/any';
import { badgePage } from './badge';
import { sitesOff } from './hosts';
import { library } from './own-library';
import { barOf, keepBar, mayOpen } from './page-bar';
import { completeFromPage } from './placeholder-papers';
import { see, visit } from './seen';

/** What pages may have put into them. */
const injectable: readonly string[] = ['panel', 'bar'];

/** A change, answered with the marks as they are after it. */
async function changed(keys: readonly string[], change: Promise<Change>): Promise<Changed> {
  const { id } = await change;
  return { change: id, marks: await library.marks(keys) };
}

function check(isRight: boolean, what: string): asserts isRight {
  if (!isRight) throw new LibraryError('invalid', what);
}

function checkKeys(keys: unknown): asserts keys is string[] {
  check(
    Array.isArray(keys) && keys.length <= most && keys.every((key) => typeof key === 'string' && isId(key)),
    'keys',
  );
}

function checkTags(tags: unknown): asserts tags is string[] {
  check(Array.isArray(tags) && tags.length <= 100 && tags.every((tag) => isText(tag, 200)), 'tags');
}

function checkFacts(facts: readonly unknown[]): Facts[] {
  return facts.map((each) => {
    const { facts: right, reason } = toFacts(each);
    if (!right) throw new LibraryError('invalid', reason);
    return right;
  });
}

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

/** Where a save comes from, as the browser tells it: a page's word for it counts only within its own address. */
function checkContext(context: Context, sender: Runtime.MessageSender): Context {
  check(isText(context?.url, 4000) && URL.canParse(context.url), 'context');
  const url = new URL(context.url);
  check(url.origin === new URL(sender.url ?? '').origin, 'context');
  // The reader of any page alone knows the kind by more than the address.
  if (context.site === any.id && any.kind(url))
    return { site: any.id, url: url.href, kind: context.kind === 'paper' ? 'paper' : 'listing' };
  const site = siteFor(url);
  check(site !== undefined, 'context');
  return { site: site.id, url: url.href, kind: site.kind(url) ?? 'listing' };
}

/** The hint of the first minute that is due now. */
async function dueHint({ hintsSeen }: settings.Settings): Promise<PageSettings['hint']> {
  const size = await library.size();
  if (size === 0 && !hintsSeen.includes('save')) return 'save';
  if (size >= 3 && size < 10 && !hintsSeen.includes('find')) return 'find';
  return undefined;
}

/** What pages' scripts are told of the settings. */
export async function pageSettings(): Promise<PageSettings> {
  const all = await settings.get();
  const hint = await dueHint(all);
  const { theme, pageBar, pageKeys, seen, hoverCard, previews } = all;
  const needsBar = pageKeys || hoverCard || previews || seen === 'on';
  const language = browser.i18n.getMessage('language');
  return {
    theme,
    language,
    off: await sitesOff(),
    pageBar,
    pageKeys,
    seen,
    hoverCard,
    previews,
    needsBar,
    ...(hint && { hint }),
  };
}

/** What follows a look-up without the page waiting for it. A database that fails then has told the page so already. */
async function afterLookup(tab: number, url: string, marks: Record<string, Mark>): Promise<void> {
  await badgePage(tab, url, marks).catch(() => undefined);
  await completeFromPage(tab, url, marks).catch(() => undefined);
}

export const handlers: Handlers = {
  async lookup(keys, { tab, url }) {
    checkKeys(keys);
    const marks = await library.marks(keys);
    if (tab?.id !== undefined && url !== undefined) void afterLookup(tab.id, url, marks);
    return marks;
  },
  async save({ facts, context, tags = [] }, sender) {
    check(Array.isArray(facts) && facts.length > 0 && facts.length <= most, 'facts');
    checkTags(tags);
    const checked = checkFacts(facts);
    const from = checkContext(context, sender);
    const keys = checked.flatMap(({ ids }) => ids);
    return changed(keys, library.save(checked, from, { tags, origin: 'page' }));
  },
  async setTags({ key, tags }) {
    checkKeys([key]);
    checkTags(tags);
    return changed([key], library.setTags([key], tags, 'page'));
  },
  async setStatus({ keys, status }) {
    checkKeys(keys);
    check(statuses.includes(status), 'status');
    return changed(keys, library.setStatus(keys, status, 'page'));
  },
  async setStarred({ keys, starred }) {
    checkKeys(keys);
    return changed(keys, library.setStarred(keys, starred === true, 'page'));
  },
  async setNote({ key, note }) {
    checkKeys([key]);
    check(isText(note, 100_000), 'note');
    return changed([key], library.setNote([key], note, 'page'));
  },
  async remove({ keys }) {
    checkKeys(keys);
    return changed(keys, library.remove(keys, 'page'));
  },
  async undo({ change: id }) {
    check(Number.isSafeInteger(id), 'change');
    const undone = await library.undo(id, 'page');
    return { change: undone.id, marks: await library.marks(undone.keys.slice(0, most)) };
  },
  async complete(text) {
    check(isText(text, 200), 'text');
    const tags = await library.complete(text, 8);
    return tags.map(({ name, papers, color }) => (color === undefined ? { name, papers } : { name, papers, color }));
  },
  async inject(script, { tab, frameId }) {
    check(injectable.includes(script) && tab?.id !== undefined, 'script');
    const target = { tabId: tab.id, frameIds: [frameId ?? 0] };
    await browser.scripting.executeScript({ target, files: [`content/${script}.js`] });
  },
  async settings(_, sender) {
    const bar = await barOf(sender);
    return { ...(await pageSettings()), ...(bar && { bar }) };
  },
  async keepBar(state, sender) {
    check(isBarState(state), 'state');
    await keepBar(state, sender);
  },
  async visit(keys, sender) {
    checkKeys(keys);
    return visit(keys, sender);
  },
  async seen(keys) {
    checkKeys(keys);
    await see(keys);
  },
  async suggest(facts) {
    check(Array.isArray(facts) && facts.length <= 12, 'facts');
    if (!(await settings.get()).previews) return {};
    const checked = checkFacts(facts);
    const found = await suggest(library, checked);
    return Object.fromEntries(checked.map(({ ids: [key = ''] }, at) => [key, found[at] ?? []]));
  },
  async about(key) {
    checkKeys([key]);
    if (!(await settings.get()).hoverCard) return undefined;
    const [marks, [row]] = await Promise.all([library.marks([key]), library.rows([key])]);
    const mark = marks[key];
    return mark && row && { title: row.facts.title, authors: (row.facts.authors ?? []).slice(0, 20), mark };
  },
  async agreeSeen(agrees) {
    await settings.set({ seen: agrees === true ? 'on' : 'off' });
  },
  async openBehind({ urls }, sender) {
    check(Array.isArray(urls) && urls.length <= 50 && urls.every((url) => mayOpen(url, sender)), 'urls');
    for (const url of urls) await browser.tabs.create({ url, active: false });
  },
  async hintSeen(hint) {
    check(hint === 'save' || hint === 'find', 'hint');
    const { hintsSeen } = await settings.get();
    await settings.set({ hintsSeen: [...new Set([...hintsSeen, hint])] });
  },
  async openLibrary({ key }) {
    if (key !== undefined) checkKeys([key]);
    const fragment = key === undefined ? '' : `#paper=${encodeURIComponent(key)}`;
    await browser.tabs.create({ url: browser.runtime.getURL(`src/shelf/index.html${fragment}`) });
  },
};

/** An error as a page may know it. */
export function explain(error: unknown): Failure {
  if (!(error instanceof LibraryError)) return { code: 'unknown', detail: String(error) };
  return { code: error.code, detail: error.message };
}
