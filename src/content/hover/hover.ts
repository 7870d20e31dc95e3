/** The hover card: shows the saved paper that a link leads to. */

import { plural } from '../../locale';
import { send } from '../../messages/transport';
import { idOfUrl } from '../../paper/identity';
import type { Known } from '../../paper/marks';
import { beside } from '../core/beside';
import { element, unfindable } from '../core/dom';
import type { PageScript } from '../core/page-script';
import css from './hover.css?inline';

/** How long the pointer must rest on a link before its card shows. */
const showAfterMs = 350;
/** Distance between link and card, px. */
const gap = 4;

/** Shows hover cards while the setting is on. */
export function watchLinks(page: PageScript): void {
  const { life, layer } = page;
  const box = element('div', { className: 'floating hover', hidden: true, role: 'tooltip' });
  layer.attach().append(element('style', { textContent: css }), box);
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
    layer.attach();
    box.replaceChildren(...lines(known));
    box.ariaLabel = describe(known);
    box.hidden = false;
    const { left, top, bottom } = link.getBoundingClientRect();
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    // The card starts where the link starts.
    const place = { left, right: left + size.width, top, bottom: bottom + gap } as DOMRect;
    const at = beside(place, size, { width: innerWidth, height: innerHeight });
    Object.assign(box.style, { left: `${at.left}px`, top: `${at.top}px` });
    layer.say({ text: describe(known) });
  };
  const enter = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!page.settings?.hoverCard || link === over) return;
    hide();
    if (!(link instanceof HTMLAnchorElement)) return;
    over = link;
    timer = life.setTimeout(() => show(link), showAfterMs);
  };
  const everywhere = { capture: true, passive: true };
  life.listen(window, ['pointerover', 'focusin'], enter, everywhere);
  life.listen(window, ['scroll', 'pointerdown', 'blur'], hide, everywhere);
  life.listen(window, ['keydown'], ({ key }) => key === 'Escape' && hide(), everywhere);
}

/** "Ada Lovelace, Alan Turing and 3 more". */
function names({ authors }: Known): string {
  const [first = '', second, ...more] = authors;
  const named = second === undefined ? first : `${first}, ${second}`;
  return more.length ? plural('hoverMore', more.length, named) : named;
}

const describe = (known: Known): string =>
  [known.title, names(known), known.mark.tags.join(', '), known.mark.note].filter(Boolean).join('. ');

/** Text of the library is inert, so that the page cannot find it. */
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
