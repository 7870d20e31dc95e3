/** What a press on a card's control does: save the paper, open its panel. */
import { t } from '../../locale';
import { send } from '../../messages/transport';
import type { Facts } from '../../paper/paper';
import type { CardOverlay } from './card-overlay';
import { contextOf } from './context';
import type { Notice } from './layer';
import { askScript, type PageScript } from './page-script';

/** Saves a card's paper and opens its panel, or opens the panel of one that is saved. Never removes. */
export async function act(page: PageScript, overlay: CardOverlay): Promise<void> {
  if (overlay.state === 'saving') return;
  if (!overlay.isStill()) {
    // The page has put another paper there since.
    page.layer.say({ text: t('overlayMoved'), shown: true });
    return page.listing.refresh();
  }
  const saved = overlay.mark ? undefined : await saveFacts(page, overlay.card.facts());
  if (!overlay.mark) return;
  await askScript(page, 'panel', (panel) => {
    // The page may have put another paper there meanwhile.
    if (overlay.mark && overlay.isStill()) panel.open(overlay, { saved });
  });
}

/** Saves the facts that the page gives of a paper, and announces the outcome. Resolves to the number of the change; undefined if it failed. */
export async function saveFacts(
  { site, listing, layer }: PageScript,
  facts: Facts,
  notice: Partial<Notice> = {},
): Promise<number | undefined> {
  listing.setState(facts.ids, undefined, 'saving');
  try {
    const { change, marks } = await send('save', { facts: [facts], context: contextOf(site) });
    listing.apply(facts.ids, marks);
    layer.say({ text: t('overlaySaidSaved', facts.title), ...notice });
    return change;
  } catch (error) {
    layer.sayError(error); // first: if the extension is gone, this removes the control
    listing.setState(facts.ids, 'saving', 'failed');
    return undefined;
  }
}
