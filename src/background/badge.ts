/** The badge on the toolbar icon: a check where the page's own paper is saved; optionally how many papers a listing has. */
import browser from '../messages/browser';
import type { Mark } from '../paper/marks';
import * as settings from '../settings';
import { siteFor } from '../sites';
import { readPage } from './any-page';

/** Background colours: the accent and warning colours of `ui/kit/tokens.css`, on which white text is legible. */
const [accent, warning] = ['#4f46e5', '#8f5300'];
/** How long the badge shows the outcome of an action. */
const flashMs = 3000;

async function setBadge(tabId: number, text: string, color = accent): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeText({ tabId, text });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Outcomes being shown, by tab: the text to restore, and the timer that does. */
const flashes = new Map<number, { before: string; timer: ReturnType<typeof setTimeout> }>();

/** Cancels the outcome being shown. Returns the text it would have restored, if there was one. */
function cancelFlash(tabId: number): string | undefined {
  const flash = flashes.get(tabId);
  clearTimeout(flash?.timer);
  flashes.delete(tabId);
  return flash?.before;
}

/** Sets the text that stays until the page is left. */
async function setLastingBadge(tabId: number, text: string): Promise<void> {
  cancelFlash(tabId);
  await setBadge(tabId, text);
}

const textOf = (tabId: number): Promise<string> => browser.action.getBadgeText({ tabId }).catch(() => '');

/** Updates the badge of a page that asked for the marks of its papers. */
export async function badgePage(tabId: number, address: string, marks: Record<string, Mark>): Promise<void> {
  const url = new URL(address);
  const isPaper = siteFor(url)?.kind(url) === 'paper';
  if (isPaper) return setLastingBadge(tabId, Object.keys(marks).length > 0 ? '✓' : '');
  const { badgeCount } = await settings.get();
  const count = badgeCount ? ((await readPage(tabId))?.papers.length ?? 0) : 0;
  await setLastingBadge(tabId, count > 0 ? String(count) : '');
}

/** Shows for a moment whether something was saved or no paper was found, then restores the text that was there. */
export async function flashBadge(tabId: number, isSaved: boolean): Promise<void> {
  const shown = await textOf(tabId);
  const before = cancelFlash(tabId) ?? shown;
  const text = isSaved ? '✓' : '?';
  const restore = async () => {
    flashes.delete(tabId);
    // Navigation clears the badge: the old page's text must not appear on the next page.
    if ((await textOf(tabId)) === text) await setBadge(tabId, before);
  };
  flashes.set(tabId, { before, timer: setTimeout(() => void restore(), flashMs) });
  await setBadge(tabId, text, isSaved ? accent : warning);
}

/** Shows a check until the page is left: its own paper is saved. */
export const badgeSaved = (tabId: number): Promise<void> => setLastingBadge(tabId, '✓');
