/** Text of a page as a person sees it, without white space of the layout. Pure. */

// Control characters except tabs and line ends, which count as white space.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g;

/** White space collapsed, control characters removed, ends trimmed. */
// Single blanks are not replaced: that would cost more than all other reading.
export const clean = (text: string): string =>
  text
    .replace(control, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();

/** Text of an element on one line; undefined if there is no element or no text. */
export function textOf(element: Element | null | undefined): string | undefined {
  return clean(element?.textContent ?? '') || undefined;
}

/** Where the TeX of a formula is kept: by KaTeX in an annotation, by MathJax 4 in an attribute. */
const tex = 'annotation,[data-latex]';

/**
 * Text of an element, one line per paragraph (`<br>` begins one). Formulas drawn by MathJax or KaTeX become TeX again; elements
 * that match the selector `without` are left out. Undefined if nothing is left.
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
        // Otherwise the text for screen readers.
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

/** Parses a count: "117", "1,204", "2.63k", "32.8k", "1.2M". Undefined for "-" and anything else. */
export function count(text: string | undefined | null): number | undefined {
  const found = /^(\d+(?:,\d{3})*|\d*\.\d+|\d+)\s*([kKmM])?\+?$/.exec(clean(text ?? ''));
  if (!found) return undefined;
  const unit = { k: 1e3, m: 1e6 }[found[2]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number((found[1] as string).replaceAll(',', '')) * unit);
}

/** Resolves the address in an attribute; on the page's own host with the page's scheme. Undefined if missing, broken or not http(s). */
export function urlOf(element: Element | null | undefined, attribute: string, base: URL): URL | undefined {
  const value = element?.getAttribute(attribute)?.trim();
  if (!value) return undefined;
  try {
    // Parsed once: a card has a dozen links, a page a hundred cards.
    const url = new URL(value, base);
    if (url.host === base.host) url.protocol = base.protocol; // old http links within a site that has https
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Like `urlOf`, as a text. */
export const address = (...place: Parameters<typeof urlOf>): string | undefined => urlOf(...place)?.href;

/** A copy without undefined members, empty arrays and empty objects. */
export function known<T extends object>(given: { [K in keyof T]?: T[K] | undefined }): T {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !(typeof value === 'object' && value && Object.keys(value).length === 0))
      kept[name] = value;
  }
  return kept as T;
}

/** A text node's text, white space collapsed, and its parent. */
interface PlacedText {
  text: string;
  element: Element;
}

/** All texts within an element, to be searched several times by `findText`. */
export function textsIn(scope: Element): PlacedText[] {
  const found: PlacedText[] = [];
  const walker = scope.ownerDocument.createTreeWalker(scope, 4 /* text nodes */);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = clean(walker.currentNode.nodeValue ?? '');
    if (text && element) found.push({ text, element });
  }
  return found;
}

/**
 * Finds the first text that matches a pattern, and its element. Skips headings and paragraphs, whose words are the paper's own, not
 * labels of the page.
 */
export function findText(
  place: Element | PlacedText[],
  pattern: RegExp,
): { match: RegExpExecArray; element: Element } | undefined {
  for (const { text, element } of Array.isArray(place) ? place : textsIn(place)) {
    const match = pattern.exec(text);
    if (match && !element.closest('h1,h2,h3,h4,p')) return { match, element };
  }
  return undefined;
}
