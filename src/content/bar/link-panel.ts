/** The panel of the paper that a link leads to: opened by a key or by Alt and a click, never by the pointer's rest, as that a page can provoke. */
import { idOfUrl } from '../../paper/identity';
import { askScript, type PageScript } from '../core/page-script';
import { isPages, isSites } from './page-keys';

/** Opens the panel of the link under the pointer, or that has the focus. */
const key = 'i';

/** Listens for clicks with Alt while the setting is on. Returns what handles a key, and tells whether it was for a link. */
export function watchLinks(page: PageScript): (event: KeyboardEvent) => boolean {
  const { life, guard } = page;
  let over: HTMLAnchorElement | undefined;
  const linkOf = (target: EventTarget | null) => {
    const link = target instanceof Element ? target.closest('a') : null;
    return link instanceof HTMLAnchorElement ? link : undefined;
  };
  const open = (event: Event, link: HTMLAnchorElement | undefined): boolean => {
    const id = page.settings?.linkPanel && link ? idOfUrl(link.href) : undefined;
    if (!link || id === undefined) return false;
    event.preventDefault();
    event.stopImmediatePropagation();
    guard.hold();
    void askScript(page, 'panel', (panel) =>
      panel.view({
        offer: { key: id },
        anchor: () => (link.isConnected ? link.getBoundingClientRect() : undefined),
        isOpener: (target) => target === link,
        focus: () => link.focus({ preventScroll: true }),
        closed: () => guard.release(),
      }),
    );
    return true;
  };
  const everywhere = { capture: true };
  life.listen(
    window,
    ['pointerover'],
    ({ target }) => {
      over = linkOf(target);
    },
    { ...everywhere, passive: true },
  );
  life.listen(window, ['click'], (event) => event.altKey && open(event, linkOf(event.target)), everywhere);
  return (event) => {
    const { ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    if (event.key !== key || ctrlKey || metaKey || altKey || shiftKey || isComposing || isPages(event)) return false;
    return !isSites(page.site, key) && open(event, over ?? linkOf(document.activeElement));
  };
}
