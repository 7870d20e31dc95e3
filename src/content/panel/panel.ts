/** The panel of a saved paper: the private frame beside a control. And the hints for new users, which are shown around it. */
import { send } from '../../messages/transport';
import controlsCss from '../../ui/kit/controls.css?inline';
import type { CardOverlay } from '../core/card-overlay';
import { element } from '../core/dom';
import type { Commands } from '../core/injected-scripts';
import type { PageScript } from '../core/page-script';
import { showHint } from './hint';
import hintCss from './hint.css?inline';
import { PanelPaper } from './panel-paper';
import { Viewer } from './viewer';

/** Creates the panel, closed. */
export function createPanel(page: PageScript): Commands['panel'] {
  const { life, events, layer, listing } = page;
  layer.attach().append(element('style', { textContent: controlsCss + hintCss }));
  let dropHint = () => {};
  const viewer = new Viewer(page, ({ offer }) => {
    // Not while the panel is open: Chromium may take the hint for a cover, Firefox for the page's.
    if (offer.saved !== undefined && !life.isOver()) void hintAtLibrary();
  });
  const hint = (which: 'save' | 'find', overlay?: CardOverlay) => {
    if (document.visibilityState !== 'visible') return;
    dropHint();
    dropHint = showHint(page, which, overlay);
  };
  /** Shows the hint where to find papers, if it is due. */
  const hintAtLibrary = async () => {
    const settings = await send('settings').catch(() => undefined); // a hint is not worth a complaint
    if (settings?.hint === 'find' && !viewer.isOpen) hint('find');
  };
  /** The first card with a control, once there is one. */
  const firstDrawn = new Promise<CardOverlay>((resolve) => {
    events.on('drawn', resolve);
    for (const overlay of listing.overlays.values()) if (overlay.control) resolve(overlay);
  });
  life.onEnd(() => dropHint());

  events.on('gone', (overlay) => {
    if (overlay.isOpen) viewer.close();
  });
  events.on('marked', ({ isOpen }) => {
    if (isOpen) viewer.tellChanged();
  });

  return {
    open(overlay, opening) {
      if (overlay.isOpen) return viewer.close();
      dropHint();
      viewer.close();
      viewer.open(new PanelPaper(overlay, opening));
    },
    view(view) {
      dropHint();
      viewer.open(view);
    },
    prepare: () => void viewer.prepare(),
    hint: async () => hint('save', await firstDrawn),
  };
}
