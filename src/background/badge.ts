/** The icon's badge: a check where the page's own paper is saved; how many papers a listing has, where that is wanted. */
import browser from '../messages/browser';
import type { Mark } from '../paper/marks';
import * as settings from '../settings';
import { siteFor } from '../sites';
import { readPage } from './any-page';

/** Accent of `ui/tokens.css`, on which white is legible. */
const ground = '#4f46e5';
/** What a deed says stays so long, ms. */
const stay = 3000;

async function draw(tabId: number, text: string, color = ground): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeText({ tabId, text });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** What stands on tabs' icons for a moment: what stood there before, and the end of the moment. */
const moments = new Map<number, { before: string; end: ReturnType<typeof setTimeout> }>();

/** Ends what is said for a moment; what stood there before it, if there is one. */
function endMoment(tabId: number): string | undefined {
  const moment = moments.get(tabId);
  clearTimeout(moment?.end);
  moments.delete(tabId);
  return moment?.before;
}

/** Draws what stays. */
async function write(tabId: number, text: string): Promise<void> {
  endMoment(tabId);
  await draw(tabId, text);
}

const textOf = (tabId: number): Promise<string> => browser.action.getBadgeText({ tabId }).catch(() => '');

/** The badge of a page that asked for the marks of its papers. */
export async function badgePage(tabId: number, address: string, marks: Record<string, Mark>): Promise<void> {
  const url = new URL(address);
  const isPaper = siteFor(url)?.kind(url) === 'paper';
  if (isPaper) return write(tabId, Object.keys(marks).length > 0 ? '✓' : '');
  const { badgeCount } = await settings.get();
  const count = badgeCount ? ((await readPage(tabId))?.papers.length ?? 0) : 0;
  await write(tabId, count > 0 ? String(count) : '');
}

/** Says on the icon for a moment that something was saved, or that there was no paper; then what stood there before. */
export async function flash(tabId: number, isSaved: boolean): Promise<void> {
  const shown = await textOf(tabId);
  const before = endMoment(tabId) ?? shown;
  const text = isSaved ? '✓' : '?';
  // A page that was left took its badge along: what stood on its icon is nothing to the next.
  const restore = async () => {
    moments.delete(tabId);
    if ((await textOf(tabId)) === text) await draw(tabId, before);
  };
  moments.set(tabId, { before, end: setTimeout(() => void restore(), stay) });
  await draw(tabId, text, isSaved ? ground : '#8f5300');
}

/** Says for as long as the page is there that its own paper is saved. */
export const check = (tabId: number): Promise<void> => write(tabId, '✓');
