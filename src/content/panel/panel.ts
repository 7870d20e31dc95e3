/** The panel of a saved paper: the private frame beside a control. What stands in the page is a box of one size. */
import { t } from '../../locale';
import type { FromFrame } from '../../messages/frame';
import { send } from '../../messages/transport';
import controlsCss from '../../ui/kit/controls.css?inline';
import { beside } from '../core/beside';
import type { CardOverlay } from '../core/card-overlay';
import { element } from '../core/dom';
import type { Commands, Opening } from '../core/injected-scripts';
import type { PageScript } from '../core/page-script';
import { Frame } from './frame';
import { showHint } from './hint';
import hintCss from './hint.css?inline';
import { listenWhileOpen } from './listen-while-open';
import { PanelPaper } from './panel-paper';

/** Marks a card's control as having the panel open, or not. */
function setOpen(overlay: CardOverlay, isOpen: boolean): void {
  overlay.isOpen = isOpen;
  overlay.draw();
}

/** Creates the panel, closed. */
export function createPanel(page: PageScript): Commands['panel'] {
  const { life, events, layer, listing, guard } = page;
  layer.attach().append(element('style', { textContent: controlsCss + hintCss }));
  let frame: Frame | undefined;
  let open: { paper: PanelPaper; frame: Frame; ends: AbortController; isSave: boolean } | undefined;
  let dropHint = () => {};
  const isDark = () => layer.host.dataset.theme === 'dark';

  const place = () => {
    const control = open?.paper.anchor();
    if (!open || !control) return close();
    const { box } = open.frame;
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    open.frame.moveTo(beside(control, size, { width: innerWidth, height: innerHeight }));
  };
  /** With `refocus` the control gets the focus back. */
  const close = (refocus = false) => {
    if (!open) return;
    const { paper, ends, isSave } = open;
    ends.abort();
    open.frame.tell({ close: true });
    open.frame.show(false);
    open = undefined;
    guard.onFocusTaken = undefined;
    setOpen(paper.overlay, false);
    if (refocus) paper.focus();
    // Not while the panel is open: Chromium may take the hint for a cover, Firefox for the page's.
    if (isSave && !life.isOver()) void hintAtLibrary();
  };
  const focusTaken = () => {
    close();
    layer.say({ text: t('panelFocusTaken'), shown: true });
  };
  const hear = (message: FromFrame) => {
    if (!open) return;
    if (message.is === 'done') close(true);
    if (message.is === 'ready') open.frame.focus();
    if (message.is !== 'focus' || !message.has) return;
    guard.onFocusTaken = focusTaken;
    open.frame.tell({ typed: guard.release() });
  };
  /** The frame; made anew after the page removed it. */
  const takeFrame = (): Frame => {
    if (frame && !frame.isInPlace) frame.end();
    frame ??= new Frame(hear, () => {
      frame = undefined;
      guard.release();
      close();
    });
    return frame;
  };
  const show = async ({ key, overlay }: PanelPaper, { saved }: Opening, asked: Frame) => {
    const nonce = await send('offer', { key, ...(saved !== undefined && { saved }) });
    const isHere = await asked.isHere;
    if (open?.frame !== asked || open.paper.overlay !== overlay || open.paper.key !== key) return;
    if (isHere) return asked.tell({ open: nonce, isDark: isDark() });
    asked.end();
    const run = () => void send('openLibrary', { key }).catch(layer.sayError);
    layer.say({ text: t('panelRefused'), shown: true, warning: true, action: { label: t('panelLibrary'), run } });
  };
  const hint = (which: 'save' | 'find', overlay?: CardOverlay) => {
    if (document.visibilityState !== 'visible') return;
    dropHint();
    dropHint = showHint(page, which, overlay);
  };
  /** Shows the hint where to find papers, if it is due. */
  const hintAtLibrary = async () => {
    const settings = await send('settings').catch(() => undefined); // a hint is not worth a complaint
    if (settings?.hint === 'find' && !open) hint('find');
  };
  /** The first card with a control, once there is one. */
  const firstDrawn = new Promise<CardOverlay>((resolve) => {
    events.on('drawn', resolve);
    for (const overlay of listing.overlays.values()) if (overlay.control) resolve(overlay);
  });
  life.onEnd(() => {
    dropHint();
    frame?.end();
  });

  events.on('gone', (overlay) => {
    if (overlay.isOpen) close();
  });
  events.on('marked', ({ isOpen }) => {
    if (isOpen) open?.frame.tell({ changed: true });
  });

  return {
    open(overlay, opening) {
      if (overlay.isOpen) return close();
      close();
      dropHint();
      const paper = new PanelPaper(overlay);
      const ends = new AbortController();
      open = { paper, frame: takeFrame(), ends, isSave: opening.saved !== undefined };
      setOpen(overlay, true);
      open.frame.show(true, isDark());
      place();
      show(paper, opening, open.frame).catch((error) => {
        close();
        layer.sayError(error);
      });
      listenWhileOpen(paper, open.frame, { place, close }, ends.signal);
    },
    prepare: () => void takeFrame(),
    hint: async () => hint('save', await firstDrawn),
  };
}
