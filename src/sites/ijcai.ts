/**
 * IJCAI's proceedings of 2017 on: lists of papers and papers' own pages. Lists after an entry of 2024 that another project's tests
 * keep, paper pages after a saved one (2018). Earlier years are files alone.
 */
import { doiInUrl } from '../paper/identity';
import { ijcaiPaper } from '../paper/publisher-urls';
import { linksIn, ownAddress } from './read/addresses';
import { allAuthors, readCard, readCards } from './read/cards';
import { highwire, metaTags } from './read/highwire';
import { repositoriesInText, sortLinks } from './read/links';
import { splitNames } from './read/names';
import { linesOf, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

/** The paper whose page, not file, an address is. */
const paperIn = (url: URL | undefined) => (url && !url.pathname.endsWith('.pdf') ? ijcaiPaper(url) : undefined);

function readPaper({ document, url }: Page, { year, id }: { year: string; id: string }) {
  const tags = highwire(metaTags(document));
  return readCard(document.querySelector('.proceedings-detail'), {
    identify(paper) {
      const heading = paper.querySelector('h1');
      return {
        ids: [id, doiInUrl(urlOf(paper.querySelector('a.doi'), 'href', url) ?? '')],
        title: linesOf(heading),
        slot: heading,
      };
    },
    facts(paper) {
      const section = paper.querySelector('hr + .row > .col-md-12');
      const abstract = section?.querySelector('.keywords') ? undefined : linesOf(section);
      return {
        // The tags name the authors in no order.
        ...allAuthors(splitNames(textOf(paper.querySelector('h2')))),
        abstract,
        published: year,
        venue: 'IJCAI',
        type: 'conference',
        pages: tags.pages,
        links: {
          page: ownAddress(url),
          pdf: linksIn(paper, url).find(({ url: { pathname } }) => pathname.endsWith('.pdf'))?.url.href,
          ...sortLinks(repositoriesInText(abstract)),
        },
      };
    },
    spot: { corner: 'top-right', x: 0, y: 0 },
  });
}

export const ijcai: Site = {
  id: 'ijcai',
  name: 'IJCAI',
  matches: ['https://www.ijcai.org/proceedings/*'],
  kind: (url) => (paperIn(url) ? 'paper' : /^\/proceedings\/\d{4}\/?$/.test(url.pathname) ? 'listing' : undefined),
  read(page) {
    const { document, url } = page;
    const own = paperIn(url);
    if (own) return readPaper(page, own);
    // Addresses of files are relative to the list's own, which works with and without its last slash.
    const base = new URL(url.pathname.replace(/\/?$/, '/'), url);
    const detailsOf = (paper: Element) =>
      linksIn(paper.querySelector('.details'), base).find((link) => paperIn(link.url))?.url;
    return readCards(document.querySelectorAll('.paper_wrapper'), {
      identify(paper) {
        const id = paperIn(detailsOf(paper))?.id;
        // Prefaces have no page.
        return id ? { ids: [id], title: linesOf(paper.querySelector('.title')) } : undefined;
      },
      facts(paper) {
        const details = detailsOf(paper);
        return {
          ...allAuthors(splitNames(textOf(paper.querySelector('.authors')))),
          published: paperIn(details)?.year,
          venue: 'IJCAI',
          type: 'conference',
          links: {
            page: details && ownAddress(details),
            pdf: linksIn(paper, base).find(({ url: { pathname } }) => pathname.endsWith('.pdf'))?.url.href,
          },
        };
      },
      spot: { corner: 'bottom-right', x: 0, y: 0 },
    });
  },
};
