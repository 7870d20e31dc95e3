/** Reading the page in a tab because the user asked for it: what is found, what is drawn there, what is saved. */
import browser from '../browser';
import { isId } from '../identity';
import { askTab, type PageReport } from '../messages';
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
  const { site, kind, papers, title, unread, isShown } = object(answer);
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
    unread: Object.fromEntries(
      Object.entries(object(unread))
        .slice(0, mostReasons)
        .flatMap(([why, count]) => (Number.isSafeInteger(count) ? [[why.slice(0, 80), Number(count)]] : [])),
    ),
    isShown: isShown === true,
  };
}

/** The address of a tab, where it may be known and is of the web. */
async function addressOf(tab: number): Promise<URL | undefined> {
  const { url } = await browser.tabs.get(tab);
  return url !== undefined && /^https?:/.test(url) ? new URL(url) : undefined;
}

/**
 * What the page in a tab shows. A site that is off is not read behind its back; with `byAny` the reader of any page takes
 * over, whatever the site's own sees.
 */
export async function readPage(tab: number, byAny = false): Promise<PageReport | undefined> {
  const known = byAny ? undefined : checked(await askTab(tab, 'read'));
  if (known) return known;
  const url = await addressOf(tab);
  if (!url || (!byAny && siteFor(url))) return undefined;
  await giveReader(tab, url.origin);
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [scriptOf(any)] });
  } catch {
    return undefined; // a page of the browser's own, or one that nobody clicked on
  }
  return checked(await askTab(tab, 'read'));
}

/** Draws controls on what was found. */
export const showPapers = async (tab: number): Promise<void> => void (await askTab(tab, 'show'));

/** Saves the paper whose own page a tab shows; false where it shows none. */
export const savePage = async (tab: number): Promise<boolean> => (await askTab(tab, 'savePage')) === true;
