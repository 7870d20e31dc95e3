/**
 * Any page that no other site reads: a paper's own page by its machine-readable forms, else the links to papers on it. After
 * saved pages of two publishers (2025, 2026) and what the forms' own documents say.
 */

import { arxivPdf } from '../paper/addresses';
import { canonicalUrl, idOfUrl, idScheme } from '../paper/identity';
import { linksIn } from './read/addresses';
import { readCard, readCards } from './read/cards';
import { pageMetadata, secure } from './read/meta-tags';
import { textOf } from './read/text';
import type { Page, Site } from './site';

/** What says nothing of the paper it leads to. */
const bare =
  /^\W*(?:abs|abstract|arxiv|doi|full text|here|html|link|paper|pdf|preprint|pubmed|view|\d+|(?:https?:|arxiv:|doi:|10\.)\S+)?\W*$/i;

/** The place behind an element, within the block whose line it ends. */
const behind = (element: Element) => ({
  slot: element.closest(
    'p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, blockquote, figcaption, div, section, article, body',
  ),
  after: element,
});

/** One card a paper that is linked to; of its links the first with a title names it. */
function* links(page: Page): ReturnType<Site['read']> {
  const titles = new Map<string, { title: string; link: Element }>();
  const elements: Element[] = [];
  const found = new Map<Element, { id: string; url: URL }>();
  for (const { url, link } of linksIn(page.document.body, page.url)) {
    const id = idOfUrl(url);
    // A search engine's link holds more than its heading.
    const title = textOf(link.querySelector('h2, h3, h4')) ?? textOf(link);
    if (!id || !title || link.closest('nav, aside, footer')) continue;
    const before = titles.get(id);
    if (!before || (bare.test(before.title) && !bare.test(title))) titles.set(id, { title, link });
    found.set(link, { id, url });
    elements.push(link);
  }
  yield* readCards(elements, {
    identify: (link) => {
      const id = found.get(link)?.id ?? '';
      const named = titles.get(id);
      return { ids: [id], title: named?.title, ...behind(named?.link ?? link) };
    },
    facts(link, ids) {
      const address = secure(found.get(link)?.url.href, page);
      if (idScheme(ids[0] ?? '') === 'arxiv') return { links: { pdf: arxivPdf(ids) } };
      return { links: /\/pdf(?:$|\?)|\.pdf$/.test(address ?? '') ? { pdf: address } : { page: address } };
    },
    spot: { corner: 'bottom-left', x: 0, y: 0 },
  });
}

export const any: Site = {
  id: 'any',
  name: 'Any page',
  matches: [], // on a click, by `activeTab`
  kind: (url, document) =>
    document && pageMetadata({ url, document, now: new Date(0) })
      ? 'paper'
      : /^https?:$/.test(url.protocol)
        ? 'listing'
        : undefined,
  read(page) {
    if (!pageMetadata(page)) return links(page);
    const heading = page.document.querySelector('h1');
    return readCard(heading?.parentElement ?? page.document.body, {
      identify() {
        const now = pageMetadata(page);
        const ids = now?.ids.filter(Boolean) ?? [];
        const address = canonicalUrl(now?.facts.links?.page ?? page.url.href);
        return {
          ids: ids.length ? ids : [address && `url:${address}`],
          title: now?.title,
          ...(heading && behind(heading)),
        };
      },
      facts: () => pageMetadata(page)?.facts ?? {},
      spot: { corner: 'bottom-left', x: 0, y: 0 },
    });
  },
};
