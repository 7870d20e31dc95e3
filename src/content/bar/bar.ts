/** The page bar: drawn into the layer's closed root. */
import { createElement, render } from 'preact';
import { t } from '../../locale';
import type { BarState } from '../../messages/contract';
import { send } from '../../messages/transport';
import controlsCss from '../../ui/kit/controls.css?inline';
import type { CardOverlay } from '../core/card-overlay';
import { element, keepEvents } from '../core/dom';
import type { Commands } from '../core/injected-scripts';
import type { PageScript } from '../core/page-script';
import { moveTo } from '../core/pill';
import css from './bar.css?inline';
import { BarView } from './bar-view';
import { runKey } from './key-actions';
import { watchLinks } from './link-panel';
import { movable } from './move';
import { actOf, isOnOwnElement, isPages, isSites } from './page-keys';
import { Triage } from './triage';

/** Creates the bar, in the state that the user left it in on this site. */
export function createBar(page: PageScript): Commands['bar'] {
  const { life, events, layer, pill, listing } = page;
  const box = element('div', { className: 'floating bar', hidden: true });
  layer.attach().append(element('style', { textContent: controlsCss + css }), box);
  keepEvents(box);

  const isOpen = () => pill.isWanted && pill.state.is === 'open' && pill.isWorthwhile;
  const draw = () => {
    box.hidden = !isOpen() && !triage.isBusy;
    if (!box.hidden) pill.button.hidden = true;
    moveTo(box, pill.state);
    render(box.hidden ? null : createElement(BarView, { triage, fold, hide, grip }), box);
  };
  const triage = new Triage(page, draw, () => box.getBoundingClientRect());
  const become = (change: Partial<BarState>) => {
    pill.state = { ...pill.state, ...change };
    pill.draw();
    draw();
    // If storing it fails, the bar still is where it was put.
    send('keepBar', pill.state).catch(() => undefined);
  };
  const open = (byKey: boolean) => {
    pill.isWanted = true;
    if (pill.state.is !== 'open') become({ is: 'open' });
    if (byKey) box.querySelector<HTMLElement>('button:not(.grip)')?.focus();
  };
  const close = (is: 'folded' | 'hidden') => {
    triage.drop();
    triage.unfold({ below: undefined });
    become({ is });
  };
  const fold = (byKey: boolean) => {
    close('folded');
    if (byKey) pill.button.focus();
  };
  const hide = () => {
    close('hidden');
    layer.say({ text: t('barHidden'), shown: true });
  };
  const grip = (handle: HTMLElement | null) => {
    if (handle && handle !== gripped) movable(handle, box, () => pill.state, become, life.signal);
    gripped = handle ?? gripped;
  };
  let gripped: HTMLElement | undefined;
  movable(pill.button, pill.button, () => pill.state, become, life.signal);

  const pressOnLink = watchLinks(page);
  const press = (event: KeyboardEvent) => {
    if (pressOnLink(event)) return;
    const asked = askedOfBar(event, page);
    if (!asked || !listing.overlays.size) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isOnOwnElement(event, page)) triage.at(event.target);
    runKey(triage, asked.act, asked.widens).catch(layer.sayError);
  };
  const drawOnCard = (overlay: CardOverlay) => {
    triage.boxes.draw(overlay);
    triage.previews.draw(overlay);
  };
  events.on('drawn', drawOnCard);
  events.on('changed', () => triage.changed());
  events.on('settings', () => {
    for (const overlay of listing.overlays.values()) overlay.draw();
    triage.changed();
  });
  life.onEnd(() => render(null, box));
  // Cards whose controls were drawn before this script was injected.
  for (const overlay of listing.overlays.values()) drawOnCard(overlay);
  triage.changed();
  draw();

  return { open, toggle: () => (isOpen() ? fold(false) : open(true)), press };
}

/**
 * The action of a key, if the bar should handle it: with the focus in an element of ours, unless that takes text; elsewhere
 * only if the user turned that on.
 */
function askedOfBar(event: KeyboardEvent, page: PageScript): ReturnType<typeof actOf> {
  const { layer, settings, site } = page;
  const asked = actOf(event);
  if (!asked) return undefined;
  if (isOnOwnElement(event, page)) {
    const at = layer.attach().activeElement;
    const isBar = at?.closest('.bar') && !at.matches('input:not([type=radio], [type=checkbox]), select, textarea');
    return !at || at.matches('.pill') || isBar ? asked : undefined;
  }
  const isFree = settings?.pageKeys === true && asked.act !== 'leave';
  return isFree && !isPages(event) && !isSites(site, asked.key) ? asked : undefined;
}
