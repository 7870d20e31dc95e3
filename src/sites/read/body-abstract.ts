/** The abstract in the text of a paper's own page, for pages whose tags do not hold it. Pure. */
import { clean, linesOf, paragraphs } from './text';

/** Elements that publishers' templates mark as the abstract. */
const marked =
  'section.abstract, div.abstract, #abstract, #Abs1-content, [role="doc-abstract"], .abstractSection, .hlFld-Abstract, .article__abstract';

const headings = 'h1, h2, h3, h4, h5, h6';
const elsewhere = 'nav, aside, footer, li, table, form, [hidden]';

/**
 * The abstract, where the page marks exactly one; labels of a structured one stand before their paragraphs. Undefined where there
 * are several, or what is marked may be something else.
 */
export function bodyAbstract(document: Document): string | undefined {
  const found = [...document.querySelectorAll(marked)].filter(
    (place) => !place.closest(elsewhere) && !place.parentElement?.closest(marked),
  );
  const [place] = found;
  if (!place || found.length > 1) return undefined;
  const copy = place.cloneNode(true) as Element;
  for (const raised of copy.querySelectorAll('sup'))
    if (raised.querySelector('a[href*="#"]') && /^[\s\d,;–-]+$/.test(raised.textContent ?? '')) raised.remove();
  const [title, label] = [...copy.querySelectorAll(headings)];
  // "Abstract" in any language: it has no other heading beside it, or stands above them.
  const isTitle = !label || label.localName !== title?.localName;
  const parts: string[] = [];
  let before = '';
  for (const part of copy.querySelectorAll(`${headings}, p`)) {
    const text = linesOf(part) ?? '';
    const isLabel = part.localName !== 'p';
    if (!isLabel) parts.push(before + text);
    before = isLabel && !(part === title && isTitle) && !/^(?:abstract|summary)\W*$/i.test(text) ? `${text} ` : '';
  }
  const text = paragraphs(parts)
    ?.replace(/^abstract\s*[:.—-]\s*/i, '')
    .replace(/\s*©[^©]{4,100}$/, '');
  // Less than all of it where the text does not stand in paragraphs, more where it goes on with the paper.
  const isWhole = text !== undefined && text.length > 0.9 * clean(copy.textContent ?? '').length - 40;
  return isWhole && text.length > 150 && text.length < 8000 && !/(?:…|\.\.\.)$/.test(text) ? text : undefined;
}
