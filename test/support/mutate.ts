/** Damage to a page as time and browsers do it: elements dropped, doubled, reordered, renamed, text cut, attributes emptied. */

/** A repeatable random source: each call gives a number from 0 up to, without, `below`. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    // Mulberry32: small, and good enough to choose by.
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Choose = (below: number) => number;
const one = <T>(from: ArrayLike<T>, choose: Choose): T | undefined => from[choose(from.length)];

/** Kinds of damage, by name. Each does nothing where the element has nothing to damage. */
const kinds = {
  drop: (element: Element) => element.remove(),
  double: (element: Element) => element.after(element.cloneNode(true)),
  /**
   * Two of a kind change places. A list's `dt` and `dd` are left together: which belongs to which is their order alone, so
   * that a page which mixes them up says so of its papers.
   */
  reorder(element: Element, choose: Choose) {
    if (/^d[dt]$/.test(element.localName)) return;
    const others = [...(element.parentElement?.children ?? [])].filter(
      (other) => other.localName === element.localName,
    );
    const other = one(others, choose);
    if (other && other !== element) other.before(element);
  },
  rename(element: Element, choose: Choose) {
    const renamed = element.ownerDocument.createElement(one(['div', 'span', 'p', 'section', 'h5'], choose) ?? 'div');
    for (const { name, value } of element.attributes) if (/^[a-z-]+$/.test(name)) renamed.setAttribute(name, value);
    renamed.append(...element.childNodes);
    element.replaceWith(renamed);
  },
  cutText(element: Element, choose: Choose) {
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && node.nodeValue?.trim());
    const text = one(texts, choose);
    if (text?.nodeValue) text.nodeValue = text.nodeValue.slice(0, choose(text.nodeValue.length));
  },
  emptyAttribute(element: Element, choose: Choose) {
    const attribute = one(element.attributes, choose);
    if (attribute) attribute.value = '';
  },
  cutAttribute(element: Element, choose: Choose) {
    const attribute = one(element.attributes, choose);
    if (attribute) attribute.value = attribute.value.slice(0, choose(attribute.value.length + 1));
  },
} satisfies Record<string, (element: Element, choose: Choose) => void>;

/** Damages one element of a page at random; says what was done, for the message of a failing test. */
export function mutate(document: Document, choose: Choose): string {
  const elements = document.body?.querySelectorAll('*') ?? [];
  const element = one(elements, choose);
  const [name, damage] = one(Object.entries(kinds), choose) ?? [];
  if (!element || !damage) return 'nothing left';
  const what = `${name} ${element.localName}${element.className ? `.${element.getAttribute('class')?.split(' ')[0]}` : ''}`;
  damage(element, choose);
  return what;
}
