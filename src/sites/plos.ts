/**
 * PLOS: searches, issues and subjects after the site's own templates (PLOS/wombat, August 2020), papers' own pages after saved ones of
 * 2015, 2016 and 2019.
 */
import { dayIn } from '../paper/dates';
import { doiToId, idValue } from '../paper/identity';
import { bodyAbstract } from './read/body-abstract';
import { allAuthors, readCards } from './read/cards';
import { splitNames } from './read/names';
import { taggedPaper } from './read/tagged-paper';
import { linesOf, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

/** Journal in the address of a paper's page: `/plosone/article?id=10.1371/…`. */
const journalIn = ({ pathname, searchParams }: URL): string | undefined =>
  searchParams.get('id')?.startsWith('10.') ? /^\/(\w+)\/article$/.exec(pathname)?.[1] : undefined;

const idIn = (url: URL): string | undefined => doiToId(url.searchParams.get('id') ?? '');

const addressOf = (journal: string, id: string) => `https://journals.plos.org/${journal}/article?id=${idValue(id)}`;

/** The element behind a heading that holds the rest: `dd` behind `dt` in searches. */
const restOf = (item: Element): Element | null => (item.localName === 'dt' ? item.nextElementSibling : item);

const linkOf = (item: Element, page: Page) => {
  const link = item.querySelector(item.localName === 'dt' ? 'a' : '.item--article-title > a, h2 > a.list-title');
  const to = urlOf(link, 'href', page.url);
  return { link, id: to && journalIn(to) ? idIn(to) : undefined, journal: to && journalIn(to) };
};

export const plos: Site = {
  id: 'plos',
  name: 'PLOS',
  matches: ['https://journals.plos.org/*'],
  kind: (url) =>
    journalIn(url)
      ? 'paper'
      : /^\/\w+\/(?:search|issue|volume|browse(?:\/\w+)?)\/?$/.test(url.pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const { document, url } = page;
    const own = journalIn(url);
    const id = own ? idIn(url) : undefined;
    if (own && id)
      return taggedPaper(page, {
        heading: document.querySelector('h1#artTitle') ?? document.querySelector('h1'),
        ids: [id],
        page: addressOf(own, id),
        facts: () => ({ abstract: bodyAbstract(document) }),
      });
    const items = document.querySelectorAll(
      'dt.search-results-title, .section > .item, #search-results > li[data-doi]',
    );
    return readCards(items, {
      identify(item) {
        const { link, id } = linkOf(item, page);
        const rest = restOf(item);
        return { ids: [id], title: linesOf(link), slot: rest, rest: rest && rest !== item ? [rest] : undefined };
      },
      facts(item) {
        const rest = restOf(item);
        const { id, journal } = linkOf(item, page);
        const people = textOf(rest?.querySelector('.search-results-authors, .authors'));
        const date = rest?.querySelector('[id$="-date"], .article-info--date, .date');
        return {
          ...allAuthors(splitNames(people?.replace(/,\s*$/, ''))),
          published: dayIn(textOf(date), page.now),
          venue: textOf(rest?.querySelector('[id$="-journal-name"], .article-info > i')),
          type: 'article',
          links: { page: id && journal && addressOf(journal, id) },
        };
      },
      spot: { corner: 'bottom-right', x: 0, y: 0 },
    });
  },
};
