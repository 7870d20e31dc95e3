/** Dims or hides elements of the page by inline style, and restores exactly what was there. */
import type { Card } from '../../sites/site';

/** How a card is shown. */
export type Visibility = 'plain' | 'dim' | 'hide';

/** How many wrappers that hold only the card are hidden with it, so that no gap is left in a grid. */
const wrappers = 3;

const styles = { dim: ['opacity', '0.3'], hide: ['display', 'none'] } as const;

interface Veiled {
  look: 'dim' | 'hide';
  /** The value of the element's own style before. */
  value: string;
  priority: string;
}

/** A form field named `style` hides the property of its form. */
const styleOf = (element: Element): CSSStyleDeclaration | undefined => {
  const { style } = element as HTMLElement;
  return style instanceof CSSStyleDeclaration ? style : undefined;
};

/** The elements of a card, each with the wrappers that hold nothing else. */
export function elementsOf({ element, rest = [] }: Card): Element[] {
  return [element, ...rest].map((part) => {
    let whole = part;
    for (let n = 0; n < wrappers; n++) {
      const { parentElement: parent } = whole;
      if (!parent || parent === document.body || parent.childElementCount > 1 || parent.localName === 'main') break;
      if (parent.textContent?.trim() !== whole.textContent?.trim()) break;
      whole = parent;
    }
    return whole;
  });
}

export class Veil {
  readonly #veiled = new Map<Element, Veiled>();
  /** Elements that had no `style` attribute when they were first veiled. */
  readonly #bare = new WeakSet<Element>();

  /** Applies a look to elements, and restores all others. */
  apply(looks: ReadonlyMap<Element, Visibility>): void {
    for (const [element, { look }] of this.#veiled) if (looks.get(element) !== look) this.#lift(element);
    for (const [element, look] of looks) if (look !== 'plain') this.#put(element, look);
  }

  #put(element: Element, look: 'dim' | 'hide'): void {
    const style = styleOf(element);
    if (!style) return;
    const [name, value] = styles[look];
    if (!this.#veiled.has(element)) {
      if (!element.hasAttribute('style')) this.#bare.add(element);
      const before = { value: style.getPropertyValue(name), priority: style.getPropertyPriority(name) };
      this.#veiled.set(element, { look, ...before });
    }
    // Also where it was set before: a page may have overwritten the style.
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value, 'important');
  }

  #lift(element: Element): void {
    const before = this.#veiled.get(element);
    const style = styleOf(element);
    this.#veiled.delete(element);
    if (!before || !style) return;
    const [name, value] = styles[before.look];
    // The page changed the style meanwhile, so it is left alone.
    if (style.getPropertyValue(name) !== value || style.getPropertyPriority(name) !== 'important') return;
    style.setProperty(name, before.value, before.priority);
    if (this.#bare.has(element) && !element.getAttribute('style')) element.removeAttribute('style');
  }
}
