/**
 * Hugging Face Papers. Listings after saved pages of 2024 and 2026, which have an `article` per card. The search page is known only
 * as text, so that a card is whatever holds a title link to one paper. A paper's own page is known by its text and by what others
 * read from it (`data-target="PaperContent"`).
 */

import { arxivFile } from '../paper/addresses';
import { dayNearArxivId } from '../paper/dates';
import { arxivId, idValue } from '../paper/identity';
import type { Metrics } from '../paper/metrics';
import { repository } from '../paper/repositories';
import { type CardIdentity, readCard, readCards, type ScrapedFacts } from './read/cards';
import { hydration, ofData, type SourceFacts } from './read/huggingface-data';
import type { JsonObject } from './read/json';
import { repositoriesInText, sortLinks } from './read/links';
import { clean, count, findText, known, textOf, textsIn, urlOf } from './read/text';
import type { Page, Place, Site } from './site';

const home = 'https://huggingface.co';
const listing = /^\/papers(?:\/(?:date|week|month|year)\/[\w-]+|\/trending)?\/?$/;
const headings = 'h1,h2,h3,h4';

/** The arXiv id in the address of a paper's page. */
const paperOf = (url: URL | undefined): string | undefined =>
  url && arxivId(/^\/papers\/(.+?)\/?$/.exec(url.pathname)?.[1] ?? '');

type Cards = ReturnType<Site['read']>;

/** The number beside the check box, in a label or in a link to the login page, which names the paper. */
function upvotes(scope: Element, id: string, page: Page): number | undefined {
  for (const box of scope.querySelectorAll('input[type=checkbox]')) {
    const vote = box.closest('a,label') ?? box.parentElement;
    const next = urlOf(vote, 'href', page.url)?.searchParams.get('next');
    if (next && !next.endsWith(`/${id}`)) continue;
    const votes = count(vote?.textContent?.replace(/upvoted?/i, ''));
    if (votes !== undefined) return votes;
  }
  return undefined;
}

/** A date as shown: "Published on Oct 4, 2026", "Apr 6". */
const dated = /^(?:published on )?[a-z]{3,9} \d{1,2}(?:, \d{4})?$/i;

/** Facts that stand as text, on cards and on a paper's own page. */
function ofText(scope: Element, id: string, page: Page): SourceFacts {
  const texts = textsIn(scope);
  const submitter = textOf(findText(texts, /^(?:· ?)?submitted by/i)?.element);
  return known<SourceFacts>({
    published: dayNearArxivId(findText(texts, dated)?.match[0], id, page.now),
    authorCount: count(findText(texts, /^(?:· ?)?(\S+) authors?$/i)?.match[1]),
    submittedBy: /submitted by (\S+)/i.exec(submitter ?? '')?.[1],
    metrics: known<Metrics>({ upvotes: upvotes(scope, id, page) }),
  });
}

/** Text that is too long for anything but an abstract. */
const longText = (element: Element | null): string | undefined => {
  const text = textOf(element);
  return text && text.length > 200 ? text : undefined;
};

