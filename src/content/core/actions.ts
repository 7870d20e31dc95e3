/** What a reader does with a card: save it, open its panel. */
import { t } from '../../locale';
import { isConnected, send } from '../../messages/transport';
import type { Facts } from '../../paper/paper';
import type { Site } from '../../sites/site';
import type { Entry } from './card-overlay';
import { contextOf } from './context';
import type { Layer, Notice } from './layer';
import type { Listing } from './listing';

/** Saves a card's paper and opens its panel, or opens the panel of one that is saved. Never removes. */
export async function act(entry: Entry, byKey: boolean, site: Site, listing: Listing, layer: Layer): Promise<void> {
  if (!isConnected()) return layer.sayOrphaned();
  if (entry.state === 'saving') return;
  if (!entry.isStill()) {
    // What was clicked is no longer what stands there.
    layer.say({ text: t('overlayMoved'), shown: true });
    return listing.refresh();
  }
  if (entry.mark) return openPanel(entry, byKey);
  await save(entry, byKey, site, listing, layer);
}

async function save(entry: Entry, byKey: boolean, site: Site, listing: Listing, layer: Layer): Promise<void> {
  const change = await saveFacts(entry.card.facts(), site, listing, layer);
  if (change !== undefined && entry.mark) await openPanel(entry, byKey, change);
}

/** Saves what the page says of a paper, and says how it went. Number of the change; undefined where it failed. */
export async function saveFacts(
  facts: Facts,
  site: Site,
  listing: Listing,
  layer: Pick<Layer, 'say'>,
  notice: Partial<Notice> = {},
): Promise<number | undefined> {
  listing.setState(facts.ids, undefined, 'saving');
  try {
    const { change, marks } = await send('save', { facts: [facts], context: contextOf(site) });
    listing.apply(facts.ids, marks);
    layer.say({ text: t('overlaySaidSaved', facts.title), ...notice });
    return change;
  } catch (error) {
    listing.setState(facts.ids, 'saving', 'failed');
    return listing.say(error);
  }
}

/** Opens the panel beside a card's control; closes it where it is this card's already. */
async function openPanel(entry: Entry, byKey: boolean, saved?: number): Promise<void> {
  const bridge = globalThis.offprint;
  if (!bridge) return;
  if (entry.isOpen) return bridge.panel?.close();
  if (!bridge.panel) await send('inject', 'panel');
  const { mark } = entry;
  if (!mark || !bridge.panel || !entry.isStill()) return;
  bridge.panel.openOn(entry, mark, saved === undefined ? { byKey } : { byKey, saved });
}
