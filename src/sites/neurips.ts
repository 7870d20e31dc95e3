/** NeurIPS proceedings. Based on a saved paper page (2022), and on listings until 2025 and since in other projects' tests. */
import { neuripsPaper } from '../paper/site-urls';
import { ownAddress, tidy } from './read/addresses';
import { allAuthors, readCard, readCards } from './read/cards';
import { highwire, metaTags } from './read/highwire';
import { splitNames } from './read/names';
import { linesOf, paragraphs, textOf, urlOf } from './read/text';
import type { Site, Spot } from './site';

const spot: Spot = { corner: 'bottom-right', x: 0, y: 0 };

/** The paper whose page or file an address is. */
const paperOf = (url: URL | undefined) => neuripsPaper(url?.pathname ?? '');

export const neurips: Site = {
  id: 'neurips',
  name: 'NeurIPS Proceedings',
  matches: ['https://proceedings.neurips.cc/paper*', 'https://papers.nips.cc/*', 'https://papers.neurips.cc/*'],
  kind(url) {
    if (paperOf(url)) return 'paper';
    return /^\/(?:(?:paper_files\/)?paper\/\d{4}|book\/[^/]+|papers\/search)\/?$/.test(url.pathname)
      ? 'listing'
      : undefined;
  },
  read(page) {
    const { document } = page;
    const linkOf = (item: Element) => item.querySelector('a[href*="/paper/"]');
    const own = paperOf(page.url);
    if (!own)
      return readCards(document.querySelectorAll('.paper-list > li, .col > ul > li, .main > ul > li'), {
        identify(item) {
          const link = linkOf(item);
          if (!link) return undefined;
          const content = item.querySelector('.paper-content');
          return {
            ids: [paperOf(urlOf(link, 'href', page.url))?.id],
            title: linesOf(link),
            // The line with the track is short; the authors' line may be full.
            elsewhere: [
              ...(content ? [{ slot: content, spot }] : []),
              { slot: item, spot: { corner: 'top-right', x: 0, y: 0 } },
            ],
          };
        },
        facts(item) {
          const url = urlOf(linkOf(item), 'href', page.url);
          const people = item.querySelector('.paper-authors, i')?.textContent;
          const linked = [...item.querySelectorAll('a.author')].map((link) => link.textContent).join(', ');
          return {
            ...allAuthors(splitNames(people ?? linked)),
            published: paperOf(url)?.year ?? /-(\d{4})\/?$/.exec(page.url.pathname)?.[1],
            venue: 'NeurIPS',
            type: 'conference',
            links: { page: tidy(url) },
          };
        },
        spot,
      });
    const tags = highwire(metaTags(document));
    const headings = [...document.querySelectorAll('h2, h3, h4')];
    return readCard(document.querySelector('.container-fluid .col, .main') ?? document.body, {
      identify: () => ({
        ids: [own.id, ...tags.ids],
        title: tags.title ?? linesOf(document.querySelector('h2, h4')),
        slot: headings.find((heading) => textOf(heading) === tags.title),
      }),
      facts() {
        const { ids, title, links, ...rest } = tags;
        const heading = headings.find((element) => textOf(element) === 'Abstract');
        const texts: string[] = [];
        for (let next = heading?.nextElementSibling; next && !headings.includes(next); next = next.nextElementSibling)
          // "Abstract Missing", "Abstract Unavailable" of early volumes.
          if (next.localName === 'p' && !/^abstract \w+$/i.test(textOf(next) ?? '')) texts.push(linesOf(next) ?? '');
        return {
          ...rest,
          abstract: paragraphs(texts) ?? linesOf(document.querySelector('.abstract')) ?? rest.abstract,
          published: rest.published ?? own.year,
          venue: 'NeurIPS',
          type: 'conference',
          links: {
            page: ownAddress(page.url),
            pdf: links?.pdf && URL.canParse(links.pdf) ? tidy(new URL(links.pdf)) : undefined,
          },
        };
      },
      spot,
    });
  },
};