/** Facts that a card shows. Titles of avatars are not authors: they may be account handles. */
function ofCard(card: Element, id: string, page: Page): SourceFacts {
  const shown = ofText(card, id, page);
  const metrics = known<Metrics>({ ...shown.metrics });
  const links: string[] = [];
  let abstract: string | undefined;
  let organization: string | undefined;
  const counted = (name: keyof Metrics, label: string | undefined): void => {
    const value = count(label);
    if (value !== undefined) metrics[name] ??= value;
  };
  for (const anchor of card.querySelectorAll('a[href]')) {
    const url = urlOf(anchor, 'href', page.url);
    if (!url || anchor.closest(headings)) continue;
    const label = textOf(anchor);
    if (paperOf(url) === id) {
      // The star count links to the paper, the comment count to its `#community`.
      counted(url.hash ? 'comments' : 'stars', label);
      const around = anchor.closest('p');
      abstract ??=
        textOf(anchor.querySelector('p')) ?? longText(card.contains(around) ? around : null) ?? longText(anchor);
    } else if (url.origin === home && /^\/(?!login)[\w.-]+$/.test(url.pathname) && !anchor.closest('ul')) {
      organization ??= label === shown.submittedBy ? undefined : label;
    } else if (repository(url.href)) {
      links.push(url.href);
      counted('stars', label?.split(' ').at(-1));
    }
  }
  // On search pages every card has its whole abstract.
  if (page.url.searchParams.has('q')) abstract ??= [...card.querySelectorAll('p')].map(longText).find(Boolean);
  // A trending card's paragraph may be an AI summary.
  if (page.url.pathname.startsWith('/papers/trending') || /(?:…|\.\.\.)$/.test(abstract ?? '')) abstract = undefined;
  return { ...shown, ...known<SourceFacts>({ abstract, organization, metrics, links }) };
}

/** Facts that a paper's own page shows. */
function ofPage(main: Element, id: string, page: Page): SourceFacts {
  const heading = [...main.querySelectorAll(headings)].find((element) => /^abstract$/i.test(textOf(element) ?? ''));
  const section = heading?.parentElement;
  const summary = section && findText(section, /^ai-generated summary$/i)?.element;
  // The label and the summary are in one box, in any order.
  let box: Element | null | undefined = summary;
  while (box && !box.querySelector('p')) box = box.parentElement;
  const paragraph = [...(section?.querySelectorAll('p') ?? [])].find((element) =>
    box === section ? summary && summary.compareDocumentPosition(element) & 4 /* follows */ : !box?.contains(element),
  );
  const authors = textOf(findText(main, /^authors:$/i)?.element.parentElement)?.replace(/^authors:/i, '');
  return {
    ...ofText(main, id, page),
    ...known<SourceFacts>({ authors: authors?.split(',').map(clean).filter(Boolean), abstract: textOf(paragraph) }),
  };
}

/** Merges card and data. For facts that change over time the card wins. */
function facts(id: string, shown: SourceFacts, data: SourceFacts): ScrapedFacts {
  const both = { ...shown, ...data };
  return {
    ...both,
    authorCount: shown.authorCount ?? both.authors?.length,
    organization: shown.organization ?? data.organization,
    metrics: { ...data.metrics, ...shown.metrics },
    links: {
      page: `${home}/papers/${id}`,
      pdf: arxivFile(id),
      ...sortLinks([...(shown.links ?? []), ...(data.links ?? []), ...repositoriesInText(both.abstract)]),
    },
  };
}

/**
 * Where a card has room for the control: at the end of the line with the date, otherwise in the padding below the text.
 * Trending cards have that line twice, for wide and narrow screens.
 */
function placesOf(card: Element): Pick<CardIdentity, 'slot' | 'spot' | 'elsewhere'> {
  const dates = [...card.querySelectorAll('span')].filter((span) => dated.test(clean(span.textContent ?? '')));
  const lines = dates.flatMap(({ parentElement }): Place[] =>
    parentElement ? [{ slot: parentElement, spot: { corner: 'bottom-right', x: 0, y: -1 } }] : [],
  );
  const below: Place = { slot: card, spot: { corner: 'bottom-right', x: 24, y: 1 } };
  const [first, ...elsewhere] = lines;
  return first ? { ...first, elsewhere: [...elsewhere, below] } : below;
}

/** Links to papers' pages, not to their comments. */
function paperLinks(scope: ParentNode, url: URL): { anchor: Element; id: string }[] {
  return [...scope.querySelectorAll('a[href*="/papers/"]')].flatMap((anchor) => {
    const to = urlOf(anchor, 'href', url);
    const id = to?.hash ? undefined : paperOf(to);
    return id ? { anchor, id } : [];
  });
}

