/** The weekly check, if it is on: papers of the last two years are updated from the services that are on. */
import browser from '../messages/browser';
import * as settings from '../settings';
import { lookup } from './lookup';
import { library } from './own-library';

const alarm = 'weekly-lookup';
/** Minutes between two looks whether the check is due. */
const intervalMinutes = 6 * 60;
const weekMs = 7 * 24 * 60 * 60 * 1000;

/** Sets the alarm if the check is on, and clears it otherwise. */
export async function setWeeklyAlarm({ lookupWeekly }: Pick<settings.Settings, 'lookupWeekly'>): Promise<void> {
  const isSet = (await browser.alarms.get(alarm)) !== undefined;
  if (lookupWeekly && !isSet) browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: intervalMinutes });
  if (!lookupWeekly && isSet) await browser.alarms.clear(alarm);
}

export const isWeeklyAlarm = ({ name }: { name: string }): boolean => name === alarm;

/** Starts the check if it is due. */
export async function lookUpIfDue(now = Date.now()): Promise<void> {
  const { lookupWeekly, lookupServices, lookedUpAt } = await settings.get();
  if (!lookupWeekly || (now - lookedUpAt < weekMs && now >= lookedUpAt)) return;
  const year = new Date(now).getFullYear();
  const { numbers } = await library.find(`year:${year - 2}..`);
  const isStarted = numbers.length > 0 && (await lookup({ numbers: [...numbers], services: lookupServices }));
  if (isStarted || numbers.length === 0) await settings.set({ lookedUpAt: now });
}
