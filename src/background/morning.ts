/**
 * Reads the followed listings in the morning, if the reader turned that on, and shows on the icon how many papers are new.
 * Each listing is asked for once a day; what did not answer is asked for again when *Today* is opened.
 */
import { Followed } from '../library/followed';
import browser from '../messages/browser';
import { offscreenDocuments, openOffscreen } from '../messages/offscreen';
import * as settings from '../settings';
import { isTriedOn } from '../today/due';
import { siteAt } from './hosts';
import { library } from './own-library';

const alarm = 'today';
/** Minutes between two checks whether the morning has come. */
const intervalMinutes = 60;
/** The first hour of the morning, by the reader's clock. */
const firstHour = 6;

const followed = new Followed();

/** Sets the alarm if listings are read in the morning, and clears it otherwise. */
export async function setMorningAlarm({ readsMornings }: Pick<settings.Settings, 'readsMornings'>): Promise<void> {
  const isSet = (await browser.alarms.get(alarm)) !== undefined;
  if (readsMornings && !isSet) browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: intervalMinutes });
  if (!readsMornings && isSet) await browser.alarms.clear(alarm);
}

/** Whether an alarm is the one for mornings. */
export const isMorningAlarm = ({ name }: { name: string }): boolean => name === alarm;

/** Reads what was not asked for today, from the morning on. Only a page can parse: Chromium's worker opens one for it. */
export async function readInMorning(now = Date.now()): Promise<void> {
  const { readsMornings } = await settings.get();
  if (!readsMornings || !navigator.onLine || new Date(now).getHours() < firstHour) return;
  if ((await followed.listings()).every((listing) => isTriedOn(listing, now))) return;
  const documents = offscreenDocuments();
  if (!documents) {
    const { readFollowed } = await import('../today/read-followed');
    await readFollowed(followed, { isOn: async (address) => (await siteAt(address))?.isOn === true });
    return followedRead();
  }
  // A backup that is being written in the document is written first.
  await navigator.locks.request('backup', async () => {
    await openOffscreen(documents, 'DOM_PARSER', 'Reads the papers of the listings that the user follows.');
    await browser.runtime.sendMessage({ offprint: 'readFollowed', input: undefined }).catch(() => undefined);
  });
}

/** The listings were read: shows how many papers are new, and closes the page that read them. */
export async function followedRead(): Promise<void> {
  const since = (await followed.lastVisit()) ?? 0;
  const cards = (await followed.cards(since)).filter(({ dismissedAt }) => dismissedAt === undefined);
  const marks = await library.marks(cards.flatMap(({ ids }) => ids));
  const fresh = cards.filter(({ ids }) => !ids.some((id) => Object.hasOwn(marks, id))).length;
  await browser.action.setBadgeText({ text: fresh > 0 ? String(fresh) : '' });
  await navigator.locks.request('backup', { ifAvailable: true }, async (lock) => {
    if (lock)
      await offscreenDocuments()
        ?.closeDocument()
        .catch(() => undefined); // a page of *Today* read them
  });
}
