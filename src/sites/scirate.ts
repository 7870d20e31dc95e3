/** SciRate: feeds, search, a user's scites and papers, and a paper's own page. Based on its published templates. */

import { arxivPdf } from '../paper/addresses';
import { dateIn } from '../paper/dates';
import { arxivVersion, doiToId, idValue } from '../paper/identity';
import { arxivCopy } from '../paper/site-urls';
import { readCard, readCards, type ScrapedFacts } from './read/cards';
import { repositoriesInText, sortLinks } from './read/links';
import { names } from './read/names';
import { count, findText, linesOf, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

type Cards = ReturnType<Site['read']>;

/** Facts that a row and a paper's own page share. */
function facts(paper: Element, ids: string[]): ScrapedFacts {
  const people = [...paper.querySelectorAll('.authors a')].map((link) => textOf(link) ?? '');
  const authors = names(people.filter((name) => !name.startsWith('et al')).map((name) => name.replace(/,$/, '')));
  // A row shows twenty names, then "et al (40)".
  const more = people.find((name) => name.startsWith('et al'));
  const hidden = more === undefined ? 0 : count(/\((\S+)\)/.exec(more)?.[1]);
  const abstract = linesOf(paper.querySelector('.abstract'));
  const comments = [...paper.querySelectorAll('a, h4')].map(
    (part) => /^(\S+) comments?$/.exec(textOf(part) ?? '')?.[1],
  );
  return {
    authors,
    authorCount: hidden === undefined || !authors.length ? undefined : authors.length + hidden,
    abstract,
    metrics: { upvotes: count(textOf(paper.querySelector('.scites-count'))), comments: count(comments.find(Boolean)) },
    links: {
      page: `https://scirate.com/arxiv/${idValue(ids[0] ?? '')}`,
      pdf: arxivPdf(ids),
      ...sortLinks(repositoriesInText(abstract)),
    },
  };
}

/** Texts of links, which are codes of feeds. */
const codesIn = (paper: Element, links: string): string[] =>
  [...paper.querySelectorAll(links)].flatMap((link) => textOf(link) ?? []);

const list = (page: Page): Cards =>
  readCards(page.document.querySelectorAll('li.paper'), {
    identify(paper) {
      const url = urlOf(paper.querySelector('.title a'), 'href', page.url);
      return {
        ids: [url && arxivCopy(url)],
        title: linesOf(paper.querySelector('.title')),
        slot: paper.querySelector('.uid'),
      };
    },
    facts(paper, ids) {
      const line = textOf(paper.querySelector('.uid')) ?? '';
      return {
        ...facts(paper, ids),
        version: arxivVersion(line),
        published: dateIn(line.replace(/arXiv:.*/, '')),
        categories: codesIn(paper, '.uid a'),
      };
    },
    spot: { corner: 'top-right', x: 0, y: 0 },
  });

function ownPage(page: Page): Cards {
  /** The value in a line such as "Doi: 10.1000/1". */
  const noted = (paper: Element, label: string) => findText(paper, new RegExp(`^${label}: (.+)$`))?.match[1];
  return readCard(page.document.querySelector('.paper'), {
    identify: (paper) => ({
      ids: [arxivCopy(page.url), doiToId(noted(paper, 'Doi') ?? '')],
      title: linesOf(paper.querySelector('.title')),
      slot: paper.querySelector('.title'),
    }),
    facts(paper, ids) {
      const [day] = /(?<=Submitted ).*? \d{4}/.exec(textOf(paper.querySelector('.dates')) ?? '') ?? [];
      const categories = codesIn(paper, '.categories a');
      return {
        ...facts(paper, ids),
        published: dateIn(day),
        // A single category stands beside the date.
        categories: categories.length ? categories : codesIn(paper, '.dates a'),
        comment: noted(paper, 'Author comments'),
        journalRef: noted(paper, 'Journal ref'),
      };
    },
    spot: { corner: 'bottom-right', x: 0, y: 0 },
  });
}

export const scirate: Site = {
  id: 'scirate',
  name: 'SciRate',
  matches: ['https://scirate.com/*'],
  kind(url) {
    if (arxivCopy(url)) return 'paper';
    return /^\/(?:$|search|arxiv(?:\/|$)|[^/]+\/(?:scites|papers)\/?$)/.test(url.pathname) ? 'listing' : undefined;
  },
  read: (page) => (arxivCopy(page.url) ? ownPage(page) : list(page)),
};
