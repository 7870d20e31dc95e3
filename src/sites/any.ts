/**
 * Any page that no other site reads: a paper's own page by its machine-readable forms, else the links to papers on it. After
 * saved pages of two publishers (2025, 2026) and what the forms' own documents say.
 */

import { arxivPdf } from '../paper/addresses';
import { idOfAddress, idScheme } from '../paper/identity';
import { addressId, linksIn } from './read/addresses';
import { readCard, readCards } from './read/cards';
import { isVague, titleBeside } from './read/link-titles';
import { pageMetadata, secure } from './read/meta-tags';
import { textOf } from './read/text';
import type { Page, Site } from './site';

/** The place behind an element, within the block whose line it ends. */
const behind = (element: Element) => ({
  slot: element.closest(
    'p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, blockquote, figcaption, div, section, article, body',
  ),
  after: element,
});

/** A link to a paper. */
interface PaperLink {
  link: Element;
  url: URL;
  id: string;
  text: string;
}

/** All links to one paper, in page order. */
type PaperLinks = [PaperLink, ...PaperLink[]];

function* paperLinks(page: Page): Iterable<PaperLink> {
  for (const { url, link } of linksIn(page.document.body, page.url)) {
    const id = idOfAddress(url);
    // A search engine's link holds more than its heading.
    const text = textOf(link.querySelector('h2, h3, h4')) ?? textOf(link);
    if (id && text && !link.closest('nav, aside, footer')) yield { link, url, id, text };
  }
}

/** The largest element around a link that no other paper's link is in. */
function placeOf(link: Element, ids: ReadonlyMap<Element, string>): Element {
  const id = ids.get(link);
  let place = link;
  while (place.parentElement && place.parentElement !== link.ownerDocument.body) {
    const others = [...place.parentElement.getElementsByTagName('a')];
    if (others.some((other) => ids.has(other) && ids.get(other) !== id)) break;
    place = place.parentElement;
  }
  return place;
}

/** A paper's title and the link behind which its control stands: the first link that names it, else the first. */
function nameOf([first, ...more]: PaperLinks, ids: ReadonlyMap<Element, string>) {
  const all = [first, ...more];
  const telling = all.find(({ text }) => !isVague(text));
  if (telling) return { title: telling.text, link: telling.link };
  const beside = all.map(({ link }) => titleBeside(link, placeOf(link, ids))).find(Boolean);
  return { title: beside ?? first.text, link: first.link, isLinkText: !beside };
}

/** One card per paper that is linked to. */
function* links(page: Page): ReturnType<Site['read']> {
  const ids = new Map<Element, string>();
  const papers = new Map<string, PaperLinks>();
  for (const each of paperLinks(page)) {
    ids.set(each.link, each.id);
    const known = papers.get(each.id);
    if (known) known.push(each);
    else papers.set(each.id, [each]);
  }
  const names = new Map([...papers].map(([id, all]) => [id, nameOf(all, ids)]));
  yield* readCards(
    [...papers.values()].map(([{ link }]) => link),
    {
      identify(link) {
        const id = ids.get(link) ?? '';
        const name = names.get(id);
        return { ids: [id], title: name?.title, ...behind(name?.link ?? link) };
      },
      facts(_, [id = '']) {
        const address = secure(papers.get(id)?.[0].url.href, page);
        const titleIsLinkText = names.get(id)?.isLinkText ? (true as const) : undefined;
        if (idScheme(id) === 'arxiv') return { titleIsLinkText, links: { pdf: arxivPdf([id]) } };
        const isFile = /\/pdf(?:$|\?)|\.pdf$/.test(address ?? '');
        return { titleIsLinkText, links: isFile ? { pdf: address } : { page: address } };
      },
      spot: { corner: 'bottom-left', x: 0, y: 0 },
    },
  );
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
        return {
          ids: ids.length ? ids : [addressId(now?.facts.links?.page ?? page.url)],
          title: now?.title,
          ...(heading && behind(heading)),
        };
      },
      facts: () => pageMetadata(page)?.facts ?? {},
      spot: { corner: 'bottom-left', x: 0, y: 0 },
    });
  },
};
