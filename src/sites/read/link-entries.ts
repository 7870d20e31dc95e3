/** The place of a link among the words of a page: the entry that it stands in, and running text around it. Pure. */
import { textOf } from './text';
import { isVague } from './vague-texts';

/** Elements whose text is no text beside links. */
const controls = 'a, button, sup, script, style';

const letters = (text: string | null | undefined): number => (text?.match(/\p{L}/gu) ?? []).length;

/** Whether there is text in an element beside links that say nothing, as much as a title at least. */
function hasText(element: Element): boolean {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(controls)) if (isVague(textOf(part) ?? '')) part.remove();
  return letters(copy.textContent) >= 20;
}

/** Whether an element is an entry of a list by its tag. */
export const isItem = (element: Element): boolean => element.matches('li, tr, dd');

/** The entry of a list that a link stands in; outside of lists the nearest block that has text of its own. */
export function entryOf(link: Element): Element | null {
  const item = link.closest('li, tr, dd');
  if (item) return item;
  for (let block = link.closest('p, div, section, article'); block; block = block.parentElement) {
    if (block === block.ownerDocument.body) return null;
    if (hasText(block)) return block;
  }
  return null;
}

/** The texts of a block outside its links, each with whether it stands before an element (1), behind it (-1) or in it (0). */
function* textsAround(element: Element, block: Element): Iterable<{ text: string; side: -1 | 0 | 1 }> {
  const walker = block.ownerDocument.createTreeWalker(block, 4 /* text nodes */);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement?.closest(controls)) continue;
    const at = element.compareDocumentPosition(node);
    yield { text: node.nodeValue ?? '', side: at & 2 /* preceding */ ? 1 : at & 4 /* following */ ? -1 : 0 };
  }
}

/** Whether nothing but links and words such as "DOI:" stands between two links of one block. */
export function areSideBySide(first: Element, last: Element, block: Element): boolean {
  const behind = [...textsAround(first, block)].map(({ side }) => side === -1);
  return [...textsAround(last, block)].every(({ text, side }, at) => !(side === 1 && behind[at]) || isVague(text));
}

/** Whether a link stands within running text: with words before and behind it, more than a list's entry has. */
export function isInProse(link: Element): boolean {
  const block = link.closest('p, li, td, dd, blockquote, div');
  // What holds further blocks is an entry or a part of the page, no paragraph.
  if (!block || block.querySelector('p, div, ul, ol, dl, table, pre, h1, h2, h3, h4, h5, h6')) return false;
  let [before, behind] = [0, 0];
  for (const { text, side } of textsAround(link, block)) {
    if (side === 1) before += letters(text);
    if (side === -1) behind += letters(text);
  }
  return Math.min(before, behind) >= 20 && before + behind >= 80;
}
