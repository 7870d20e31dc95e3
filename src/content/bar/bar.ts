/** The page bar: drawn into the layer's closed root, listening for its keys until the extension is gone. */
import { createElement, render } from 'preact';
import { t } from '../../locale';
import type { BarState } from '../../messages/contract';
import { isConnected, send } from '../../messages/transport';
import controlsCss from '../../ui/kit/controls.css?inline';
import tagCss from '../../ui/tags/tag-input.css?inline';
import type { Bar, Bridge } from '../core/bridge';
import type { Entry } from '../core/card-overlay';
import { element, keepEvents } from '../core/dom';
import { stand } from '../core/pill';
import { watchLinks } from '../hover/hover';
import css from './bar.css?inline';
import { BarView } from './bar-view';
import { doKey } from './key-acts';
import { movable } from './move';
import { actOf, isOurs, isPages, isSites } from './page-keys';
import { Triage } from './triage';

/** Makes the bar; it shows as the reader left it on this site. */
export function createBar(bridge: Bridge): Bar {
  const { pill, listing } = bridge;
  const ends = new AbortController();
  const { signal } = ends;
  const box = element('div', { className: 'bar', hidden: true });
  const style = element('style', { textContent: controlsCss + tagCss + css });
  bridge.layer().append(style, box);
  keepEvents(box);

  const isOpen = () => pill.isWanted && pill.state.is === 'open' && pill.isWorthwhile;
  const draw = () => {
    if (signal.aborted) return;
    box.hidden = !isOpen() && !triage.isBusy;
    if (!box.hidden) pill.button.hidden = true;
    stand(box, pill.state);
    render(box.hidden ? null : createElement(BarView, { triage, fold, hide, grip }), box);
  };
  const triage = new Triage(bridge, draw, signal);
  const become = (change: Partial<BarState>) => {
    pill.state = { ...pill.state, ...change };
    pill.draw();
    draw();
    // Where it cannot be remembered it still stands where it was put.
    if (isConnected()) send('keepBar', pill.state).catch(() => undefined);
  };
  const open = (byKey: boolean) => {
    pill.isWanted = true;
    if (pill.state.is !== 'open') become({ is: 'open' });
    if (byKey) box.querySelector<HTMLElement>('button:not(.grip)')?.focus();
  };
  const close = (is: 'folded' | 'hidden') => {
    triage.drop();
    triage.set({ below: undefined });
    become({ is });
  };
  const fold = (byKey: boolean) => {
    close('folded');
    if (byKey) pill.button.focus();
  };
  const hide = () => {
    close('hidden');
    bridge.say({ text: t('barHidden'), shown: true });
  };
  const grip = (handle: HTMLElement | null) => {
    if (handle && handle !== gripped) movable(handle, box, () => pill.state, become, signal);
    gripped = handle ?? gripped;
  };
  let gripped: HTMLElement | undefined;
  movable(pill.button, pill.button, () => pill.state, become, signal);

  const press = (event: KeyboardEvent) => {
    const asked = isConnected() && !signal.aborted ? askedOfBar(event, bridge) : undefined;
    if (!asked || !listing.entries.size) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isOurs(event, bridge)) triage.at(event.target);
    doKey(triage, asked.act, asked.widens).catch((error) => listing.say(error));
  };
  signal.addEventListener('abort', () => {
    render(null, box);
    box.remove();
    style.remove();
  });
  const drawn = (entry: Entry) => {
    triage.boxes.draw(entry);
    triage.previews.draw(entry);
  };
  watchLinks(bridge, signal);
  // What was drawn before this script came.
  for (const entry of listing.entries.values()) drawn(entry);
  triage.changed();
  draw();

  return {
    open,
    toggle: () => (isOpen() ? fold(false) : open(true)),
    press,
    changed: () => triage.changed(),
    drawn,
    heed: () => {
      for (const entry of listing.entries.values()) entry.draw();
      triage.changed();
    },
    end: () => ends.abort(),
  };
}

/**
 * What a key asks of the bar, if it is the bar's: in what is ours unless something is typed there, elsewhere only where the
 * reader chose so.
 */
function askedOfBar(event: KeyboardEvent, bridge: Bridge): ReturnType<typeof actOf> {
  const { layer, settings, site } = bridge;
  const asked = actOf(event);
  if (!asked) return undefined;
  if (isOurs(event, bridge)) {
    const at = layer().activeElement;
    const isBar = at?.closest('.bar') && !at.matches('input:not([type=radio], [type=checkbox]), select, textarea');
    return !at || at.matches('.pill') || isBar ? asked : undefined;
  }
  const isFree = settings?.pageKeys === true && asked.act !== 'leave';
  return isFree && !isPages(event) && !isSites(site, asked.key) ? asked : undefined;
}
