/**
 * Asking services what others know of papers, in the background. The worker may die at any time: an alarm, and the page that
 * shows the progress, wake it, and the run goes on where it was.
 */
import browser from '../messages/browser';
import type { FromOwn } from '../messages/contract';
import { currentRun } from '../services/lookup/kept-run';
import { continueLookup, startLookup, stopLookup } from '../services/lookup/run';
import { isServiceId, type ServiceId, services } from '../services/lookup/services';
import * as settings from '../settings';
import { library } from './own-library';

const alarm = 'lookup';
/** How soon a run goes on after the worker died, minutes: the shortest that browsers allow. */
const resumeMinutes = 0.5;
/** A call to the browser this often keeps the worker alive while it waits, milliseconds. */
const keepAliveMs = 20_000;

let stopping: AbortController | undefined;

/** Waits without letting the worker fall asleep. */
async function wait(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= keepAliveMs) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, keepAliveMs)));
    await browser.runtime.getPlatformInfo();
  }
}

/** The services among these whose host may be asked. */
async function permitted(ids: readonly string[]): Promise<ServiceId[]> {
  const known = ids.filter(isServiceId);
  const granted = await Promise.all(
    known.map((id) => browser.permissions.contains({ origins: [services[id].host.origin] })),
  );
  return known.filter((_, at) => granted[at]);
}

/** Starts a run. False if one is under way, or none of the services may be asked. */
export async function lookup({ numbers, services: ids }: Parameters<FromOwn['startLookup']>[0]): Promise<boolean> {
  const allowed = await permitted(ids);
  if (allowed.length === 0 || !(await startLookup(library, { numbers, services: allowed }))) return false;
  browser.alarms.create(alarm, { delayInMinutes: resumeMinutes, periodInMinutes: resumeMinutes });
  void resumeLookup();
  return true;
}

/** Carries on with a run that has not ended, unless this is being done. */
export async function resumeLookup(): Promise<void> {
  stopping ??= new AbortController();
  const { semanticScholarKey: key } = await settings.get();
  await continueLookup(library, { key, wait, signal: stopping.signal });
  if (await currentRun(library)) return;
  stopping = undefined;
  await browser.alarms.clear(alarm);
}

/** Ends the run; what it learnt is kept. */
export async function endLookup(): Promise<void> {
  await stopLookup(library);
  stopping?.abort();
  await resumeLookup();
}

export const isLookupAlarm = ({ name }: { name: string }): boolean => name === alarm;
