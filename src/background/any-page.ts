/** Reads, draws on and saves from the page in a tab, where the user asked for it by the popup, the menu or a key. */
import browser from '../messages/browser';
import type { OfTab, PageReport } from '../messages/contract';
import { askTab } from '../messages/transport';
import { isId } from '../paper/identity';
import { siteFor } from '../sites';
import { any } from '../sites/any';
import { isSaveOf } from './page-changes';
import { giveReader } from './readers';
import { scriptOf } from './tabs';

/** Limits of what a page's process may answer, which is not trusted. More than any page has. */
const [maxPapers, maxIdsPerPaper, maxReasons, maxAuthors] = [2000, 20, 20, 20];

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A page's report with everything that is not as it should be left out; undefined if it is no report at all. */
function checkReport(answer: unknown): PageReport | undefined {
  const { site, kind, papers, title, authors, unparsed, isShown } = object(answer);
  if (typeof site !== 'string' || (kind !== 'listing' && kind !== 'paper') || !Array.isArray(papers)) return undefined;
  const checkIds = (ids: unknown): string[] =>
    Array.isArray(ids) ? ids.slice(0, maxIdsPerPaper).filter((id) => typeof id === 'string' && isId(id)) : [];
  return {
    site: site.slice(0, 40),
    kind,
    papers: papers
      .slice(0, maxPapers)
      .map(checkIds)
      .filter((ids) => ids.length > 0),
    ...(typeof title === 'string' && { title: title.slice(0, 500) }),
    ...(Array.isArray(authors) && {
      authors: authors
        .slice(0, maxAuthors)
        .filter((name) => typeof name === 'string')
        .map((name) => name.slice(0, 200)),
    }),
    unparsed: Object.fromEntries(
      Object.entries(object(unparsed))
        .slice(0, maxReasons)
        .flatMap(([why, count]) => (Number.isSafeInteger(count) ? [[why.slice(0, 80), Number(count)]] : [])),
    ),
    isShown: isShown === true,
  };
}

/** The script that answers what is asked of a tab. */
const tabRequestsScript = 'content/tab-requests.js';

/** Puts scripts into a tab. False for the browser's own pages, and for pages where the user has not asked for it. */
async function inject(tab: number, ...files: string[]): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files });
    return true;
  } catch {
    return false;
  }
}

/** Asks the script in a tab; injects the one that answers where there is none yet. */
async function askScript<N extends keyof OfTab>(
  tab: number,
  name: N,
  ...input: Parameters<OfTab[N]>
): Promise<unknown> {
  const answer = await askTab(tab, name, ...input);
  return answer === undefined && (await inject(tab, tabRequestsScript)) ? askTab(tab, name, ...input) : answer;
}

/** The http(s) address of a tab; undefined where it has another, or may not be known. */
export async function addressOfTab(tab: number): Promise<URL | undefined> {
  const { url } = await browser.tabs.get(tab);
  return url !== undefined && /^https?:/.test(url) ? new URL(url) : undefined;
}

/**
 * What the page in a tab shows. Pages of a site that is turned off are not read, unless `byAny` is set: then the generic
 * reader is used on whatever page it is.
 */
export async function readPage(tab: number, byAny = false): Promise<PageReport | undefined> {
  const known = byAny ? undefined : checkReport(await askScript(tab, 'read'));
  if (known) return known;
  const url = await addressOfTab(tab);
  if (!url || (!byAny && siteFor(url))) return undefined;
  return (await injectReader(tab, url)) ? checkReport(await askTab(tab, 'read')) : undefined;
}

/** Puts the generic reader into a tab, and accepts its messages from then on. False where `inject` is refused. */
async function injectReader(tab: number, { origin }: URL): Promise<boolean> {
  await giveReader(tab, origin);
  return inject(tab, scriptOf(any), tabRequestsScript);
}

/** Shows a message on the page in a tab. Nothing is shown on pages of a site that is turned off. */
export async function sayIn(tab: number, notice: Parameters<OfTab['say']>[0]): Promise<void> {
  if ((await askScript(tab, 'say', notice)) === true) return;
  const url = await addressOfTab(tab);
  if (url && !siteFor(url) && (await injectReader(tab, url))) await askTab(tab, 'say', notice);
}

/** Draws Save controls on the papers that were found. */
export const showPapers = async (tab: number): Promise<void> => void (await askScript(tab, 'show'));

/**
 * Saves the paper whose own page a tab shows. Resolves to the number of the save; to 0 where it changed nothing, or the number that
 * the page's process gives is no save of that tab; to undefined where it shows no single paper.
 */
export async function savePage(tab: number): Promise<number | undefined> {
  const change = (await readPage(tab)) && (await askScript(tab, 'savePage'));
  if (typeof change !== 'number') return undefined;
  return (await isSaveOf(tab, change)) ? change : 0;
}

/** What the page in a tab says of the papers with these ids. Unchecked: it comes from a page's process. */
export async function factsIn(tab: number, keys: string[]): Promise<unknown[]> {
  const answer = await askScript(tab, 'facts', keys);
  return Array.isArray(answer) ? answer.slice(0, maxPapers) : [];
}
