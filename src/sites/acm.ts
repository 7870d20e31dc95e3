/**
 * ACM Digital Library: papers' own pages after a saved one of 2022; searches and contents of proceedings as a dozen other projects read
 * them (2020 to 2025); they have not been seen.
 */
import { dateIn } from '../paper/dates';
import { doiInUrl, idValue } from '../paper/identity';
import { allAuthors, readCard, readCards, type ScrapedFacts } from './read/cards';
import { repositoriesInText, sortLinks } from './read/links';
import { names } from './read/names';
import { textsOf } from './read/tagged-paper';
import { linesOf, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

/** A paper's own page in any of its views; not contents of proceedings, books and files. */
const isPaper = ({ pathname }: URL): boolean =>
  /^\/doi\/(?:(?:abs|full|fullHtml)\/)?10\.\d{4,9}\/[^/]+$/.test(pathname);

const addressOf = (id: string | undefined) => id && `https://dl.acm.org/doi/${idValue(id)}`;

/** Publication, date and pages in the line that follows the names. */
function inDetail(item: Element): ScrapedFacts {
  const detail = item.querySelector('.issue-item__detail');
  const text = textOf(detail) ?? '';
  const place = textOf(detail?.querySelector('.epub-section__title'));
  // "AIES '20: Proceedings of the …"
  const series = /^([A-Za-z][\w+&/ -]{1,30}?) ?['’]\d\d: Proceedings\b/.exec(place ?? '')?.[1];
  return {
    published: dateIn(/\b(?:\d{1,2} )?[A-Z][a-z]{2,8} \d{4}\b/.exec(text.replace(place ?? '', ''))?.[0]),
    venue: series ?? place,
    type: series ? 'conference' : undefined,
    pages: /\bPages? (\d+)\s?[–-]\s?(\d+)/.exec(text)?.slice(1).join('-'),
  };
}

function readPaper({ document, url }: Page) {
  const heading = document.querySelector('h1.citation__title, h1[property="name"]');
  return readCard(heading?.closest('article, main, body') ?? null, {
    identify: () => ({ ids: [doiInUrl(url)], title: linesOf(heading), slot: heading }),
    facts(article, [id]) {
      const people = [...document.querySelectorAll('.citation .loa__item .author-data .loa__author-name')];
      // Left of a heading that the template lost.
      const abstract = textsOf(document, '.abstractSection p')?.replace(/^TrueAbstract\s+/, '');
      return {
        ...allAuthors(names(people.map((name) => name.textContent))),
        ...inDetail(article),
        abstract,
        links: {
          page: addressOf(id),
          pdf: article.querySelector('a[href^="/doi/pdf/10."]')
            ? `https://dl.acm.org/doi/pdf/${idValue(id ?? '')}`
            : undefined,
          ...sortLinks(repositoriesInText(abstract)),
        },
      };
    },
    spot: { corner: 'top-right', x: 0, y: 0 },
  });
}

export const acm: Site = {
  id: 'acm',
  name: 'ACM Digital Library',
  matches: ['https://dl.acm.org/*'],
  kind: (url) =>
    isPaper(url)
      ? 'paper'
      : /^\/(?:action\/doSearch|doi\/proceedings\/10\.[^/]+\/[^/]+|toc\/.+)$/.test(url.pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const { document, url } = page;
    if (isPaper(url)) return readPaper(page);
    return readCards(document.querySelectorAll('.issue-item'), {
      identify(item) {
        const link = item.querySelector('.issue-item__title a[href*="/doi/"]');
        const to = urlOf(link, 'href', url);
        // Volumes, people and front matter stand among the papers.
        const isFront = !item.querySelector('ul.loa li') && /^(?:front|back) ?matter/i.test(textOf(link) ?? '');
        return to && isPaper(to) && !isFront ? { ids: [doiInUrl(to)], title: linesOf(link) } : undefined;
      },
      facts(item, [id]) {
        const list = item.querySelector('ul.loa');
        const authors = names([...(list?.querySelectorAll('li > a') ?? [])].map((name) => name.textContent));
        const hidden = Number(/\+\s?(\d{1,4})/.exec(textOf(list) ?? '')?.[1] ?? 0);
        const authorCount = authors.length && authors.length + hidden;
        return { authors, authorCount: authorCount || undefined, ...inDetail(item), links: { page: addressOf(id) } };
      },
      spot: { corner: 'bottom-right' },
    });
  },
};
