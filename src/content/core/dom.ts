/** Creates elements without a framework, which would cost bytes at page load. */

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
export function hostElement(part: 'card' | 'layer' | 'frame'): HTMLElement {
  const host = element('aside', { role: 'none' });
  host.dataset.offprint = part;
  return host;
}

/** Selectors of the hosts on cards, of the layer and of the private frame: of this script, and of an older version that left them behind. */
export const cardHosts = 'aside[data-offprint=card]';
export const layerHosts = 'aside[data-offprint=layer]';
export const frameHosts = 'aside[data-offprint=frame]';
export const allHosts = 'aside[data-offprint]';

/**
 * Text that a page cannot find: `window.find` searches closed roots, too, but skips inert text. So do assistive tools: the
 * element around it needs an accessible name.
 */
export const unfindable = (text: string): HTMLElement => element('span', { inert: true, textContent: text });

let drawn: Element | undefined;

/** The bookmark icon, which CSS fills when the paper is saved. Built once and cloned, since a page may have hundreds. */
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

/** Stops the events of an element of ours from reaching the page. */
export function keepEvents(element: Element): void {
  for (const type of kept.split(' ')) element.addEventListener(type, (event) => event.stopPropagation());
}
