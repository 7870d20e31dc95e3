/**
 * Semantic Scholar. Search after saved pages of 2026, a paper's page after one of 2024; pages of authors, libraries and recommendations are taken to
 * show the same rows.
 */

import { dateIn } from '../paper/dates';
import { idOfLink, linksIn, ownAddress, tidy } from './read/addresses';
import { allAuthors, readCard, readCards, type ScrapedFacts } from './read/cards';
import { metaTags } from './read/highwire';
import { names } from './read/names';
import { clean, count, linesOf, textOf } from './read/text';
import type { Page, Site } from './site';

// Until 2022 the site used the other attribute.
const by = (name: string): string => `:is([data-test-id="${name}"],[data-selenium-selector="${name}"])`;
const s2 = (hash: string | null | undefined): string | undefined =>
  hash && /^[0-9a-f]{40}$/.test(hash) ? `s2:${hash}` : undefined;
const hashOf = (url: URL): string | undefined => /^\/paper\/(?:[^/]+\/)?([0-9a-f]{40})\/?$/.exec(url.pathname)?.[1];

/** The names that are shown, and how many there are with the "+31 authors" that stands between them. */
function people(scope: Element): ScrapedFacts {
  const authors = names([...scope.querySelectorAll(`${by('author-list')} a`)].map((link) => link.textContent));
  const hidden = count(/^\+(\S+) authors?$/.exec(textOf(scope.querySelector(by('author-list-expand'))) ?? '')?.[1]);
  return { authors, authorCount: authors.length ? authors.length + (hidden ?? 0) : undefined };
}

/** The venue, which the site escapes twice; undefined if it is cut. */
function venue(scope: Element): string | undefined {
  const text = textOf(scope.querySelector(by('venue-metadata')))?.replaceAll('&amp;', '&');
  return text?.endsWith('…') ? undefined : text;
}

/** A row's links to other sites: publisher, PubMed, PDF badge. */
const outside = (row: Element, page: Page) =>
  linksIn(row.querySelector('.cl-paper-controls'), page.url).filter(
    ({ url }) => !/(?:^|\.)semanticscholar\.org$/.test(url.hostname),
  );

/** The abstract in the structured data, without the summary (`about`) in front of it. */
function abstract(document: Document, title: string | undefined): string | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let graph: unknown;
    try {
      graph = JSON.parse(script.textContent ?? '')['@graph'];
    } catch {
      continue; // not the site's own
    }
    for (const item of [graph].flat(3) as Record<string, unknown>[]) {
      const { about, description, abstract = description, name, headline = name } = item ?? {};
      // The data may be the previous paper's, and the abstract a stock sentence.
      if (clean(`${headline}`) !== title || typeof abstract !== 'string' || /^Semantic Scholar ext/.test(abstract))
        continue;
      return clean(typeof about === 'string' ? abstract.replace(about, '') : abstract) || undefined;
    }
  }
  return undefined;
}

function* rows(page: Page): ReturnType<Site['read']> {
  const link = (row: Element) => linksIn(row, page.url).find(({ url }) => hashOf(url));
  yield* readCards(page.document.querySelectorAll('.cl-paper-row'), {
    identify: (row) => ({
      ids: [
        s2(row.getAttribute('data-paper-id') ?? hashOf(link(row)?.url ?? page.url)),
        ...outside(row, page).map(({ url }) => idOfLink(url)),
      ],
      title: textOf(row.querySelector('.cl-paper-title')) ?? textOf(row.querySelector(by('title-link'))),
      slot: row.querySelector('.cl-paper-controls'),
    }),
    facts(row) {
      const text = linesOf(row.querySelector('.cl-paper-abstract'), 'button');
      const pdf = outside(row, page).find(
        ({ url, link }) => link.querySelector('[data-test-id^="paper-badge"]') && url.hostname !== 'doi.org',
      );
      return {
        ...people(row),
        abstract: /^TLDR|…$/.test(text ?? '') ? undefined : text,
        published: dateIn(textOf(row.querySelector('.cl-paper-pubdates'))),
        venue: venue(row),
        metrics: { citations: count(textOf(row.querySelector(by('total-citations-stat')))) },
        links: { page: tidy(link(row)?.url)?.replace(/[?#].*$/, ''), pdf: tidy(pdf?.url) },
      };
    },
    spot: { corner: 'top-right', x: 0, y: 0 },
  });
}

export const semanticScholar: Site = {
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  matches: ['https://www.semanticscholar.org/*'],
  watchedAttributes: ['data-paper-id'],
  kind: (url) =>
    hashOf(url)
      ? 'paper'
      : /^\/(?:search|author\/.+|me\/(?:library|recommendations)(?:\/.+)?)\/?$/.test(url.pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const { document, url } = page;
    if (!hashOf(url)) return rows(page);
    const header = document.querySelector(by('paper-detail-page-header')) ?? document.querySelector('main, body');
    return readCard(header, {
      identify: (scope) => ({
        ids: [s2(hashOf(url)), ...linksIn(scope.querySelector(by('paper-doi')), url).map((link) => idOfLink(link.url))],
        title: textOf(scope.querySelector(by('paper-detail-title'))),
        slot: scope.querySelector(by('paper-detail-title')),
      }),
      facts(scope) {
        const title = textOf(scope.querySelector(by('paper-detail-title')));
        const tags = metaTags(document);
        const own = clean(tags.get('citation_title')?.[0] ?? '') === title; // the tags stay when one moves on within the site
        const cited = [...document.querySelectorAll('.scorecard-stat__headline__dark')].map(textOf).join(' ');
        return {
          ...people(scope),
          ...(own ? allAuthors(names(tags.get('citation_author') ?? [])) : {}),
          abstract: abstract(document, title),
          published: dateIn(textOf(scope.querySelector(by('paper-year')))),
          venue: venue(scope),
          metrics: { citations: count(/(\S+) Citations?\b/.exec(cited)?.[1]) },
          links: { page: ownAddress(url), pdf: own ? tags.get('citation_pdf_url')?.[0] : undefined },
        };
      },
      spot: { corner: 'bottom-right', x: 0, y: 0 },
    });
  },
};
