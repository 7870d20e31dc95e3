/** Links to papers on a page, and which of them lead to one paper under several ids. Pure. */
import { idOfAddress, idScheme, idValue } from '../../paper/identity';
import type { Page } from '../site';
import { linksIn } from './addresses';
import { areSideBySide, entryOf, isItem } from './link-entries';

import { textOf } from './text';
import { isVague, namesPlace } from './vague-texts';

/** A link to a paper. */
interface LinkToPaper {
  link: Element;
  url: URL;
  id: string;
  text: string;
}

/** All links to one paper, in page order. */
export type PaperLinks = [LinkToPaper, ...LinkToPaper[]];

function* found(page: Page): Iterable<LinkToPaper> {
  for (const { url, link } of linksIn(page.document.body, page.url)) {
    const id = idOfAddress(url);
    // A search engine's link holds more than its heading.
    const text = textOf(link.querySelector('h2, h3, h4')) ?? textOf(link);
    // Links within the page itself, such as "Skip to content", lead to no other paper.
    const isWithin = url.hash !== '' && url.href.replace(/#.*$/, '') === page.url.href.replace(/#.*$/, '');
    if (id && text && !isWithin && !link.closest('nav, aside, footer')) yield { link, url, id, text };
  }
}

/** Whether a link's text is where the paper is, or its id as indexes print it: "arXiv", "doi", "1512.01655", "PMC2807447". */
const saysWhere = ({ id, text }: LinkToPaper): boolean =>
  namesPlace(text) || text.toLowerCase().replace(/^(?:pmc?id:|arxiv:)\s*/, '') === idValue(id).toLowerCase();

/**
 * Whether links to several ids in one entry of a list are to one paper: at most one of each scheme, and at most one that names the
 * paper, while the others say where it is ("arXiv", "doi", "PubMed", an address).
 */
function areOne(links: readonly LinkToPaper[]): boolean {
  const ids = [...new Set(links.map(({ id }) => id))];
  const telling = new Set(links.filter(({ text }) => !isVague(text)).map(({ id }) => id));
  return (
    new Set(ids.map(idScheme)).size === ids.length &&
    telling.size <= 1 &&
    links.every((link) => telling.has(link.id) || saysWhere(link))
  );
}

/** Links to papers, by paper, in page order. */
export function papersIn(page: Page): PaperLinks[] {
  const links = [...found(page)];
  const entries = new Map<Element, LinkToPaper[]>();
  const places = new Map<string, Set<Element | null>>();
  for (const each of links) {
    const entry = entryOf(each.link);
    if (entry) entries.set(entry, [...(entries.get(entry) ?? []), each]);
    places.set(each.id, (places.get(each.id) ?? new Set()).add(entry));
  }
  const first = new Map<string, string>();
  for (const [entry, within] of entries) {
    const [one, last] = [within[0]?.link, within.at(-1)?.link];
    if (!one || !last || one === last || !(isItem(entry) || areSideBySide(one, last, entry))) continue;
    // An id that stands in several entries may be another paper's in one of them.
    if (within.every(({ id }) => places.get(id)?.size === 1) && areOne(within))
      for (const { id } of within) first.set(id, within[0]?.id ?? id);
  }
  const papers = new Map<string, PaperLinks>();
  for (const each of links) {
    const id = first.get(each.id) ?? each.id;
    const known = papers.get(id);
    if (known) known.push(each);
    else papers.set(id, [each]);
  }
  return [...papers.values()];
}
