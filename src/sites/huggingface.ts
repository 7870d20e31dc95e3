/**
 * Hugging Face Papers. Listings after saved pages of 2024 and 2026; a paper's own page only after its text and what others
 * read from it (`data-target="PaperContent"`), since no saved one was at hand.
 */
import { arxivId } from '../identity';
import type { Facts, Metrics } from '../paper';
import { day } from './dates';
import { codeInText, repository, sortLinks } from './links';
import type { Card, Page, Place, Site, Unread } from './site';
import { clean, count, known, said, textOf, urlOf } from './text';

const home = 'https://huggingface.co';
const listing = /^\/papers(?:\/(?:date|week|month|year)\/[\w-]+|\/trending)?\/?$/;
const headings = 'h1,h2,h3,h4';

/** arXiv id of the paper whose page an address is. */
const paperOf = (url: URL | undefined): string | undefined =>
  url && arxivId(/^\/papers\/(.+?)\/?$/.exec(url.pathname)?.[1] ?? '');

type Raw = Record<string, unknown>;
const object = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? clean(value) || undefined : undefined;
const texts = (values: unknown): string[] => list(values).flatMap((value) => text(value) ?? []);
const number = (value: unknown): number | undefined => (Number.isInteger(value) ? (value as number) : undefined);

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
interface Said extends Partial<Omit<Facts, 'ids' | 'links' | 'rank'>> {
  /** Code, data and project pages, unsorted. */
  links?: (string | undefined)[];
}

