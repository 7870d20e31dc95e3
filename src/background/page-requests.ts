/**
 * The answers to what content scripts ask. Their sender was checked before; here every value is checked, so that every list
 * is bounded and every fact passes `toFacts`.
 */
import type { Runtime } from 'webextension-polyfill';
import { LibraryError } from '../library/error';
import type { Change } from '../library/types';
import { isBarState } from '../messages/bar-state';
import browser from '../messages/browser';
import { type Changed, type Hint, maxKeysPerMessage } from '../messages/contract';
import { maxTagged } from '../messages/frame-views';
import type { Handlers } from '../messages/transport';
import type { Mark } from '../paper/marks';
import { statuses } from '../paper/paper';
import * as settings from '../settings';
import { badgePage } from './badge';
import { check, checkContext, checkFacts, checkKeys, isBoundedText } from './check-request';
import { takeChosenTags } from './chosen-tags';
import { offer, openLibraryAt } from './frames';
import { library } from './own-library';
import { barOf, keepBar, mayOpen } from './page-bar';
import { changesOf, rememberChange } from './page-changes';
import { pageSettings } from './page-settings';
import { fillPlaceholders } from './placeholder-papers';
import { see, visit } from './seen';

/** The scripts that pages may have injected. */
const injectable: readonly string[] = ['panel', 'bar'];
const hints: readonly Hint[] = ['save', 'find', 'seen'];

/** Marks without notes, which no page needs. */
async function marksFor(keys: readonly string[]): Promise<Record<string, Mark>> {
  const marks = Object.entries(await library.marks(keys));
  return Object.fromEntries(marks.map(([key, { note: _, ...mark }]) => [key, mark]));
}

/** Waits for a change, and answers with its number and the marks after it. Remembers that the sender may undo it. */
async function changed(
  keys: readonly string[],
  change: Promise<Change>,
  { tab, url }: Runtime.MessageSender,
  kind: 'save' | 'other' = 'other',
): Promise<Changed> {
  const { id } = await change;
  if (tab?.id !== undefined && url !== undefined) await rememberChange(tab.id, url, id, kind);
  return { change: id, marks: await marksFor(keys) };
}

/** Follow-ups of a look-up that the page does not wait for. Errors are ignored: the look-up itself would have failed. */
async function afterLookup(tab: number, url: string, marks: Record<string, Mark>): Promise<void> {
  await badgePage(tab, url, marks).catch(() => undefined);
  await fillPlaceholders(tab, url, marks).catch(() => undefined);
}

/** One handler for each message that a content script may send. */
export const handlers: Handlers = {
  async lookup(keys, { tab, url }) {
    checkKeys(keys);
    const marks = await marksFor(keys);
    if (tab?.id !== undefined && url !== undefined) void afterLookup(tab.id, url, marks);
    return marks;
  },
  async save({ facts, context, tagged }, sender) {
    check(Array.isArray(facts) && facts.length > 0 && facts.length <= maxKeysPerMessage, 'facts');
    check(tagged === undefined || isBoundedText(tagged, 100), 'tagged');
    const checked = checkFacts(facts);
    const from = checkContext(context, sender);
    const keys = checked.flatMap(({ ids }) => ids);
    const tags = tagged === undefined ? [] : await takeChosenTags(tagged, checked, sender);
    const kind = tags.length > 0 ? 'other' : 'save';
    return changed(keys, library.save(checked, from, { tags, origin: 'page' }), sender, kind);
  },
  async setStatus({ keys, status }, sender) {
    checkKeys(keys);
    check(statuses.includes(status), 'status');
    return changed(keys, library.setStatus(keys, status, 'page'), sender);
  },
  async undo({ change: id }, sender) {
    check(Number.isSafeInteger(id), 'change');
    const own = await changesOf(sender);
    const kind = own.get(id);
    if (kind === undefined) throw new LibraryError('refused', 'A page can only undo what it changed.');
    if (kind === 'other') {
      const { id: undone, keys } = await library.undo(id, 'page');
      return { change: undone, marks: await marksFor(keys.slice(0, maxKeysPerMessage)) };
    }
    const moved = library.takeBackSave(id, [...own.keys()]);
    return changed((await moved).keys.slice(0, maxKeysPerMessage), moved, sender);
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
    const found = await library.suggest(checked);
    return Object.fromEntries(checked.map(({ ids: [key = ''] }, at) => [key, found[at] ?? []]));
  },
  async openBehind({ urls }, sender) {
    check(Array.isArray(urls) && urls.length <= 50 && urls.every((url) => mayOpen(url, sender)), 'urls');
    for (const url of urls) await browser.tabs.create({ url, active: false });
  },
  async hintSeen(hint) {
    check(hints.includes(hint), 'hint');
    const { hintsSeen } = await settings.get();
    await settings.set({ hintsSeen: [...new Set([...hintsSeen, hint])] });
  },
  async openLibrary({ key }) {
    if (key !== undefined) checkKeys([key]);
    await openLibraryAt(key);
  },
  async greet(_, sender) {
    return offer(sender);
  },
  async offer({ key, saved, papers }, sender) {
    if (papers !== undefined) {
      checkKeys(papers, maxTagged);
      check(papers.length > 0, 'papers');
      return offer(sender, { papers });
    }
    check(key !== undefined, 'key');
    checkKeys([key]);
    check(saved === undefined || Number.isSafeInteger(saved), 'saved');
    return offer(sender, { key, ...(saved !== undefined && { saved }) });
  },
  async openOptions() {
    await browser.runtime.openOptionsPage();
  },
};
