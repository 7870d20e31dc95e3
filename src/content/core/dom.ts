/** Elements without a framework: the script at page load counts its bytes. */

/** An HTML element with properties and children; strings become text nodes. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * The host of a closed root in the page. Not an element with a name of our own: a page could define that as a custom
 * element, and the internals of those hand out even a closed root.
 */
export function hostElement(part: 'card' | 'layer'): HTMLElement {
  const host = element('aside', { role: 'none' });
  host.dataset.offprint = part;
  return host;
}

/** Selects the hosts on cards, and the one above the page: this script's own, and those a former version of it left behind. */
export const cardHosts = 'aside[data-offprint=card]';
export const layerHosts = 'aside[data-offprint=layer]';
export const allHosts = `${cardHosts},${layerHosts}`;

/**
 * Text that a page does not find: `window.find` searches closed roots, too, but nothing that is inert. What stands around it
 * has to have a name for assistive tools, which do not see it either.
 */
export const unfindable = (text: string): HTMLElement => element('span', { inert: true, textContent: text });

let drawn: Element | undefined;

/** The bookmark: outlined, or filled by CSS where the paper is saved. Drawn once and copied: a page has a hundred. */
export function bookmark(): Node {
  if (!drawn) {
    const make = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
    drawn = make('svg');
    drawn.setAttribute('viewBox', '0 0 12 12');
    drawn.setAttribute('aria-hidden', 'true');
    const path = make('path');
    path.setAttribute('d', 'M3 1.5h6v9L6 8 3 10.5z');
    drawn.append(path);
  }
  return drawn.cloneNode(true);
}

const kept = 'click dblclick auxclick mousedown mouseup pointerdown pointerup keydown keyup keypress';

/** Keeps what happens inside an element of ours from the page, where it is none of its business. */
export function keepEvents(element: Element): void {
  for (const type of kept.split(' ')) element.addEventListener(type, (event) => event.stopPropagation());
}