function ofData(entry: Raw): Said {
  const paper = object(entry.paper);
  const organization = object(entry.organization ?? paper.organization);
  const submitter = object(entry.submittedBy ?? paper.submittedOnDailyBy);
  return known<Said>({
    authors: texts(list(paper.authors).map((author) => object(author).name)),
    abstract: text(paper.summary),
    // Not the entry's `publishedAt`: that is when it was submitted, or some hours before the day.
    published: /^\d{4}-\d\d-\d\d/.exec(text(paper.publishedAt) ?? '')?.[0],
    keywords: texts(paper.ai_keywords),
    metrics: known<Metrics>({
      upvotes: number(paper.upvotes),
      comments: number(entry.numComments),
      stars: number(paper.githubStars),
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
function ofText(scope: Element, id: string, page: Page): Said {
  const submitter = textOf(said(scope, /^(?:· ?)?submitted by/i)?.element);
  return known<Said>({
    published: day(said(scope, dated)?.match[0], page.now),
    authorCount: count(said(scope, /^(?:· ?)?(\S+) authors?$/i)?.match[1]),
    submittedBy: /submitted by (\S+)/i.exec(submitter ?? '')?.[1],
    metrics: known<Metrics>({ upvotes: upvotes(scope, id, page) }),
  });
}

/** What a listing's card shows. Avatars' titles are handles as often as names, so they are no authors. */
function ofCard(card: Element, id: string, page: Page): Said {
  const shown = ofText(card, id, page);
  const metrics: Metrics = { ...shown.metrics };
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
    if (repository(url.href)) {
      links.push(url.href);
      counted('stars', label?.split(' ').at(-1));
    } else if (paperOf(url) === id) {
      // The star count links to the paper, the comments' to its `#community`.
      counted(url.hash ? 'comments' : 'stars', label);
      abstract ??= textOf(anchor.querySelector('p'));
    } else if (url.origin === home && /^\/(?!login)[\w.-]+$/.test(url.pathname) && !anchor.closest('ul')) {
      organization ??= label;
    }
  }
  // A trending card's paragraph may be an AI summary.
  if (page.url.pathname.startsWith('/papers/trending') || /(?:…|\.\.\.)$/.test(abstract ?? '')) abstract = undefined;
  return { ...shown, ...known<Said>({ abstract, organization, metrics, links }) };
}

/** What a paper's own page shows. */
function ofPage(main: Element, id: string, page: Page): Said {
  const heading = [...main.querySelectorAll(headings)].find((element) => /^abstract$/i.test(textOf(element) ?? ''));
  const section = heading?.parentElement;
  const summary = section && said(section, /^ai-generated summary$/i)?.element;
  const paragraph = [...(section?.querySelectorAll('p') ?? [])].find(
    (element) => !summary || summary.compareDocumentPosition(element) & 4 /* follows */,
  );
  const authors = textOf(said(main, /^authors:$/i)?.element.parentElement)?.replace(/^authors:/i, '');
  return {
    ...ofText(main, id, page),
    ...known<Said>({ authors: authors?.split(',').map(clean).filter(Boolean), abstract: textOf(paragraph) }),
  };
}

/** One paper's facts. Where both sources say something that changes, what is shown decides. */
function facts(id: string, title: string, shown: Said, data: Said, rank?: number): Facts {
  const both = { ...shown, ...data };
  return known<Facts>({
    ...both,
    ids: [`arxiv:${id}`],
    title,
    authorCount: shown.authorCount ?? both.authors?.length,
    organization: shown.organization ?? data.organization,
    metrics: { ...data.metrics, ...shown.metrics },
    rank,
    links: known({
      page: `${home}/papers/${id}`,
      abs: `https://arxiv.org/abs/${id}`,
      pdf: `https://arxiv.org/pdf/${id}`,
      ...sortLinks([...(shown.links ?? []), ...(data.links ?? []), ...codeInText(both.abstract)]),
    }),
  });
}

/**
 * Where a card has room: at the end of the line that shows its date, which trending cards hold twice, for wide and narrow
 * screens; else in the padding below its text.
 */
function placesOf(card: Element): Pick<Card, 'slot' | 'spot' | 'elsewhere'> {
  const dates = [...card.querySelectorAll('span')].filter((span) => dated.test(clean(span.textContent ?? '')));
  const lines = dates.flatMap(({ parentElement }): Place[] =>
    parentElement ? [{ slot: parentElement, spot: { corner: 'bottom-right', x: 0, y: -1 } }] : [],
  );
  const below: Place = { slot: card, spot: { corner: 'bottom-right', x: 24, y: 1 } };
  const [first, ...elsewhere] = lines;
  return first ? { ...first, elsewhere: [...elsewhere, below] } : below;
}

/** Which paper an article shows: the one its title leads to, or all of its links do; else why it is not known. */
function identify(article: Element, url: URL): { id: string; title: string; heading: Element } | string | undefined {
  const heading = article.querySelector(headings);
  const ids = new Set<string>();
  for (const anchor of article.querySelectorAll('a[href*="/papers/"]')) {
    const id = paperOf(urlOf(anchor, 'href', url));
    if (!id) continue;
    const isTitle = heading?.contains(anchor) || anchor.contains(heading);
    if (isTitle) ids.clear();
    ids.add(id);
    if (isTitle) break;
  }
  const title = textOf(heading);
  const [id] = ids;
  if (heading && title && id && ids.size === 1) return { id, title, heading };
  // Articles that are no papers, such as an announcement, have neither link nor vote.
  if (!id && !article.querySelector('input[type=checkbox]')) return undefined;
  return title ? 'no single link to a paper' : 'no title';
}

function* cards(page: Page, dataOf: (id: string) => Said): Iterable<Card | Unread> {
  const seen = new Set<string>();
  for (const element of page.document.querySelectorAll('article')) {
    const found = identify(element, page.url);
    if (typeof found === 'string') yield { unread: element, why: found };
    if (typeof found !== 'object' || seen.has(found.id)) continue;
    const rank = seen.add(found.id).size;
    yield {
      ids: [`arxiv:${found.id}`],
      title: found.title,
      element,
      ...placesOf(element),
      facts() {
        const now = identify(element, page.url);
        const { id, title } = typeof now === 'object' ? now : found;
        return facts(id, title, ofCard(element, id, page), dataOf(id), rank);
      },
    };
  }
}

/** A paper's own page. Its address names the paper; if its arXiv links name only others, it has not followed the address. */
function* ownPage(page: Page, id: string, dataOf: (id: string) => Said): Iterable<Card | Unread> {
  const main = page.document.querySelector('main') ?? page.document.body;
  const heading = main.querySelector('h1');
  const title = textOf(heading);
  const named = [...main.querySelectorAll('a[href^="https://arxiv.org/"]')].map((link) => link.getAttribute('href'));
  if (!heading || !title) return yield { unread: main, why: 'no title' };
  if (named.length > 0 && !named.some((href) => href?.includes(id)))
    return yield { unread: main, why: 'shows another paper than its address names' };
  const slot = heading.parentElement ?? heading;
  yield {
    ids: [`arxiv:${id}`],
    title,
    element: slot,
    slot,
    spot: { corner: 'top-right', x: 0, y: 0 },
    facts: () => facts(id, textOf(heading) ?? title, ofPage(main, id, page), dataOf(id)),
  };
}

export const huggingface: Site = {
  id: 'huggingface',
  name: 'Hugging Face Papers',
  matches: [`${home}/papers*`],
  kind: (url) => (listing.test(url.pathname) ? 'listing' : paperOf(url) ? 'paper' : undefined),
  *read(page) {
    let entries: Map<unknown, Raw> | undefined;
    const dataOf = (id: string): Said => {
      entries ??= hydration(page.document);
      return ofData(entries.get(id) ?? {});
    };
    const id = paperOf(page.url);
    yield* id ? ownPage(page, id, dataOf) : cards(page, dataOf);
  },
};
