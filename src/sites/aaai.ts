/**
 * AAAI's proceedings and magazine: issues, searches and papers' own pages. They are served by Open Journal Systems 3: based on its
 * own templates (August 2026), two entries of a saved issue, and a saved paper page of another journal.
 */
import { doiInUrl } from '../paper/identity';
import { aaaiPaper } from '../paper/publisher-urls';
import { linksIn, ownAddress } from './read/addresses';
import { allAuthors, readCard, readCards } from './read/cards';
import { highwire, metaTags } from './read/highwire';
import { repositoriesInText, sortLinks } from './read/links';
import { splitNames } from './read/names';
import { linesOf, paragraphs, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

const home = '/(?:index\\.php/)?';

/** The paper whose page, not file, an address is. */
const paperIn = (url: URL | undefined) => (url && /\/view\/\d+\/?$/.test(url.pathname) ? aaaiPaper(url) : undefined);

/** Proceedings are called by their series, which the address has in capitals: `AAAI`, `ICWSM`. */
const venueOf = (journal: string | undefined) =>
  journal && /^[A-Z]{4,}$/.test(journal) ? ({ venue: journal, type: 'conference' } as const) : {};

/** The file behind the link to its viewer: `/article/view/1/2` shows `/article/download/1/2`. */
const pdfIn = (place: Element, base: URL): string | undefined =>
  linksIn(place, base)
    .find(({ link }) => link.matches('.obj_galley_link.pdf'))
    ?.url.href.replace('/article/view/', '/article/download/');

const frontMatter =
  /^(?:front ?matter|back ?matter|cover|contents|table of contents|editorial board|masthead|preface|title page|copyright)\b/i;

/** Title and subtitle, which stands on a line of its own, as the site joins them elsewhere. */
function titleOf(link: Element | null): string | undefined {
  const subtitle = textOf(link?.querySelector('.subtitle'));
  const title = linesOf(link, '.subtitle');
  return title && subtitle ? `${title}${/[.:?!]$/.test(title) ? '' : ':'} ${subtitle}` : title;
}

function readPaper({ document, url }: Page, { journal, id }: { journal: string; id: string }) {
  const tags = highwire(metaTags(document));
  const heading = document.querySelector('h1.page_title');
  return readCard(document.querySelector('.obj_article_details'), {
    identify: (article) => ({
      ids: [id, ...tags.ids, doiInUrl(urlOf(article.querySelector('.item.doi a'), 'href', url) ?? '')],
      title: tags.title ?? linesOf(heading),
      slot: heading,
    }),
    facts(article) {
      // A second one is the summary in plain language.
      const section = article.querySelector('.item.abstract');
      const parts = [...(section?.querySelectorAll('p') ?? [])].map((part) => linesOf(part) ?? '');
      const abstract = paragraphs(parts) ?? linesOf(section, '.label') ?? tags.abstract;
      return {
        ...tags,
        ...venueOf(journal),
        abstract,
        links: {
          page: ownAddress(url),
          pdf: tags.links?.pdf ?? pdfIn(article, url),
          ...sortLinks(repositoriesInText(abstract)),
        },
      };
    },
    spot: { corner: 'top-right', x: 0, y: 0 },
  });
}

export const aaai: Site = {
  id: 'aaai',
  name: 'AAAI',
  matches: ['https://ojs.aaai.org/*'],
  kind: (url) =>
    paperIn(url)
      ? 'paper'
      : new RegExp(`^${home}[\\w-]+/(?:issue/(?:view/\\d+|current)|search(?:/\\w+)?)/?$`).test(url.pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const own = paperIn(page.url);
    if (own) return readPaper(page, own);
    return readCards(page.document.querySelectorAll('.obj_article_summary'), {
      identify(item) {
        const link = item.querySelector('.title a');
        const title = titleOf(link);
        return title && frontMatter.test(title) && !item.querySelector('.authors')
          ? undefined
          : { ids: [paperIn(urlOf(link, 'href', page.url))?.id], title };
      },
      facts(item) {
        const link = urlOf(item.querySelector('.title a'), 'href', page.url);
        return {
          ...allAuthors(splitNames(textOf(item.querySelector('.authors')))),
          ...venueOf(paperIn(link)?.journal),
          pages: /^\d+(?:[-–]\d+)?$/.exec(textOf(item.querySelector('.pages')) ?? '')?.[0],
          links: { page: link && ownAddress(link), pdf: pdfIn(item, page.url) },
        };
      },
      spot: { corner: 'bottom-right' },
    });
  },
};
