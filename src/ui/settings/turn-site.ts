import browser from '../../messages/browser';
import type { SiteState } from '../../messages/contract';
import * as settings from '../../settings';

/**
 * Turns a site on: asks the browser for its hosts, which must happen within the user's click, so that nothing is awaited
 * before. Returns whether it was permitted.
 */
export async function turnOn({ id, isRequired, origins }: SiteState): Promise<boolean> {
  if (!(await browser.permissions.request({ origins }))) return false;
  if (isRequired) await setOff(id, false);
  return true;
}

/** Turns a site off: gives its permission back, or remembers it where the permission is needed for good. */
export async function turnOff({ id, isRequired, origins }: SiteState): Promise<void> {
  if (isRequired) await setOff(id, true);
  else await browser.permissions.remove({ origins });
}

async function setOff(id: string, isOff: boolean): Promise<void> {
  const { sitesOff } = await settings.get();
  await settings.set({ sitesOff: [...sitesOff.filter((each) => each !== id), ...(isOff ? [id] : [])] });
}