/** A link's text that may be a title: no count, and no abstract. */
function titleIn(anchor: Element): string | undefined {
  const text = textOf(anchor.querySelector('p')?.previousElementSibling ?? anchor);
  return text && text.length <= 300 && /\p{L}{2}/u.test(text) && count(text) === undefined ? text : undefined;
}

/** Identifies the paper of a card by its title link, or by its other links if all lead to the same paper. */
function identify(card: Element, url: URL): CardIdentity | undefined {
  const heading = card.querySelector(headings);
  const links = paperLinks(card, url);
  const titled = links.find(({ anchor }) =>
    heading ? heading.contains(anchor) || anchor.contains(heading) : titleIn(anchor),
  );
  const ids = new Set((titled ? [titled] : links).map(({ id }) => `arxiv:${id}`));
  // Announcements have neither a link to a paper nor a vote.
  if (ids.size === 0 && !card.querySelector('input[type=checkbox]')) return undefined;
  const title = heading ? textOf(heading) : titled && titleIn(titled.anchor);
  return { ids: ids.size === 1 ? ids : [], title, ...placesOf(card) };
}

const frame = 'nav, header, footer, aside';

/**
 * The elements of cards: articles, or where there are none the largest elements that hold the links of one paper and nothing of
 * the page around them.
 */
function cardsIn(page: Page): Iterable<Element> {
  const articles = [...page.document.querySelectorAll('article')];
  if (articles.length > 0) return articles;
  const links = paperLinks(page.document.querySelector('main') ?? page.document, page.url).filter(
    ({ anchor }) => !anchor.closest(frame),
  );
  const ids = new Map(links.map(({ anchor, id }) => [anchor, id]));
  const isOwn = (place: Element, id: string) =>
    !place.matches('main, body') &&
    !place.querySelector(`h1, input[type=search], [role=search], ${frame}`) &&
    [...place.getElementsByTagName('a')].every((other) => (ids.get(other) ?? id) === id);
  return new Set(
    links.map(({ anchor, id }) => {
      let card = anchor;
      while (card.parentElement && isOwn(card.parentElement, id)) card = card.parentElement;
      return card;
    }),
  );
}

const idOf = (ids: string[]): string => idValue(ids[0] ?? '');

const cards = (page: Page, dataOf: (id: string) => SourceFacts): Cards =>
  readCards(cardsIn(page), {
    identify: (card) => identify(card, page.url),
    facts: (card, ids) => facts(idOf(ids), ofCard(card, idOf(ids), page), dataOf(idOf(ids))),
    spot: { corner: 'bottom-right' },
  });

/** A paper's own page. If its arXiv links name only other papers, it still shows the page before: the address has changed first. */
function ownPage(page: Page, id: string, dataOf: (id: string) => SourceFacts): Cards {
  const main = page.document.querySelector('main') ?? page.document.body;
  return readCard(main.querySelector('h1')?.parentElement ?? main, {
    identify(element) {
      const links = [...main.querySelectorAll('a[href^="https://arxiv.org/"]')].map((link) =>
        link.getAttribute('href'),
      );
      const isOther = links.length > 0 && !links.some((href) => href?.includes(id));
      return { ids: isOther ? [] : [`arxiv:${id}`], title: textOf(element.querySelector('h1')) };
    },
    facts: () => facts(id, ofPage(main, id, page), dataOf(id)),
    spot: { corner: 'top-right', x: 0, y: 0 },
  });
}

export const huggingface: Site = {
  id: 'huggingface',
  name: 'Hugging Face Papers',
  matches: [`${home}/papers*`],
  watchedAttributes: ['data-props'],
  kind: (url) => (listing.test(url.pathname) ? 'listing' : paperOf(url) ? 'paper' : undefined),
  read(page) {
    let entries: Map<unknown, JsonObject> | undefined;
    const dataOf = (id: string): SourceFacts => {
      entries ??= hydration(page.document);
      return ofData(entries.get(id) ?? {});
    };
    const id = paperOf(page.url);
    return id ? ownPage(page, id, dataOf) : cards(page, dataOf);
  },
};
