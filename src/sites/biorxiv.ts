/** bioRxiv and medRxiv. Lists after a saved excerpt of 2020; papers' pages after their Highwire tags as others hold them. */
import { doiInUrl, doiToId } from '../identity';
import { ownAddress, tidy } from './addresses';
import { highwire, metaTags } from './highwire';
import { listed, single, whole } from './listed';
import { names } from './names';
import type { Site } from './site';
import { linesOf, textOf, urlOf } from './text';

const paper = /^\/content\/(?:[a-z]+\/)?10\.\d+\//;
const withoutVersion = (id: string | undefined): string | undefined => id?.replace(/v\d+$/, '');
/** Version of the preprint that an address shows; the date beside a later one is not the first publication. */
const isFirst = (url: URL | undefined): boolean => !/v(?:[2-9]|\d\d)(?:[./]|$)/.test(url?.pathname ?? '');

export const biorxiv: Site = {
  id: 'biorxiv',
  name: 'bioRxiv and medRxiv',
  matches: ['https://www.biorxiv.org/*', 'https://www.medrxiv.org/*'],
  kind: ({ pathname }) =>
    paper.test(pathname)
      ? 'paper'
      : /^\/(?:search|collection|archive|content\/early)(?:\/|$)/.test(pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const { document, url } = page;
    if (paper.test(url.pathname)) {
      const tags = highwire(metaTags(document));
      return single(document.querySelector('#page-title') ?? document.body, {
        identify: () => ({ ids: [...tags.ids, withoutVersion(doiInUrl(url))], title: tags.title }),
        facts() {
          const { ids, title, links, published, ...rest } = tags;
          return {
            ...rest,
            published: isFirst(url) ? published : undefined,
            type: 'preprint',
            links: { page: ownAddress(url).replace(/(v\d+)\.[\w.-]+$/, '$1'), pdf: links?.pdf },
          };
        },
        spot: { corner: 'bottom-right', x: 0, y: 0 },
      });
    }
    const link = (card: Element) => card.querySelector('a.highwire-cite-linked-title');
    return listed(document.querySelectorAll('.highwire-article-citation'), {
      identify(card) {
        const doi = /10\.\d{4,9}\/\S+/.exec(textOf(card.querySelector('.highwire-cite-metadata-doi')) ?? '')?.[0];
        const linked = urlOf(link(card), 'href', url);
        return {
          ids: [doi ? doiToId(doi) : withoutVersion(linked && doiInUrl(linked))],
          title: textOf(link(card)),
          slot: card.querySelector('.highwire-cite-metadata'),
        };
      },
      facts(card) {
        const linked = urlOf(link(card), 'href', url);
        const people = [...card.querySelectorAll('.highwire-citation-author')].map((name) => linesOf(name, 'a'));
        const day = /\/early\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(card.getAttribute('data-apath') ?? '');
        return {
          ...whole(names(people)),
          published: day && isFirst(linked) ? day.slice(1).join('-') : undefined,
          venue: textOf(card.querySelector('.highwire-cite-metadata-journal')),
          type: 'preprint',
          links: { page: tidy(linked) },
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
