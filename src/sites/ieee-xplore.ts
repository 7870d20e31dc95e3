/**
 * IEEE Xplore: a paper's own page, from the data in one of its scripts, which is read as JSON and never run. Based on saved pages of
 * 2019 and 2020. Lists are drawn by scripts and have not been seen.
 */
import { dateIn, earliest } from '../paper/dates';
import { doiToId } from '../paper/identity';
import { ieeePaper } from '../paper/publisher-urls';
import { allAuthors, readCard } from './read/cards';
import { withoutMarkup } from './read/highwire';
import { type JsonObject, list, object, text } from './read/json';
import { repositoriesInText, sortLinks } from './read/links';
import { names } from './read/names';
import { clean } from './read/text';
import type { Page, Site } from './site';

/** The number of the paper whose page, not file, an address is. */
const numberIn = (url: URL): string | undefined =>
  /^\/(?:abstract\/)?document\/\d+\/?$/.test(url.pathname) ? ieeePaper(url)?.id.slice('ieee:'.length) : undefined;

const mark = '.document.metadata={';

/** The data of the paper at the page's address: one line of JSON. None where it is another paper's or damaged. */
function dataOf({ document, url }: Page): JsonObject {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const source = script.textContent ?? '';
    const start = source.indexOf(mark);
    if (start < 0) continue;
    const [line = ''] = source.slice(start + mark.length - 1).split('\n', 1);
    try {
      const data = object(JSON.parse(line.trim().replace(/;$/, '')));
      if (text(data.articleNumber) === numberIn(url)) return data;
    } catch {
      // Not whole.
    }
  }
  return {};
}

/** A text without markup and entities; none where markup is left that cannot be read, such as formulas. */
function plain(value: unknown): string | undefined {
  const given = typeof value === 'string' ? value : undefined;
  const decoded = withoutMarkup(given)?.replace(/&#(x[0-9a-f]{1,5}|\d{1,6});/gi, (all, code: string) => {
    const point = Number(code.replace(/^x/i, '0x'));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
  return decoded && !/<\/?[a-z]|&#?\w+;/i.test(decoded) ? clean(decoded) || undefined : undefined;
}

export const ieeeXplore: Site = {
  id: 'ieee-xplore',
  name: 'IEEE Xplore',
  matches: ['https://ieeexplore.ieee.org/document/*', 'https://ieeexplore.ieee.org/abstract/document/*'],
  kind: (url) => (numberIn(url) ? 'paper' : undefined),
  read(page) {
    const number = numberIn(page.url);
    const heading = page.document.querySelector('h1.document-title');
    return readCard(page.document.body, {
      identify() {
        const data = dataOf(page);
        return {
          ids: [`ieee:${number}`, doiToId(text(data.doi) ?? '')],
          title: plain(data.title),
          slot: heading,
        };
      },
      facts() {
        const data = dataOf(page);
        const abstract = plain(data.abstract);
        const [first, last] = [text(data.startPage), text(data.endPage)];
        return {
          ...allAuthors(names(list(data.authors).map((author) => text(object(author).name)))),
          abstract,
          published: earliest([data.onlineDate, data.publicationDate].map((date) => dateIn(text(date)))),
          venue: plain(data.displayPublicationTitle),
          type: data.isJournal === true ? 'article' : data.isConference === true ? 'conference' : undefined,
          volume: text(data.volume),
          issue: text(data.issue),
          pages: first && last && first !== last ? `${first}-${last}` : first,
          publisher: text(data.publisher),
          links: { page: `https://ieeexplore.ieee.org/document/${number}`, ...sortLinks(repositoriesInText(abstract)) },
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
