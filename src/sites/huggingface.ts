/**
 * Hugging Face Papers. Listings after saved pages of 2024 and 2026; a paper's own page only after its text and what others
 * read from it (`data-target="PaperContent"`), since no saved one was at hand.
 */

import { arxivFile } from '../paper/addresses';
import { dayIn } from '../paper/dates';
import { arxivId, idValue } from '../paper/identity';
import type { Metrics } from '../paper/metrics';
import { repository } from '../paper/repositories';
import { type CardIdentity, readCard, readCards, type ScrapedFacts } from './read/cards';
import { type JsonObject, list, object, text, texts, wholeNumber } from './read/json';
import { codeInText, sortLinks } from './read/links';
import { clean, count, findText, known, textOf, textsIn, urlOf } from './read/text';
import type { Page, Place, Site } from './site';

const home = 'https://huggingface.co';
const listing = /^\/papers(?:\/(?:date|week|month|year)\/[\w-]+|\/trending)?\/?$/;
const headings = 'h1,h2,h3,h4';

/** The arXiv id in the address of a paper's page. */
const paperOf = (url: URL | undefined): string | undefined =>
  url && arxivId(/^\/papers\/(.+?)\/?$/.exec(url.pathname)?.[1] ?? '');

type Cards = ReturnType<Site['read']>;

/**
 * What the page's hydration data says, by arXiv id: entries of any of its lists (`dailyPapers`, `searchResults`) or the one
 * `paper` of a paper's page. It may be of another day than the cards, so it only completes what a card shows.
 */
function hydration(document: Document): Map<unknown, JsonObject> {
  const entries = new Map<unknown, JsonObject>();
  for (const element of document.querySelectorAll('[data-props*=\'"paper"\']')) {
    let props: JsonObject;
    try {
      props = object(JSON.parse(element.getAttribute('data-props') ?? ''));
    } catch {
      continue; // cut off: facts come from the cards alone
    }
    for (const entry of [props, ...Object.values(props).flatMap(list)].map(object)) {
      const { id } = object(entry.paper);
      if (!entries.has(id)) entries.set(id, entry);
    }
  }
  return entries;
}

/** Facts of a paper from one source: the card or the page's data. */
interface Part extends Omit<ScrapedFacts, 'links'> {
  /** Code, data and project pages, unsorted. */
  links?: (string | undefined)[];
}

function ofData(entry: JsonObject): Part {
  const paper = object(entry.paper);
  const organization = object(entry.organization ?? paper.organization);
  const submitter = object(entry.submittedBy ?? paper.submittedOnDailyBy);
  return known<Part>({
    authors: texts(list(paper.authors).map((author) => object(author).name)),
    abstract: text(paper.summary),
    // Not the entry's `publishedAt`: that is when it was submitted, or some hours before the day.
    published: /^\d{4}-\d\d-\d\d/.exec(text(paper.publishedAt) ?? '')?.[0],
    keywords: texts(paper.ai_keywords),
    metrics: known<Metrics>({
      upvotes: wholeNumber(paper.upvotes),
      comments: wholeNumber(entry.numComments),
      stars: wholeNumber(paper.githubStars),
    }),
    submittedBy: text(submitter.user) ?? text(submitter.name),
    organization: text(organization.fullname) ?? text(organization.name),
    links: [text(paper.githubRepo), text(paper.projectPage)],
  });
}

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
function ofText(scope: Element, id: string, page: Page): Part {
  const texts = textsIn(scope);
  const submitter = textOf(findText(texts, /^(?:· ?)?submitted by/i)?.element);
  return known<Part>({
    published: dayIn(findText(texts, dated)?.match[0], page.now),
    authorCount: count(findText(texts, /^(?:· ?)?(\S+) authors?$/i)?.match[1]),
    submittedBy: /submitted by (\S+)/i.exec(submitter ?? '')?.[1],
    metrics: known<Metrics>({ upvotes: upvotes(scope, id, page) }),
  });
}

/** Facts that a card shows. Titles of avatars are not authors: they may be account handles. */
function ofCard(card: Element, id: string, page: Page): Part {
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
      abstract ??= textOf(anchor.querySelector('p'));
    } else if (url.origin === home && /^\/(?!login)[\w.-]+$/.test(url.pathname) && !anchor.closest('ul')) {
      organization ??= label === shown.submittedBy ? undefined : label;
    } else if (repository(url.href)) {
      links.push(url.href);
      counted('stars', label?.split(' ').at(-1));
    }
  }
  // A trending card's paragraph may be an AI summary.
  if (page.url.pathname.startsWith('/papers/trending') || /(?:…|\.\.\.)$/.test(abstract ?? '')) abstract = undefined;
  return { ...shown, ...known<Part>({ abstract, organization, metrics, links }) };
}

/** Facts that a paper's own page shows. */
function ofPage(main: Element, id: string, page: Page): Part {
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
    ...known<Part>({ authors: authors?.split(',').map(clean).filter(Boolean), abstract: textOf(paragraph) }),
  };
}

/** Merges card and data. For facts that change over time the card wins. */
function facts(id: string, shown: Part, data: Part): ScrapedFacts {
  const both = { ...shown, ...data };
  return {
    ...both,
    authorCount: shown.authorCount ?? both.authors?.length,
    organization: shown.organization ?? data.organization,
    metrics: { ...data.metrics, ...shown.metrics },
    links: {
      page: `${home}/papers/${id}`,
      pdf: arxivFile(id),
      ...sortLinks([...(shown.links ?? []), ...(data.links ?? []), ...codeInText(both.abstract)]),
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

/** Identifies the paper of an article by its title link, or by its other links if all lead to the same paper. */
function identify(article: Element, url: URL): CardIdentity | undefined {
  const heading = article.querySelector(headings);
  const ids = new Set<string>();
  for (const anchor of article.querySelectorAll('a[href*="/papers/"]')) {
    const id = paperOf(urlOf(anchor, 'href', url));
    if (!id) continue;
    const isTitle = heading?.contains(anchor) || anchor.contains(heading);
    if (isTitle) ids.clear();
    ids.add(`arxiv:${id}`);
    if (isTitle) break;
  }
  // Announcements have neither a link to a paper nor a vote.
  if (ids.size === 0 && !article.querySelector('input[type=checkbox]')) return undefined;
  return { ids: ids.size === 1 ? ids : [], title: textOf(heading), ...placesOf(article) };
}

const idOf = (ids: string[]): string => idValue(ids[0] ?? '');

const cards = (page: Page, dataOf: (id: string) => Part): Cards =>
  readCards(page.document.querySelectorAll('article'), {
    identify: (article) => identify(article, page.url),
    facts: (article, ids) => facts(idOf(ids), ofCard(article, idOf(ids), page), dataOf(idOf(ids))),
    spot: { corner: 'bottom-right' },
  });

/** A paper's own page. If its arXiv links name only other papers, it still shows the page before: the address has changed first. */
function ownPage(page: Page, id: string, dataOf: (id: string) => Part): Cards {
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
  kind: (url) => (listing.test(url.pathname) ? 'listing' : paperOf(url) ? 'paper' : undefined),
  read(page) {
    let entries: Map<unknown, JsonObject> | undefined;
    const dataOf = (id: string): Part => {
      entries ??= hydration(page.document);
      return ofData(entries.get(id) ?? {});
    };
    const id = paperOf(page.url);
    return id ? ownPage(page, id, dataOf) : cards(page, dataOf);
  },
};
