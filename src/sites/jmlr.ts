/**
 * JMLR: lists of volumes and papers' own pages, also their copies below `/beta`. Based on the site's own templates (JmlrOrg/webpage,
 * July 2026), filled with its data of volumes 12, 25 and 26. Volumes 1 to 5 were written by hand and have not been seen.
 */
import { jmlrPaper } from '../paper/publisher-urls';
import { linksIn, tidy } from './read/addresses';
import { allAuthors, readCard, readCards, type ScrapedFacts } from './read/cards';
import { highwire, metaTags } from './read/highwire';
import { repositoriesInText, sortLinks } from './read/links';
import { splitNames } from './read/names';
import { linesOf, paragraphs, textOf } from './read/text';
import type { Page, Site } from './site';

/** The paper whose page, not file, an address is. */
const ownPaper = (url: URL) => (url.pathname.endsWith('.html') ? jmlrPaper(url) : undefined);

type Links = ReturnType<typeof linksIn>;

const paperAmong = (links: Links) => links.map(({ url }) => jmlrPaper(url)).find(Boolean);

/** Links by where they lead and what they are called; other names than "code" stand for videos, errata, data. */
function linksOf(links: Links, id: string | undefined, abstract?: string): ScrapedFacts['links'] {
  const named = links.filter(({ label }) => /^(?:code|data|website|project)/.test(label));
  return {
    page: id && `https://jmlr.org/papers/${id.slice('jmlr:'.length)}.html`,
    pdf: tidy(links.find(({ url }) => /^\/papers\/volume.*\.pdf$/.test(url.pathname))?.url),
    ...sortLinks([...named.map(({ url }) => url.href), ...repositoriesInText(abstract)]),
  };
}

const venue = { venue: 'Journal of Machine Learning Research', type: 'article' } as const;

/** Issue, pages and year after the names: "; (5):1−43, 2024." Early issues are called by their month. */
function inVolume(text: string | undefined): ScrapedFacts {
  const [, issue = '', first, last, year] =
    /\((\w*)\):(\d+)\s?[\u2212\u2013-]{1,2}\s?(\d+), ?(\d{4})\.?(?: |$)/.exec(text ?? '') ?? [];
  return {
    issue: /^\d+$/.test(issue) ? issue : undefined,
    pages: first && (first === last ? first : `${first}-${last}`),
    published: year,
  };
}

/** The abstract with its further paragraphs: one that begins within a `p` ends it and stands beside it. */
function abstractOf(document: Document): string | undefined {
  const parts: string[] = [];
  for (let node: ChildNode | null = document.querySelector('p.abstract'); node; node = node.nextSibling) {
    const element = node.nodeType === 1 ? (node as Element) : undefined;
    if (element?.matches('font,table,.lead,h1,h2,h3,h4')) break;
    parts.push((element ? linesOf(element) : node.nodeType === 3 && node.nodeValue) || '');
  }
  return paragraphs(parts);
}

function* readPaper({ document, url }: Page, id: string) {
  const tags = highwire(metaTags(document));
  const heading = document.querySelector('#content h2, .jumbotron h1');
  yield* readCard(document.querySelector('#content'), {
    identify: () => ({ ids: [id], title: linesOf(heading), slot: heading }),
    facts(content) {
      const abstract = abstractOf(document);
      return { ...tags, ...venue, abstract, links: linksOf(linksIn(content, url), id, abstract) };
    },
    spot: { corner: 'top-right', x: 0, y: 0 },
  });
}

export const jmlr: Site = {
  id: 'jmlr',
  name: 'JMLR',
  matches: [
    'https://jmlr.org/papers/v*',
    'https://www.jmlr.org/papers/v*',
    'https://jmlr.org/beta/papers/v*',
    'https://www.jmlr.org/beta/papers/v*',
  ],
  kind: (url) =>
    ownPaper(url)
      ? 'paper'
      : /^(?:\/beta)?\/papers\/v\d+\/?(?:index\.html)?$/.test(url.pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const own = ownPaper(page.url);
    if (own) return readPaper(page, own.id);
    return readCards(page.document.querySelectorAll('#content dd, #content .list-group-item'), {
      identify(item) {
        const heading = item.localName === 'dd' ? item.previousElementSibling : item.querySelector('.paper-title');
        return {
          ids: [paperAmong(linksIn(item, page.url))?.id],
          title: linesOf(heading),
          rest: item.localName === 'dd' && heading ? [heading] : undefined,
        };
      },
      facts(item) {
        const links = linksIn(item, page.url);
        const paper = paperAmong(links);
        const people = textOf(item.querySelector('i'));
        return {
          // Some old lists show a letter as `&#227;`, whose semicolon would part the names wrongly.
          ...allAuthors(people?.includes('&#') ? [] : splitNames(people)),
          ...inVolume(textOf(item)),
          ...venue,
          volume: paper?.volume,
          links: linksOf(links, paper?.id),
        };
      },
      spot: { corner: 'bottom-right', x: 0, y: 0 },
    });
  },
};
