/** PMLR. Based on saved pages of volumes 1 and 28 and on the site's present template. */
import { doiInUrl } from '../paper/identity';
import { arxivPaper, openreviewPaper, pmlrPaper } from '../paper/site-urls';
import { linksIn } from './read/addresses';
import { allAuthors, readCard, readCards } from './read/cards';
import { highwire, metaTags } from './read/highwire';
import { sortLinks } from './read/links';
import { splitNames } from './read/names';
import { linesOf, textOf } from './read/text';
import type { Site } from './site';

const home = 'https://proceedings.mlr.press';

type Links = ReturnType<typeof linksIn>;

/** PMLR's own id in the address of a paper's page. */
const ownId = (url: URL | undefined): string | undefined => pmlrPaper(url?.pathname ?? '')?.id;

const idsOf = (links: Links) =>
  links.map(({ label, url }) =>
    /^(?:doi|openreview|arxiv)/.test(label) ? (openreviewPaper(url) ?? arxivPaper(url) ?? doiInUrl(url)) : undefined,
  );

/** PMLR's own id in the link to the abstract. */
const keyIn = (links: Links) => ownId(links.find(({ label }) => label.startsWith('abs'))?.url);

/** Links by their labels. The page's address is made from the id, since old pages link to other hosts. */
function linksOf(links: Links, own: string | undefined) {
  const named = (pattern: RegExp) => links.filter(({ label }) => pattern.test(label)).map(({ url }) => url.href);
  const { code, data, project } = sortLinks(named(/^(?:software|code|website)/));
  return {
    page: own && `${home}/${own.slice('pmlr:'.length)}.html`,
    pdf: named(/^(?:download )?pdf/)[0]?.replace(/^http:/, 'https:'),
    code,
    data,
    project,
  };
}

/** The series in old pages' titles, "ICML 2013 | JMLR W&CP"; new pages name it in each card. */
const series = ({ title }: Document): string | undefined => /^([A-Z]{3,}\w*)(?: \d{4})? \|/.exec(title)?.[1];

/** The event in a volume's heading: "Volume 1: Gaussian Processes in Practice, June 12 to …". */
const event = (document: Document): string | undefined =>
  /^Volume \w+: (?:Proceedings of (?:the )?)?(.+?)(?:, \d{1,2}\b.*|, [A-Z][a-z]+ \d.*)?$/m.exec(
    [...document.querySelectorAll('h2')].map(textOf).join('\n'),
  )?.[1];

export const pmlr: Site = {
  id: 'pmlr',
  name: 'PMLR',
  matches: [`${home}/*`],
  kind: (url) => (ownId(url) ? 'paper' : /^\/[vr]\d+\/?(?:index\.html)?$/.test(url.pathname) ? 'listing' : undefined),
  read(page) {
    const { document } = page;
    const own = ownId(page.url);
    if (own) {
      const tags = highwire(metaTags(document));
      return readCard(document.querySelector('article') ?? document.body, {
        identify: (article) => ({
          ids: [own, ...tags.ids, ...idsOf(linksIn(article.querySelector('#extras'), page.url))],
          title: linesOf(article.querySelector('h1')),
          slot: article.querySelector('#info'),
        }),
        facts: (article) => ({
          ...tags,
          ...allAuthors(splitNames(article.querySelector('#authors,.authors')?.textContent)),
          abstract: linesOf(article.querySelector('#abstract')) ?? tags.abstract,
          links: linksOf(linksIn(article.querySelector('#extras'), page.url), own),
        }),
        spot: { corner: 'top-right', x: 0, y: 0 },
      });
    }
    const short = series(document);
    const long = event(document);
    return readCards(document.querySelectorAll('.paper'), {
      identify(paper) {
        const slot = paper.querySelector('.links');
        const links = linksIn(slot, page.url);
        return { ids: [keyIn(links), ...idsOf(links)], title: linesOf(paper.querySelector('.title')), slot };
      },
      facts(paper) {
        const links = linksIn(paper.querySelector('.links'), page.url);
        const info = paper.querySelector('.info');
        const line = textOf(info) ?? '';
        return {
          ...allAuthors(splitNames(paper.querySelector('.authors')?.textContent)),
          published: /, (\d{4})\.?$/.exec(line)?.[1],
          venue: short ?? textOf(info?.querySelector('i')) ?? long,
          pages: /:\s*(\d+[-–]\d+)/.exec(line)?.[1],
          type: 'conference',
          links: linksOf(links, keyIn(links)),
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
