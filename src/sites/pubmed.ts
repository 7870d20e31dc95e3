/** PubMed. Search after saved rows of 2023 and 2026; an article's page after its tags and what others read from it. */

import { dateIn, earliest } from '../paper/dates';
import { doiInUrl, doiToId } from '../paper/identity';
import { ncbiArticle, pmcArticle } from '../paper/site-urls';
import { linksIn } from './read/addresses';
import { allAuthors, readCard, readCards, type ScrapedFacts } from './read/cards';
import { initialsFirst, names } from './read/names';
import { paragraphs, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

const home = 'https://pubmed.ncbi.nlm.nih.gov';
const pmidOf = (url: URL | undefined): string | undefined => /^\/(\d{1,9})\/?$/.exec(url?.pathname ?? '')?.[1];
const withoutStop = (title: string | undefined): string | undefined => title?.replace(/(?<!\.)\.$/, '');

/**
 * Parses "J Pers Soc Psychol. 1998 May;74(5):1252-65. doi: 10.1037/…. Epub 1998 Apr 2." Of the issue's and the online date the
 * earlier is the first publication. https://pubmed.ncbi.nlm.nih.gov/help/#journal-lookup
 */
function journal(line: string): ScrapedFacts & { doi: string | undefined } {
  const issue = /\.\s+(\d{4}[^;:.]*)(?:;(\d+)?(?:\(([^)]*)\))?(?::(\w[\w.-]*\w|\w))?)?/.exec(line);
  const online = /\bEpub (\d{4}[^.]*)/.exec(line)?.[1];
  return {
    doi: doiToId(/\bdoi: (10\.\S+)/.exec(line)?.[1] ?? ''),
    venue: /^(?:In: )?(.+?)(?: \[(?:Internet|Preprint)\])?\.\s/.exec(line)?.[1],
    published: earliest([dateIn(issue?.[1]), dateIn(online)]),
    volume: issue?.[2],
    issue: issue?.[3],
    pages: issue?.[4],
  };
}

/** Facts from an article's heading and abstract, on its own page or in a list of abstracts. */
function article(heading: Element, abstract: Element | null | undefined): ScrapedFacts {
  const text = (part: string) => textOf(heading.querySelector(part))?.replace(/\.$/, '');
  const line = [text('.journal-actions-trigger') ?? text('.citation-journal'), text('.cit'), text('.secondary-date')];
  const { doi, ...facts } = journal(line.map((part) => part ?? '').join('. '));
  // There is one abstract per language; only one is visible.
  const shown = abstract?.querySelector('.abstract-content.selected') ?? abstract?.querySelector('.abstract-content');
  return {
    ...allAuthors(names([...heading.querySelectorAll('.authors-list .full-name')].map((name) => name.textContent))),
    ...facts,
    abstract: paragraphs([...(shown?.querySelectorAll(':scope > p') ?? [])].map((part) => part.textContent ?? '')),
  };
}

const idsOf = (heading: Element, page: Page) =>
  linksIn(heading.querySelector('.identifiers'), page.url).map(
    ({ url }) => doiInUrl(url) ?? ncbiArticle(url) ?? pmcArticle(url),
  );

function* results(page: Page): ReturnType<Site['read']> {
  const line = (row: Element) => journal(textOf(row.querySelector('.full-journal-citation')) ?? '');
  const titleOf = (row: Element) => row.querySelector('.docsum-title, .heading-title a');
  // In the abstract view each result has its heading twice, for wide and narrow screens.
  const headingOf = (row: Element) => row.matches('.article-overview') && (row.querySelector('.full-view') ?? row);
  // The PMID stands as text and in the address: where they differ, neither can be trusted.
  const pmid = (row: Element) => {
    const linked = pmidOf(urlOf(titleOf(row), 'href', page.url));
    const shown = textOf(row.querySelector('.docsum-pmid, .current-id')) ?? linked;
    return shown === linked ? linked : undefined;
  };
  yield* readCards(page.document.querySelectorAll('.full-docsum, .article-overview'), {
    identify(row) {
      const heading = headingOf(row);
      return {
        ids: [pmid(row) && `pmid:${pmid(row)}`, ...(heading ? idsOf(heading, page) : [line(row).doi])],
        title: withoutStop(textOf(titleOf(heading || row))),
        slot: heading ? heading.querySelector('.heading-title') : row.querySelector('.docsum-citation'),
      };
    },
    facts(row) {
      const heading = headingOf(row);
      const links = { page: `${home}/${pmid(row)}/` };
      if (heading) return { ...article(heading, row.querySelector('.abstract')), links };
      const { doi, ...facts } = line(row);
      const people = textOf(row.querySelector('.full-authors'))?.replace(/\.$/, '') ?? '';
      return { ...allAuthors(names(people.split(/[,;]\s*/)).map(initialsFirst)), ...facts, links };
    },
    spot: { corner: 'bottom-right', x: 0, y: 0 },
  });
}

export const pubmed: Site = {
  id: 'pubmed',
  name: 'PubMed',
  matches: [`${home}/*`],
  kind: (url) =>
    pmidOf(url)
      ? 'paper'
      : (url.pathname === '/' && url.search) || url.pathname === '/trending/'
        ? 'listing'
        : undefined,
  read(page) {
    const { document } = page;
    const pmid = pmidOf(page.url);
    if (!pmid) return results(page);
    // The heading is there twice, for wide and narrow screens.
    const heading = document.querySelector('#full-view-heading') ?? document.querySelector('.article-details, main');
    return readCard(heading, {
      identify: (scope) => ({
        ids: [`pmid:${pmid}`, ...idsOf(scope, page)],
        title: withoutStop(textOf(scope.querySelector('.heading-title'))),
        slot: scope.querySelector('.heading-title'),
      }),
      facts: (scope) => ({
        ...article(scope, document.querySelector('#abstract')),
        links: { page: `${home}/${pmid}/` },
      }),
      spot: { corner: 'bottom-right', x: 0, y: 0 },
    });
  },
};
