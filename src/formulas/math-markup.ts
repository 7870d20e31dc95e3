/** MathML as markup, for files. */
import type { MathElement } from './math-tree';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An element as markup; `label` is its name for screen readers. */
export function mathMarkup({ name, attributes, children }: MathElement, label?: string): string {
  const all = label === undefined ? attributes : { ...attributes, 'aria-label': label };
  const written = Object.entries(all).map(([attribute, own]) => ` ${attribute}="${escaped(own)}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : mathMarkup(child)));
  return `<${name}${written.join('')}>${inside.join('')}</${name}>`;
}
