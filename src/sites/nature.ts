/**
 * Nature's journals: lists of articles after an entry of December 2025 that another project holds, searches and issues as others read
 * them, papers' own pages after saved ones of 2013 and 2026.
 */
import { dateIn } from '../paper/dates';
import { doiToId } from '../paper/identity';
import { naturePaper } from '../paper/publisher-urls';
import { ownAddress } from './read/addresses';
import { bodyAbstract } from './read/body-abstract';
import { allAuthors, readCards } from './read/cards';
import { names } from './read/names';
import { taggedPaper } from './read/tagged-paper';
import { linesOf, textOf, urlOf } from './read/text';
import type { Site } from './site';

const idIn = (url: URL | undefined) => doiToId((url && naturePaper(url)) ?? '');

/** A paper's own page, not one of its figures, nor a file. */
const isPaper = (url: URL): boolean =>
  /^\/articles\/[\w.-]+\/?$/.test(url.pathname) &&
  !/\.(?:e?pdf|ris|html?)$/.test(url.pathname) &&
  idIn(url) !== undefined;

export const nature: Site = {
  id: 'nature',
  name: 'Nature',
  matches: ['https://www.nature.com/*'],
  kind: (url) =>
    isPaper(url)
      ? 'paper'
      : /^\/(?:search|subjects\/[\w-]+(?:\/\w+)?|\w+\/(?:research-articles|reviews-and-analysis|articles|volumes\/\d+\/issues\/\w+))\/?$/.test(
            url.pathname,
          )
        ? 'listing'
        : undefined,
  read(page) {
    const { document, url } = page;
    if (isPaper(url))
      return taggedPaper(page, {
        heading: document.querySelector('h1'),
        ids: [idIn(url)],
        page: ownAddress(url),
        facts: () => ({ abstract: bodyAbstract(document) }),
      });
    const linkOf = (item: Element) => item.querySelector('h3 a[href*="/articles/"]');
    return readCards(document.querySelectorAll('article'), {
      identify(item) {
        const link = linkOf(item);
        // News and columns are no papers.
        const id = idIn(urlOf(link, 'href', url));
        return id ? { ids: [id], title: linesOf(link) } : undefined;
      },
      facts(item) {
        const link = urlOf(linkOf(item), 'href', url);
        const list = item.querySelector('[data-test="author-list"]');
        const shown = [...(list?.querySelectorAll('[itemprop="name"]') ?? [])].map((name) => textOf(name));
        const authors = names(shown.map((name) => name ?? ''));
        const isCut =
          list?.matches('.app-author-list--truncated') || /…|\.\.\.|\bet al\b/.test(list?.textContent ?? '');
        return {
          ...(isCut ? { authors } : allAuthors(authors)),
          published: dateIn(item.querySelector('time[datetime]')?.getAttribute('datetime')),
          venue: url.pathname.startsWith('/nature/') ? 'Nature' : undefined,
          type: 'article',
          links: { page: link && ownAddress(link) },
        };
      },
      spot: { corner: 'bottom-right' },
    });
  },
};
