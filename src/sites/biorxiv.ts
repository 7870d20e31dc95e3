/** bioRxiv and medRxiv. Lists after a saved excerpt of 2020; papers' pages after a saved one of a third version (2026). */

import { dateIn, earliest } from '../paper/dates';
import { doiInUrl, doiToId } from '../paper/identity';
import { ownAddress, tidy } from './read/addresses';
import { allAuthors, readCard, readCards } from './read/cards';
import { highwire, metaTags } from './read/highwire';
import { names } from './read/names';
import { linesOf, textOf, urlOf } from './read/text';
import type { Site } from './site';

// Until 2019 addresses had the day in place of the DOI.
const paper = /^\/content\/(?:[a-z]+\/)*(?:10\.\d+|\d{4}\/\d\d\/\d\d)\//;
/** Whether an address or id is of the first version, or of none: later versions show their own date. */
const isFirst = (shown: string | undefined): boolean => !/v(?:[2-9]|\d\d)(?:[./]|$)/.test(shown ?? '');

export const biorxiv: Site = {
  id: 'biorxiv',
  name: 'bioRxiv and medRxiv',
  matches: ['https://www.biorxiv.org/*', 'https://www.medrxiv.org/*'],
  watchedAttributes: ['data-apath', 'data-pisa'],
  kind: ({ pathname }) =>
    paper.test(pathname)
      ? 'paper'
      : /^\/(?:search|collection|archive|content\/early)(?:\/|$)/.test(pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const { document, url } = page;
    if (paper.test(url.pathname)) {
      const meta = metaTags(document);
      const tags = highwire(meta);
      const one = (name: string) => meta.get(name)?.[0];
      return readCard(document.querySelector('#page-title') ?? document.body, {
        identify: () => ({ ids: [...tags.ids, doiInUrl(url)], title: tags.title }),
        facts() {
          const { ids, title, links, published, ...rest } = tags;
          return {
            ...rest,
            // An address without version shows the latest. `2020/01/01` means only the year; two other tags have the day.
            published: isFirst(one('citation_id') ?? url.pathname)
              ? earliest([published, ...['article:published_time', 'dc.date'].map((name) => dateIn(one(name)))])
              : undefined,
            type: 'preprint',
            links: { page: ownAddress(url).replace(/(v\d+)\.[\w.-]+$/, '$1'), pdf: links?.pdf },
          };
        },
        spot: { corner: 'bottom-right', x: 0, y: 0 },
      });
    }
    const link = (card: Element) => card.querySelector('a.highwire-cite-linked-title');
    return readCards(document.querySelectorAll('.highwire-article-citation'), {
      identify(card) {
        const doi = /10\.\d{4,9}\/\S+/.exec(textOf(card.querySelector('.highwire-cite-metadata-doi')) ?? '')?.[0];
        const linked = urlOf(link(card), 'href', url);
        return {
          ids: [doi ? doiToId(doi) : linked && doiInUrl(linked)],
          title: textOf(link(card)),
          slot: card.querySelector('.highwire-cite-metadata'),
        };
      },
      facts(card) {
        const linked = urlOf(link(card), 'href', url);
        const people = [...card.querySelectorAll('.highwire-citation-author')].map((name) => linesOf(name, 'a'));
        // Lists of new papers have one part per day.
        const part = card.closest('.highwire-list-wrapper')?.querySelector('.highwire-list-title');
        const day = /\/early\/(\d{4}\/\d\d\/\d\d)\//.exec(card.getAttribute('data-apath') ?? '')?.[1] ?? textOf(part);
        return {
          ...allAuthors(names(people)),
          published: isFirst(card.getAttribute('data-pisa') ?? linked?.pathname) ? dateIn(day) : undefined,
          venue: textOf(card.querySelector('.highwire-cite-metadata-journal')),
          type: 'preprint',
          links: { page: tidy(linked) },
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
