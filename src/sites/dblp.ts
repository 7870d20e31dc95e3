/**
 * DBLP. After a saved search page (2024), others' readers of pages before 2019, in which an entry's data are a div, and what
 * their tests hold of authors' and contents pages, which show the same entries.
 */

import { arxivPdf } from '../paper/addresses';
import { dateIn } from '../paper/dates';
import { arxivToId } from '../paper/identity';
import type { PaperType } from '../paper/paper';
import { idOfLink, linksIn } from './read/addresses';
import { allAuthors, type CardReader, readCard, readCards } from './read/cards';
import { names } from './read/names';
import { textOf } from './read/text';
import type { Page, Site, Spot } from './site';

const spot: Spot = { corner: 'bottom-right', x: 0, y: 0 };

const types: Record<string, PaperType> = {
  article: 'article',
  book: 'book',
  incollection: 'chapter',
  informal: 'preprint',
  inproceedings: 'conference',
};

/** Elements of an entry with a microdata property. */
const parts = (entry: Element, name: string): Element[] =>
  [...entry.querySelectorAll('[itemprop]')].filter((part) => part.getAttribute('itemprop') === name);

const prop = (entry: Element, name: string): string | undefined => textOf(parts(entry, name)[0]);

/** The arXiv id, which CoRR has as its volume: "abs/2303.14702". */
function corr(entry: Element): string | undefined {
  const isPreprint = /^journals\/corr\//.test(entry.id);
  return isPreprint ? arxivToId(prop(entry, 'volumeNumber')?.replace(/^abs\//, '') ?? '') : undefined;
}

const reader = (page: Page): CardReader => ({
  identify(entry) {
    // The volume's own entry is front matter.
    if (entry.classList.contains('editor')) return undefined;
    const editions = [...entry.querySelectorAll('li.ee')].flatMap((item) => linksIn(item, page.url));
    return {
      ids: [entry.id && `dblp:${entry.id}`, corr(entry), ...editions.map(({ url }) => idOfLink(url))],
      title: textOf(entry.querySelector('.data .title'))?.replace(/(?<!\.)\.$/, ''),
      slot: entry.querySelector('.data'),
      elsewhere: [{ slot: entry, spot }],
    };
  },
  facts(entry, ids) {
    const people = parts(entry, 'author').flatMap((author) => parts(author, 'name'));
    const [year] = parts(entry, 'datePublished');
    const [series] = parts(entry, 'isPartOf').flatMap((part) => parts(part, 'name'));
    return {
      ...allAuthors(names(people.map((name) => name.textContent?.replace(/\s\d{4}\s*$/, '')))),
      published: dateIn(year?.getAttribute('content') ?? textOf(year)),
      venue: textOf(series)?.replace(/ \(\d+\)$/, ''),
      type: /^(?:phd|ms)\//.test(entry.id)
        ? 'thesis'
        : types[[...entry.classList].find((name) => Object.hasOwn(types, name)) ?? ''],
      volume: corr(entry) ? undefined : prop(entry, 'volumeNumber'),
      issue: prop(entry, 'issueNumber'),
      pages: prop(entry, 'pagination'),
      links: { page: `https://dblp.org/rec/${entry.id}`, pdf: arxivPdf(ids) },
    };
  },
  spot,
});

/** The record's key in the address of its page. */
const recordOf = (path: string): string | undefined => /^\/rec\/(?:html\/)?([^?#]+?)(?:\.html)?$/.exec(path)?.[1];

export const dblp: Site = {
  id: 'dblp',
  name: 'dblp',
  matches: ['https://dblp.org/*', 'https://dblp.uni-trier.de/*'],
  kind: ({ pathname }) =>
    recordOf(pathname)
      ? 'paper'
      : /^\/(?:search(?:\/publ)?\/?$|pid\/|pers\/|db\/)/.test(pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const entries = [...page.document.querySelectorAll('li.entry')];
    const record = recordOf(page.url.pathname);
    return record
      ? readCard(entries.find(({ id }) => id === record) ?? null, reader(page))
      : readCards(entries, reader(page));
  },
};
