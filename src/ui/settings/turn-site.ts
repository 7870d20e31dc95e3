import browser from '../../messages/browser';
import type { SiteState } from '../../messages/contract';
import * as settings from '../../settings';

/**
 * Turns a site on. Browsers show the permission prompt only within the user's click, so nothing is awaited before it.
 * Returns whether the permission was granted.
 */
export async function turnOn({ id, isRequired, origins }: SiteState): Promise<boolean> {
  if (!(await browser.permissions.request({ origins }))) return false;
  if (isRequired) await setOff(id, false);
  return true;
}

/** Turns a site off: revokes its permission or, where that is a required one, stores that it is off. */
export async function turnOff({ id, isRequired, origins }: SiteState): Promise<void> {
  if (isRequired) await setOff(id, true);
  else await browser.permissions.remove({ origins });
}

async function setOff(id: string, isOff: boolean): Promise<void> {
  const { sitesOff } = await settings.get();
  await settings.set({ sitesOff: [...sitesOff.filter((each) => each !== id), ...(isOff ? [id] : [])] });
}
