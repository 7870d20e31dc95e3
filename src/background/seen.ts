/** Which papers the reader has seen on listings. Nothing is stored or answered unless the reader agreed to it. */
import type { Runtime } from 'webextension-polyfill';
import { Seen } from '../library/seen';
import type { Visit } from '../paper/marks';
import * as settings from '../settings';

const seen = new Seen();

const isOn = async (): Promise<boolean> => (await settings.get()).seen === 'on';

/** The listing a page belongs to: its address without query and fragment, which select a page of the listing. */
function listingOf(sender: Runtime.MessageSender): string {
  const { origin, pathname } = new URL(sender.url ?? '');
  return (origin + pathname).slice(0, 500);
}

/** Begins or continues a visit to the sender's listing. Undefined where nothing is remembered. */
export async function visit(keys: readonly string[], sender: Runtime.MessageSender): Promise<Visit | undefined> {
  return (await isOn()) ? seen.visit(listingOf(sender), keys) : undefined;
}

/** Remembers that these papers were on the screen. */
export async function see(keys: readonly string[]): Promise<void> {
  if (await isOn()) await seen.see(keys);
}
