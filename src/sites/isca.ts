/**
 * ISCA Archive: volumes after two entries of 2024 that another project's tests hold, and which readers of 2016 to 2026 take in the same
 * way; papers' own pages from their tags, as others read them.
 */
import { iscaPaper } from '../paper/publisher-urls';
import { linksIn, ownAddress } from './read/addresses';
import { allAuthors, readCards } from './read/cards';
import { splitNames } from './read/names';
import { taggedPaper } from './read/tagged-paper';
import { linesOf, textOf, urlOf } from './read/text';
import type { Site } from './site';

/** The paper whose page, not file, an address is. */
const paperIn = (url: URL | undefined) => (url?.pathname.endsWith('.html') ? iscaPaper(url) : undefined);

/** Series by the first word of a volume's address. */
const series: Record<string, string> = {
  interspeech: 'Interspeech',
  eurospeech: 'Eurospeech',
  icslp: 'ICSLP',
  odyssey: 'Odyssey',
  ssw: 'SSW',
  slate: 'SLaTE',
};

const seriesOf = (volume: string) => {
  const [name = ''] = volume.split('_');
  return Object.hasOwn(series, name) ? series[name] : undefined;
};

export const isca: Site = {
  id: 'isca',
  name: 'ISCA Archive',
  matches: ['https://www.isca-archive.org/*'],
  kind: (url) =>
    paperIn(url) ? 'paper' : /^\/[a-z]+_\d{4}\/(?:index\.html)?$/.test(url.pathname) ? 'listing' : undefined,
  read(page) {
    const { document, url } = page;
    const own = paperIn(url);
    if (own)
      return taggedPaper(page, {
        heading: document.querySelector('h3'),
        ids: [own.id, ...linksIn(document.body, url).map(({ url: to }) => iscaDoi(to))],
        page: ownAddress(url),
        facts: () => ({ venue: seriesOf(own.volume), published: own.year, type: 'conference' }),
      });
    return readCards(document.querySelectorAll('a.w3-text[href$=".html"]'), {
      identify(link) {
        const text = link.querySelector('p');
        const id = paperIn(urlOf(link, 'href', url))?.id;
        // A link in the line is no box; the paragraph in it is.
        return text && id ? { ids: [id], title: linesOf(text, 'span'), slot: text } : undefined;
      },
      facts(link) {
        const to = urlOf(link, 'href', url);
        const paper = paperIn(to);
        return {
          ...allAuthors(splitNames(textOf(link.querySelector('span.w3-text-theme')))),
          published: paper?.year,
          venue: paper && seriesOf(paper.volume),
          type: 'conference',
          links: { page: to && ownAddress(to) },
        };
      },
      spot: { corner: 'bottom-right', x: 0, y: 0 },
    });
  },
};

/** ISCA's own DOIs alone: a page may link to others. */
const iscaDoi = (url: URL): string | undefined =>
  /^\/10\.21437\/[\w.-]+$/.test(url.pathname) && url.hostname === 'doi.org'
    ? `doi:${url.pathname.slice(1).toLowerCase()}`
    : undefined;
