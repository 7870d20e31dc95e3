/** The panel: a popover beside a control, drawn into the layer's closed root. */
import { createElement, render } from 'preact';
import { send } from '../../messages/transport';
import controlsCss from '../../ui/kit/controls.css?inline';
import tagCss from '../../ui/tags/tag-input.css?inline';
import { beside } from '../core/beside';
import type { CardOverlay } from '../core/card-overlay';
import { element } from '../core/dom';
import type { Commands, Opening } from '../core/injected-scripts';
import type { PageScript } from '../core/page-script';
import { showHint } from './hint';
import { listenWhileOpen } from './listen-while-open';
import css from './panel.css?inline';
import { PanelPaper } from './panel-paper';
import { PanelView } from './panel-view';

/** Marks a card's control as having the panel open, or not. */
function setOpen(overlay: CardOverlay, isOpen: boolean): void {
  overlay.isOpen = isOpen;
  overlay.draw();
}

/** Creates the panel, closed. */
export function createPanel(page: PageScript): Commands['panel'] {
  const { life, events, layer, listing } = page;
  const box = element('div', { className: 'floating panel', popover: 'manual', role: 'dialog' });
  layer.attach().append(element('style', { textContent: controlsCss + tagCss + css }), box);
  const drafts = new Map<string, { text?: string }>();
  let open: { paper: PanelPaper; opening: Opening; ends: AbortController } | undefined;
  let dropHint = () => {};

  const draw = () => {
    if (!open) return;
    const { paper, opening } = open;
    const draft = drafts.get(paper.key) ?? {};
    drafts.set(paper.key, draft);
    const onClose = () => close(true);
    render(createElement(PanelView, { key: paper.key, page, paper, opening, draft, onClose }), box);
  };
  const place = () => {
    const control = open?.paper.anchor();
    if (!control) return close();
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const { left, top } = beside(control, size, { width: innerWidth, height: innerHeight });
    box.style.translate = `${left}px ${top}px`;
  };
  /** With `refocus` the control gets the focus back. */
  const close = (refocus = false) => {
    if (!open) return;
    const { paper, ends } = open;
    open = undefined;
    ends.abort();
    if (drafts.get(paper.key)?.text === undefined) drafts.delete(paper.key);
    render(null, box);
    box.togglePopover(false);
    setOpen(paper.overlay, false);
    if (refocus) paper.focus();
  };
  const hint = (which: 'save' | 'find', overlay?: CardOverlay) => {
    if (document.visibilityState !== 'visible') return;
    dropHint();
    dropHint = showHint(page, which, overlay);
  };
  /** Shows the hint where to find papers, if it is due. */
  const hintAtLibrary = async () => {
    const settings = await send('settings').catch(() => undefined); // a hint is not worth a complaint
    if (settings?.hint === 'find') hint('find');
  };
  /** The first card with a control, once there is one. */
  const firstDrawn = new Promise<CardOverlay>((resolve) => {
    events.on('drawn', resolve);
    for (const overlay of listing.overlays.values()) if (overlay.control) resolve(overlay);
  });
  const sizes = new ResizeObserver(() => open && place());
  sizes.observe(box);
  life.onEnd(() => {
    dropHint();
    sizes.disconnect();
  });

  events.on('gone', (overlay) => {
    if (overlay.isOpen) close();
  });
  events.on('marked', ({ isOpen, mark }) => {
    if (!isOpen || !open) return;
    if (!mark) return close(true);
    open.paper.mark = mark;
    draw();
  });

  return {
    open(overlay, mark, opening) {
      if (overlay.isOpen) return close();
      close();
      dropHint();
      const paper = new PanelPaper(overlay, mark);
      const ends = new AbortController();
      open = { paper, opening, ends };
      setOpen(overlay, true);
      layer.attach();
      box.setAttribute('aria-label', paper.title);
      draw();
      box.togglePopover(true);
      place();
      // After a save the user types a tag next: letters typed on the control would be keys of the page bar.
      if (opening.byKey || opening.saved !== undefined) box.querySelector('input')?.focus();
      listenWhileOpen(box, paper, { place, close }, ends.signal);
      if (opening.saved !== undefined) void hintAtLibrary();
    },
    hint: async () => hint('save', await firstDrawn),
  };
}
