/**
 * Any page that no other site reads: a paper's own page by its machine-readable forms, else the links to papers on it. After
 * saved pages of two publishers (2025, 2026) and what the forms' own documents say.
 */

import { arxivPdf } from '../paper/addresses';
import { idScheme } from '../paper/identity';
import { addressId } from './read/addresses';
import { readCard, readCards } from './read/cards';
import { isInProse } from './read/link-entries';
import { bareTitle, titleBeside } from './read/link-titles';
import { pageMetadata, secure } from './read/meta-tags';
import { type PaperLinks, papersIn } from './read/paper-links';
import { isPair, isPhrase, isVague } from './read/vague-texts';
import type { Page, Site } from './site';

/** The place behind an element, within the block whose line it ends. */
const behind = (element: Element) => ({
  slot: element.closest(
    'p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, blockquote, figcaption, div, section, article, body',
  ),
  after: element,
});

/** The links before and behind each link, in page order, that lead to another paper: what holds neither holds no other's link. */
function neighbours(ids: ReadonlyMap<Element, string>): ReadonlyMap<Element, Element[]> {
  const links = [...ids.keys()].sort((a, b) => (a.compareDocumentPosition(b) & 4 /* following */ ? -1 : 1));
  const around = new Map<Element, Element[]>(links.map((link) => [link, []]));
  for (const order of [links, links.toReversed()]) {
    let [last, other]: (Element | undefined)[] = [];
    for (const link of order) {
      if (last && ids.get(last) !== ids.get(link)) other = last;
      if (other) around.get(link)?.push(other);
      last = link;
    }
  }
  return around;
}

/** The largest element around a link that no other paper's link is in. */
function placeOf(link: Element, others: readonly Element[] = []): Element {
  let place = link;
  for (let next = link.parentElement; next && next !== link.ownerDocument.body; next = next.parentElement) {
    if (others.some((other) => next?.contains(other))) break;
    place = next;
  }
  return place;
}

/** Whether a link's text, though it tells of the paper, is hardly its title. */
const isHardlyTitle = ({ link, text }: PaperLinks[0]): boolean => isPhrase(text) || (isPair(text) && isInProse(link));

/** A paper's title and the link behind which its control stands: the first link that names it, else the first. */
function nameOf([first, ...more]: PaperLinks, around: ReadonlyMap<Element, Element[]>) {
  const all = [first, ...more];
  const telling = all.find(({ text }) => !isVague(text));
  if (telling) return { title: bareTitle(telling.text), link: telling.link, isLinkText: isHardlyTitle(telling) };
  const beside = all.map(({ link }) => titleBeside(link, placeOf(link, around.get(link)))).find(Boolean);
  return { title: beside ?? first.text, link: first.link, isLinkText: !beside };
}

/** One card per paper that is linked to. */
function* links(page: Page): ReturnType<Site['read']> {
  const papers = new Map(papersIn(page).map((all) => [all[0].link, all]));
  /** The paper that a link leads to, by the first of its ids on the page. */
  const ids = new Map([...papers.values()].flatMap((all) => all.map(({ link }) => [link, all[0].id] as const)));
  const around = neighbours(ids);
  const names = new Map([...papers].map(([link, all]) => [link, nameOf(all, around)]));
  yield* readCards(papers.keys(), {
    identify(link) {
      const name = names.get(link);
      return { ids: papers.get(link)?.map(({ id }) => id) ?? [], title: name?.title, ...behind(name?.link ?? link) };
    },
    facts(link, [id = '']) {
      const address = secure(papers.get(link)?.[0].url.href, page);
      const titleIsLinkText = names.get(link)?.isLinkText ? (true as const) : undefined;
      if (idScheme(id) === 'arxiv') return { titleIsLinkText, links: { pdf: arxivPdf([id]) } };
      const isFile = /\/pdf(?:$|\?)|\.pdf$/.test(address ?? '');
      return { titleIsLinkText, links: isFile ? { pdf: address } : { page: address } };
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
