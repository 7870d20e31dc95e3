/**
 * Hugging Face Papers. Listings after saved pages of 2024 and 2026; a paper's own page only after its text and what others
 * read from it (`data-target="PaperContent"`), since no saved one was at hand.
 */

import { arxivFile } from '../paper/addresses';
import { dayIn } from '../paper/dates';
import { arxivId, idValue } from '../paper/identity';
import type { Metrics } from '../paper/metrics';
import { repository } from '../paper/repositories';
import { list, object, type Raw, text, texts, whole } from './read/json';
import { codeInText, sortLinks } from './read/links';
import { listed, type Said, type Shown, single } from './read/listed';
import { clean, count, known, said, standing, textOf, urlOf } from './read/text';
import type { Page, Place, Site } from './site';

const home = 'https://huggingface.co';
const listing = /^\/papers(?:\/(?:date|week|month|year)\/[\w-]+|\/trending)?\/?$/;
const headings = 'h1,h2,h3,h4';

/** arXiv id of the paper whose page an address is. */
const paperOf = (url: URL | undefined): string | undefined =>
  url && arxivId(/^\/papers\/(.+?)\/?$/.exec(url.pathname)?.[1] ?? '');

type Cards = ReturnType<Site['read']>;

/**
 * What the page's hydration data says, by arXiv id: entries of any of its lists (`dailyPapers`, `searchResults`) or the one
 * `paper` of a paper's page. It may be of another day than the cards, so it only completes what a card shows.
 */
function hydration(document: Document): Map<unknown, Raw> {
  const entries = new Map<unknown, Raw>();
  for (const element of document.querySelectorAll('[data-props*=\'"paper"\']')) {
    let props: Raw;
    try {
      props = object(JSON.parse(element.getAttribute('data-props') ?? ''));
    } catch {
      continue; // cut off: the cards are read as far as they show
    }
    for (const entry of [props, ...Object.values(props).flatMap(list)].map(object)) {
      const { id } = object(entry.paper);
      if (!entries.has(id)) entries.set(id, entry);
    }
  }
  return entries;
}

/** What one source, the card or the data, says of a paper. */
interface Part extends Omit<Said, 'links'> {
  /** Code, data and project pages, unsorted. */
  links?: (string | undefined)[];
}

function ofData(entry: Raw): Part {
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
      upvotes: whole(paper.upvotes),
      comments: whole(entry.numComments),
      stars: whole(paper.githubStars),
    }),
    submittedBy: text(submitter.user) ?? text(submitter.name),
    organization: text(organization.fullname) ?? text(organization.name),
    links: [text(paper.githubRepo), text(paper.projectPage)],
  });
}

/** The number beside the check box: in a link to the login, which names the paper, or in a label. */
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

/** What stands as text, on a card as on a paper's own page. */
function ofText(scope: Element, id: string, page: Page): Part {
  const texts = standing(scope);
  const submitter = textOf(said(texts, /^(?:· ?)?submitted by/i)?.element);
  return known<Part>({
    published: dayIn(said(texts, dated)?.match[0], page.now),
    authorCount: count(said(texts, /^(?:· ?)?(\S+) authors?$/i)?.match[1]),
    submittedBy: /submitted by (\S+)/i.exec(submitter ?? '')?.[1],
    metrics: known<Metrics>({ upvotes: upvotes(scope, id, page) }),
  });
}

/** What a listing's card shows. Avatars' titles are handles as often as names, so they are no authors. */
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
      // The star count links to the paper, the comments' to its `#community`.
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

/** What a paper's own page shows. */
function ofPage(main: Element, id: string, page: Page): Part {
  const heading = [...main.querySelectorAll(headings)].find((element) => /^abstract$/i.test(textOf(element) ?? ''));
  const section = heading?.parentElement;
  const summary = section && said(section, /^ai-generated summary$/i)?.element;
  // The label stands before or after the summary, in a box with it.
  let box: Element | null | undefined = summary;
  while (box && !box.querySelector('p')) box = box.parentElement;
  const paragraph = [...(section?.querySelectorAll('p') ?? [])].find((element) =>
    box === section ? summary && summary.compareDocumentPosition(element) & 4 /* follows */ : !box?.contains(element),
  );
  const authors = textOf(said(main, /^authors:$/i)?.element.parentElement)?.replace(/^authors:/i, '');
  return {
    ...ofText(main, id, page),
    ...known<Part>({ authors: authors?.split(',').map(clean).filter(Boolean), abstract: textOf(paragraph) }),
  };
}

/** One paper's facts. Where both sources say something that changes, what is shown decides. */
function facts(id: string, shown: Part, data: Part): Said {
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
 * Where a card has room: at the end of the line that shows its date, which trending cards hold twice, for wide and narrow
 * screens; else in the padding below its text.
 */
function placesOf(card: Element): Pick<Shown, 'slot' | 'spot' | 'elsewhere'> {
  const dates = [...card.querySelectorAll('span')].filter((span) => dated.test(clean(span.textContent ?? '')));
  const lines = dates.flatMap(({ parentElement }): Place[] =>
    parentElement ? [{ slot: parentElement, spot: { corner: 'bottom-right', x: 0, y: -1 } }] : [],
  );
  const below: Place = { slot: card, spot: { corner: 'bottom-right', x: 24, y: 1 } };
  const [first, ...elsewhere] = lines;
  return first ? { ...first, elsewhere: [...elsewhere, below] } : below;
}

/** Which paper an article shows: the one its title leads to, or all of its links do. */
function identify(article: Element, url: URL): Shown | undefined {
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
  // Articles that are no papers, such as an announcement, have neither link nor vote.
  if (ids.size === 0 && !article.querySelector('input[type=checkbox]')) return undefined;
  return { ids: ids.size === 1 ? ids : [], title: textOf(heading), ...placesOf(article) };
}

const idOf = (ids: string[]): string => idValue(ids[0] ?? '');

const cards = (page: Page, dataOf: (id: string) => Part): Cards =>
  listed(page.document.querySelectorAll('article'), {
    identify: (article) => identify(article, page.url),
    facts: (article, ids) => facts(idOf(ids), ofCard(article, idOf(ids), page), dataOf(idOf(ids))),
    spot: { corner: 'bottom-right' },
  });

/** A paper's own page. Its address names the paper; if its arXiv links name only others, it has not followed the address. */
function ownPage(page: Page, id: string, dataOf: (id: string) => Part): Cards {
  const main = page.document.querySelector('main') ?? page.document.body;
  return single(main.querySelector('h1')?.parentElement ?? main, {
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
    let entries: Map<unknown, Raw> | undefined;
    const dataOf = (id: string): Part => {
      entries ??= hydration(page.document);
      return ofData(entries.get(id) ?? {});
    };
    const id = paperOf(page.url);
    return id ? ownPage(page, id, dataOf) : cards(page, dataOf);
  },
};
