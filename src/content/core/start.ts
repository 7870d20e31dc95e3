/** What the script at page load does. The build writes one script a site that calls `start`. */
import type { Runtime } from 'webextension-polyfill';
import { api } from '../../messages/api';
import type { PageSettings, ToPage } from '../../messages/contract';
import { isConnected, isEnvelope, send } from '../../messages/transport';
import type { Site } from '../../sites/site';
import { act } from './actions';
import type { Bar, Bridge } from './bridge';
import { cardHosts, layerHosts } from './dom';
import { Layer } from './layer';
import { Listing } from './listing';
import { Pill } from './pill';
import { watchTheme } from './theme';

/**
 * Starts the overlay on the page this script is in, once: before the page's own scripts, as the guard must. Unless it
 * `isWanted` nothing is drawn before it is asked for.
 */
export function start(site: Site, isWanted = true): void {
  if (globalThis.offprint || !/html/.test(document.contentType)) return;
  const layer = new Layer();
  const started: Pick<Bridge, 'site' | 'layer' | 'isDark' | 'say' | 'sayOrphaned' | 'leave'> = {
    site,
    layer: () => layer.attach(),
    isDark: () => bridge.listing.isDark,
    say: (notice) => layer.say(notice),
    sayOrphaned: () => layer.sayOrphaned(),
    leave() {
      bridge.listing?.leave();
      layer.host.remove();
      globalThis.offprint = undefined;
    },
  };
  // What is missing comes with `show`, before anybody asks for it.
  const bridge = started as Bridge;
  globalThis.offprint = bridge;
  hearKeys(bridge);
  const begin = () => isCurrent(bridge) && show(bridge, layer, isWanted);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();
}

/** Whether the page is still this one's to read. */
const isCurrent = (bridge: Bridge): boolean => globalThis.offprint === bridge;

/** Draws on the page, once it is there. */
function show(bridge: Bridge, layer: Layer, isWanted: boolean): void {
  const { site } = bridge;
  // A version of ours that was updated or switched off cannot clear up after itself.
  for (const left of document.querySelectorAll(`${cardHosts},${layerHosts}`)) left.remove();
  const pill = new Pill((opens) => (opens || isConnected()) && reach(bridge, (bar) => opens && bar.open(false)));
  const listing: Listing = new Listing(
    site,
    layer,
    (entry, byKey) => act(entry, byKey, site, listing, layer).catch((error) => listing.say(error)),
    ({ isOpen }) => isOpen && bridge.panel?.close(),
    () => {
      pill.counts = listing.count();
      pill.draw();
      bridge.bar?.changed();
    },
    () => {
      bridge.bar?.end();
      pill.button.remove();
    },
  );
  listing.isWanted = isWanted;
  Object.assign(bridge, { pill, listing });
  layer.attach().append(pill.button);
  const begin = () =>
    send('settings')
      .then((settings) => heed(settings, bridge))
      .catch((error) => {
        listing.turn(listing.isWanted);
        listing.say(error);
      });
  bridge.show = () => {
    listing.isWanted = true;
    void begin();
  };
  hear(bridge);
  watchTheme(() => listing.setTheme());
  listing.setTheme();
  void begin();
}

/** What the background tells all pages. */
function hear(bridge: Bridge): void {
  const { listing } = bridge;
  const heard: { [N in keyof ToPage]: (input: Parameters<ToPage[N]>[0]) => void } = {
    changed: ({ keys }) => listing.changed(keys),
    settingsChanged: (settings) => heed(settings, bridge).catch((error) => listing.say(error)),
    toggleBar: () => reach(bridge, (bar) => bar.toggle()),
  };
  const listener = (message: unknown): undefined => {
    if (!isEnvelope(message) || !isCurrent(bridge)) return undefined;
    if (!Object.hasOwn(heard, message.offprint)) return undefined;
    heard[message.offprint as keyof ToPage](message.input as never);
    return undefined;
  };
  api.runtime.onMessage.addListener(listener as unknown as Runtime.OnMessageListenerCallback);
}

/** The page bar's keys, heard before the page hears them; the first one on a control brings the script that knows them. */
function hearKeys(bridge: Bridge): void {
  const hear = (event: KeyboardEvent) => {
    if (!isCurrent(bridge)) return;
    if (bridge.bar) return bridge.bar.press(event);
    const isOurs = event.target instanceof Element && event.target.matches(cardHosts);
    if (isOurs && event.isTrusted && /^[!-~]$/.test(event.key)) reach(bridge, (bar) => bar.press(event));
  };
  addEventListener('keydown', hear, true);
}

/** Has the page bar's script do something, and it brought into the page before. */
async function reach(bridge: Bridge, act: (bar: Bar) => void): Promise<void> {
  if (!isConnected()) return bridge.sayOrphaned();
  try {
    if (!bridge.bar) await send('inject', 'bar');
    if (bridge.bar) act(bridge.bar);
  } catch (error) {
    bridge.listing.say(error);
  }
}

async function heed(settings: PageSettings, bridge: Bridge): Promise<void> {
  const { theme, hint, off, bar, pageBar, needsBar } = settings;
  const { listing, pill, site } = bridge;
  bridge.settings = settings;
  listing.setTheme(theme);
  listing.turn(listing.isWanted && !off?.includes(site.id));
  pill.isWanted = pageBar;
  if (bar) pill.state = bar;
  pill.draw();
  bridge.bar?.heed(settings);
  if (!listing.isOn) return;
  if (needsBar || (pageBar && bar?.is === 'open')) reach(bridge, () => {});
  if (hint !== 'save') return;
  const { control } = await listing.firstDrawn;
  await send('inject', 'panel');
  bridge.panel?.hint('save', () => control?.box());
}
