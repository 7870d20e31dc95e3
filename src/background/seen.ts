/** What pages may ask of what the reader has seen: nothing is kept or told unless the reader agreed. */
import type { Runtime } from 'webextension-polyfill';
import { Seen } from '../library/seen';
import type { Visit } from '../paper/marks';
import * as settings from '../settings';

const seen = new Seen();

const isOn = async (): Promise<boolean> => (await settings.get()).seen === 'on';

/** The listing an address belongs to: where it is, without what turns its pages. */
function listingOf(sender: Runtime.MessageSender): string {
  const { origin, pathname } = new URL(sender.url ?? '');
  return (origin + pathname).slice(0, 500);
}

/** Begins or goes on with the visit to the sender's listing; undefined where nothing is remembered. */
export async function visit(keys: readonly string[], sender: Runtime.MessageSender): Promise<Visit | undefined> {
  return (await isOn()) ? seen.visit(listingOf(sender), keys) : undefined;
}

/** Remembers that papers were on the screen. */
export async function see(keys: readonly string[]): Promise<void> {
  if (await isOn()) await seen.see(keys);
}
