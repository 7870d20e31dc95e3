/** Reading text off a page: what a reader sees, without the layout's white space. Pure. */

// Control characters but tab and line ends, which count as white space.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g;

/** White space collapsed, control characters removed, ends trimmed. */
// Single blanks, most of a text, are left alone: replacing each costs more than all the rest of reading.
export const clean = (text: string): string =>
  text
    .replace(control, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();

/** The text of an element as a reader sees it; undefined if there is no element or nothing in it. */
export function textOf(element: Element | null | undefined): string | undefined {
  return clean(element?.textContent ?? '') || undefined;
}

/** What keeps the TeX of a drawn formula: KaTeX an annotation, MathJax 4 an attribute. */
const tex = 'annotation,[data-latex]';

/**
 * What a reader sees of an element, a line a paragraph (`<br>` begins one): formulas that MathJax or KaTeX has drawn are given
 * back as the TeX they came from, elements that match `without` are left out. Undefined if nothing is left.
 */
export function linesOf(element: Element | null | undefined, without = ''): string | undefined {
  const lines = [''];
  const add = (text: string | null | undefined): void => {
    lines.push((lines.pop() ?? '') + (text ?? ''));
  };
  const walk = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3 /* text */) add(child.nodeValue);
      if (child.nodeType !== 1 /* element */) continue;
      const inner = child as Element;
      const { localName } = inner;
      const name = inner.getAttribute('class') ?? '';
      if (localName === 'br') lines.push('');
      else if (localName === 'script') {
        if (inner.getAttribute('type')?.startsWith('math/tex')) add(`$${inner.textContent}$`);
      } else if (without && inner.matches(without)) continue;
      else if (localName === 'mjx-container' || name === 'katex') {
        const kept = inner.querySelector(tex);
        // Else as it is spoken by screen readers.
        add(kept ? `$${kept.getAttribute('data-latex') ?? kept.textContent}$` : inner.textContent);
      } else if (!name.startsWith('MathJax')) walk(inner);
    }
  };
  if (!element?.firstElementChild) return textOf(element);
  walk(element);
  return paragraphs(lines);
}

/** Paragraphs separated by one newline, each cleaned; undefined if nothing is left. */
export function paragraphs(parts: Iterable<string>): string | undefined {
  const cleaned = [...parts].map(clean).filter((part) => part !== '');
  return cleaned.length ? cleaned.join('\n') : undefined;
}

/** A shown count: "117", "1,204", "2.63k", "32.8k", "1.2M". "-" and anything else is undefined. */
export function count(text: string | undefined | null): number | undefined {
  const found = /^(\d+(?:,\d{3})*|\d*\.\d+|\d+)\s*([kKmM])?\+?$/.exec(clean(text ?? ''));
  if (!found) return undefined;
  const unit = { k: 1e3, m: 1e6 }[found[2]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number((found[1] as string).replaceAll(',', '')) * unit);
}

/** An attribute's address against the page, secure where the page's host is; undefined if missing, broken or not http(s). */
export function urlOf(element: Element | null | undefined, attribute: string, base: URL): URL | undefined {
  const value = element?.getAttribute(attribute)?.trim();
  if (!value) return undefined;
  try {
    // Parsed once: a card has a dozen links, a page a hundred cards.
    const url = new URL(value, base);
    if (url.host === base.host) url.protocol = base.protocol; // old links of a site's own that know no https
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** An attribute's address made absolute against the page, as `urlOf`. */
export const address = (...place: Parameters<typeof urlOf>): string | undefined => urlOf(...place)?.href;

/** The object without its undefined members, empty arrays and empty objects: a fact not given is left out. */
export function known<T extends object>(given: { [K in keyof T]?: T[K] | undefined }): T {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !(typeof value === 'object' && value && Object.keys(value).length === 0))
      kept[name] = value;
  }
  return kept as T;
}

/** A text that stands directly in an element, white space collapsed. */
interface Standing {
  text: string;
  element: Element;
}

/** All texts of a place that stand directly in an element, to be searched several times. */
export function standing(scope: Element): Standing[] {
  const found: Standing[] = [];
  const walker = scope.ownerDocument.createTreeWalker(scope, 4 /* text nodes */);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = clean(walker.currentNode.nodeValue ?? '');
    if (text && element) found.push({ text, element });
  }
  return found;
}

/**
 * The first match of a pattern in a text of a place, with its element. Headings and paragraphs are passed over: what they
 * say is the paper's, not the page's.
 */
export function said(
  place: Element | Standing[],
  pattern: RegExp,
): { match: RegExpExecArray; element: Element } | undefined {
  for (const { text, element } of Array.isArray(place) ? place : standing(place)) {
    const match = pattern.exec(text);
    if (match && !element.closest('h1,h2,h3,h4,p')) return { match, element };
  }
  return undefined;
}
