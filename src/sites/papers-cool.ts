/** papers.cool: arXiv's categories, and venues. Based on its author's own extension and pages in other projects' tests. */

import { arxivPdf } from '../paper/addresses';
import { dateIn } from '../paper/dates';
import { arxivCopy } from '../paper/site-urls';
import { idOfLink, linksIn, ownAddress } from './read/addresses';
import { allAuthors, type CardReader, readCard, readCards } from './read/cards';
import { repositoriesInText, sortLinks } from './read/links';
import { names } from './read/names';
import { linesOf, textOf } from './read/text';
import type { Page, Site } from './site';

function reader(page: Page): CardReader {
  const links = (paper: Element) => linksIn(paper.querySelector('.title'), page.url);
  return {
    identify: (paper) => {
      // Papers of venues may have only the site's own id: `Li_Seeing@CVPR2024@CVF`.
      const own = paper.id.includes('@') ? `paperscool:${paper.id}` : undefined;
      return {
        ids: [...links(paper).map(({ url }) => idOfLink(url)), own],
        title: linesOf(paper.querySelector('.title-link')),
        slot: paper.querySelector('.date'),
      };
    },
    facts(paper, ids) {
      const page = links(paper).find(({ url }) => url.hostname === 'papers.cool')?.url;
      const subjects = linksIn(paper.querySelector('.subjects'), new URL('https://papers.cool')).map(
        ({ url }) => url.pathname,
      );
      const abstract = linesOf(paper.querySelector('.summary'));
      return {
        ...allAuthors(names([...paper.querySelectorAll('.authors a.author')].map((link) => link.textContent))),
        abstract,
        published: dateIn(textOf(paper.querySelector('.date-data'))),
        categories: subjects.flatMap((path) => /^\/arxiv\/([\w.-]+)$/.exec(path)?.[1] ?? []),
        venue: subjects.map((path) => /^\/venue\/([A-Za-z]+)\.\d{4}/.exec(path)?.[1]).find(Boolean),
        links: {
          page: page && ownAddress(page),
          pdf: arxivPdf(ids),
          ...sortLinks(repositoriesInText(abstract)),
        },
      };
    },
    spot: { corner: 'bottom-right', x: 0, y: 0 },
  };
}

export const papersCool: Site = {
  id: 'papers-cool',
  name: 'Cool Papers',
  matches: ['https://papers.cool/*'],
  kind: (url) => (!/^\/(?:arxiv|venue)(?:\/|$)/.test(url.pathname) ? undefined : arxivCopy(url) ? 'paper' : 'listing'),
  read(page) {
    // An element that contains papers is not one itself.
    const papers = [...page.document.querySelectorAll('.paper')].filter((paper) => !paper.querySelector('.paper'));
    return arxivCopy(page.url) ? readCard(papers[0] ?? null, reader(page)) : readCards(papers, reader(page));
  },
};
