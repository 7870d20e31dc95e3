/** What the script at page load does. The build writes one script a site that calls `start`. */
import type { Runtime } from 'webextension-polyfill';
import { type FromPopup, isEnvelope, type PageSettings, send, type ToPage } from '../messages';
import type { Site } from '../sites/site';
import { act } from './actions';
import { api } from './api';
import { cardHosts, layerHosts } from './dom';
import { Layer } from './layer';
import { Listing } from './listing';
import { watchTheme } from './theme';

/** Starts the overlay on the page this script is in, once: before the page's own scripts, as the guard must. */
export function start(site: Site): void {
  if (globalThis.offprint || !/html/.test(document.contentType)) return;
  const layer = new Layer();
  globalThis.offprint = { layer: () => layer.attach(), isDark: () => false, say: (notice) => layer.say(notice) };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => show(site, layer), { once: true });
  else show(site, layer);
}

/** Draws on the page, once it is there. */
function show(site: Site, layer: Layer): void {
  // A version of ours that was updated or switched off cannot clear up after itself.
  for (const left of document.querySelectorAll(`${cardHosts},${layerHosts}`)) left.remove();
  const listing: Listing = new Listing(
    site,
    layer,
    (entry, byKey) => act(entry, byKey, site, listing, layer).catch((error) => listing.say(error)),
    ({ isOpen }) => isOpen && globalThis.offprint?.panel?.close(),
  );
  if (globalThis.offprint) globalThis.offprint.isDark = () => listing.isDark;
  hear(listing, site);
  watchTheme(() => listing.setTheme());
  listing.setTheme();
  send('settings')
    .then((settings) => heed(settings, listing, site))
    .catch((error) => {
      listing.turn(true);
      listing.say(error);
    });
}

/** What the background tells all pages, and what the popup asks. */
function hear(listing: Listing, site: Site): void {
  const heard: { [N in keyof ToPage]: (input: Parameters<ToPage[N]>[0]) => void } = {
    changed: ({ keys }) => listing.changed(keys),
    settingsChanged: (settings) => heed(settings, listing, site).catch((error) => listing.say(error)),
  };
  const asked: FromPopup = { shown: () => [...listing.entries.values()].map(({ card }) => card.ids) };
  const listener = (message: unknown, _sender: unknown, answer: (given: unknown) => void): true | undefined => {
    if (!isEnvelope(message)) return undefined;
    if (Object.hasOwn(asked, message.offprint)) answer(asked[message.offprint as keyof FromPopup]());
    if (!Object.hasOwn(heard, message.offprint)) return undefined;
    heard[message.offprint as keyof ToPage](message.input as never);
    return undefined;
  };
  api.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}

async function heed({ theme, hint, off }: PageSettings, listing: Listing, site: Site): Promise<void> {
  listing.setTheme(theme);
  listing.turn(!off?.includes(site.id));
  if (hint !== 'save') return;
  const { control } = await listing.firstDrawn;
  await send('inject', 'panel');
  globalThis.offprint?.panel?.hint('save', () => control?.box());
}
