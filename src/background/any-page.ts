/** Reading the page in a tab because the user asked for it: what is found, what is drawn there, what is saved. */
import browser from '../messages/browser';
import type { OfTab, PageReport } from '../messages/contract';
import { askTab } from '../messages/transport';
import { isId } from '../paper/identity';
import { siteFor } from '../sites';
import { any } from '../sites/any';
import { giveReader } from './readers';
import { scriptOf } from './tabs';

/** More papers, ids a paper, and reasons than any page has: what a page's process answers is not trusted to end. */
const [mostPapers, mostIds, mostReasons] = [2000, 20, 20];

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A report as it may be shown; undefined for what is none. */
function checked(answer: unknown): PageReport | undefined {
  const { site, kind, papers, title, unparsed, isShown } = object(answer);
  if (typeof site !== 'string' || (kind !== 'listing' && kind !== 'paper') || !Array.isArray(papers)) return undefined;
  const right = (ids: unknown): string[] =>
    Array.isArray(ids) ? ids.slice(0, mostIds).filter((id) => typeof id === 'string' && isId(id)) : [];
  return {
    site: site.slice(0, 40),
    kind,
    papers: papers
      .slice(0, mostPapers)
      .map(right)
      .filter((ids) => ids.length > 0),
    ...(typeof title === 'string' && { title: title.slice(0, 500) }),
    unparsed: Object.fromEntries(
      Object.entries(object(unparsed))
        .slice(0, mostReasons)
        .flatMap(([why, count]) => (Number.isSafeInteger(count) ? [[why.slice(0, 80), Number(count)]] : [])),
    ),
    isShown: isShown === true,
  };
}

/** The file that makes a page's script answer. */
const answering = 'content/tab-requests.js';

/** Puts scripts into a tab; false for a page of the browser's own, or one where nobody asked for it. */
async function inject(tab: number, ...files: string[]): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files });
    return true;
  } catch {
    return false;
  }
}

/** Asks the script in a tab, once it can answer. */
async function asked<N extends keyof OfTab>(tab: number, name: N, ...input: Parameters<OfTab[N]>): Promise<unknown> {
  const answer = await askTab(tab, name, ...input);
  return answer === undefined && (await inject(tab, answering)) ? askTab(tab, name, ...input) : answer;
}

/** The address of a tab, where it may be known and is of the web. */
export async function addressOf(tab: number): Promise<URL | undefined> {
  const { url } = await browser.tabs.get(tab);
  return url !== undefined && /^https?:/.test(url) ? new URL(url) : undefined;
}

/**
 * What the page in a tab shows. A site that is off is not read behind its back; with `byAny` the reader of any page takes
 * over, whatever the site's own sees.
 */
export async function readPage(tab: number, byAny = false): Promise<PageReport | undefined> {
  const known = byAny ? undefined : checked(await asked(tab, 'read'));
  if (known) return known;
  const url = await addressOf(tab);
  if (!url || (!byAny && siteFor(url))) return undefined;
  return (await arrive(tab, url)) ? checked(await askTab(tab, 'read')) : undefined;
}

/** Puts the reader of any page into a tab; false for a page of the browser's own, or one where nobody asked for it. */
async function arrive(tab: number, { origin }: URL): Promise<boolean> {
  await giveReader(tab, origin);
  return inject(tab, scriptOf(any), answering);
}

/** Says something above the page in a tab, where the user just asked for something; a site that is off keeps silent. */
export async function sayIn(tab: number, notice: Parameters<OfTab['say']>[0]): Promise<void> {
  if ((await asked(tab, 'say', notice)) === true) return;
  const url = await addressOf(tab);
  if (url && !siteFor(url) && (await arrive(tab, url))) await askTab(tab, 'say', notice);
}

/** Draws controls on what was found. */
export const showPapers = async (tab: number): Promise<void> => void (await asked(tab, 'show'));

/** Saves the paper whose own page a tab shows; false where it shows none. */
export async function savePage(tab: number): Promise<boolean> {
  return (await readPage(tab)) !== undefined && (await asked(tab, 'savePage')) === true;
}

/** What the page in a tab says of some papers; unchecked. */
export async function factsIn(tab: number, keys: string[]): Promise<unknown[]> {
  const answer = await asked(tab, 'facts', keys);
  return Array.isArray(answer) ? answer.slice(0, mostPapers) : [];
}
