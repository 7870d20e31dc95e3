/** The hover card: over a link to a paper of the library, what is kept of it. Nothing over any other link. */

import { plural } from '../../locale';
import { send } from '../../messages/transport';
import { idOfUrl } from '../../paper/identity';
import type { Known } from '../../paper/marks';
import { beside } from '../core/beside';
import type { Bridge } from '../core/bridge';
import { element, unfindable } from '../core/dom';
import css from './hover.css?inline';

/** How long one rests on a link before its card shows, ms. */
const rest = 350;
/** px between link and card. */
const gap = 4;

/** Watches links until the signal; whether cards are wanted is looked at each time. */
export function watchLinks(bridge: Bridge, signal: AbortSignal): void {
  const box = element('div', { className: 'hover', hidden: true, role: 'tooltip' });
  const style = element('style', { textContent: css });
  bridge.layer().append(style, box);
  let timer = 0;
  let over: HTMLAnchorElement | undefined;

  const hide = () => {
    clearTimeout(timer);
    over = undefined;
    box.hidden = true;
  };
  const show = async (link: HTMLAnchorElement) => {
    const id = idOfUrl(link.href);
    const known = id === undefined ? undefined : await send('about', id).catch(() => undefined); // then none is shown
    if (!known || over !== link || !link.isConnected) return;
    bridge.layer();
    box.replaceChildren(...lines(known));
    box.ariaLabel = describe(known);
    box.hidden = false;
    const { left, top, bottom } = link.getBoundingClientRect();
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    // Its beginning stands at the link's.
    const place = { left, right: left + size.width, top, bottom: bottom + gap } as DOMRect;
    const at = beside(place, size, { width: innerWidth, height: innerHeight });
    Object.assign(box.style, { left: `${at.left}px`, top: `${at.top}px` });
    bridge.say({ text: describe(known) });
  };
  const enter = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!event.isTrusted || !bridge.settings?.hoverCard || link === over) return;
    hide();
    if (!(link instanceof HTMLAnchorElement)) return;
    over = link;
    timer = window.setTimeout(() => show(link), rest);
  };
  for (const type of ['pointerover', 'focusin'])
    addEventListener(type, enter, { capture: true, passive: true, signal });
  for (const type of ['scroll', 'pointerdown', 'blur'])
    addEventListener(type, hide, { capture: true, passive: true, signal });
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { capture: true, signal });
  signal.addEventListener('abort', () => {
    hide();
    box.remove();
    style.remove();
  });
}

/** "Ada Lovelace, Alan Turing and 3 more". */
function names({ authors }: Known): string {
  const [first = '', second, ...more] = authors;
  const named = second === undefined ? first : `${first}, ${second}`;
  return more.length ? plural('hoverMore', more.length, named) : named;
}

const describe = (known: Known): string =>
  [known.title, names(known), known.mark.tags.join(', '), known.mark.note].filter(Boolean).join('. ');

/** Text of the library is inert: the page does not find it. */
function lines(known: Known): HTMLElement[] {
  const { title, mark } = known;
  const line = (className: string, text: string | undefined) =>
    text ? [element('div', { className }, unfindable(text))] : [];
  const tags = mark.tags.map((name) => element('span', { className: 'tag' }, unfindable(name)));
  return [
    ...line('title', title),
    ...line('authors', names(known)),
    ...(tags.length ? [element('div', { className: 'tags' }, ...tags)] : []),
    ...line('note', mark.note),
  ];
}
