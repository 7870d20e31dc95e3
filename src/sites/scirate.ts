/** SciRate, its feeds and search. After its published templates; papers' own pages are left to their meta tags. */
import { arxivVersion, idOfUrl, idValue } from '../identity';
import { arxivPdf } from './addresses';
import { isoDate } from './iso-date';
import { codeInText, sortLinks } from './links';
import { listed } from './listed';
import { names } from './names';
import type { Site } from './site';
import { count, linesOf, textOf, urlOf } from './text';

export const scirate: Site = {
  id: 'scirate',
  name: 'SciRate',
  matches: ['https://scirate.com/*'],
  kind: (url) => (/^\/(?:$|search|arxiv(?:\/|$))/.test(url.pathname) && !idOfUrl(url) ? 'listing' : undefined),
  read(page) {
    const idOf = (paper: Element) => {
      const url = urlOf(paper.querySelector('.title a'), 'href', page.url);
      return url && idOfUrl(url);
    };
    return listed(page.document.querySelectorAll('li.paper'), {
      identify: (paper) => ({
        ids: [idOf(paper)],
        title: linesOf(paper.querySelector('.title')),
        slot: paper.querySelector('.uid'),
      }),
      facts(paper, ids) {
        const people = [...paper.querySelectorAll('.authors a')].map((link) => textOf(link) ?? '');
        const authors = names(people.filter((name) => !name.startsWith('et al')).map((name) => name.replace(/,$/, '')));
        // Twenty names are shown, then "et al (40)".
        const more = people.find((name) => name.startsWith('et al'));
        const hidden = more === undefined ? 0 : count(/\((\S+)\)/.exec(more)?.[1]);
        const abstract = linesOf(paper.querySelector('.abstract'));
        const comments = [...paper.querySelectorAll('a')].map(
          (link) => /^(\S+) comments?$/.exec(textOf(link) ?? '')?.[1],
        );
        return {
          authors,
          authorCount: hidden === undefined || !authors.length ? undefined : authors.length + hidden,
          abstract,
          version: arxivVersion(textOf(paper.querySelector('.uid')) ?? ''),
          published: isoDate(textOf(paper.querySelector('.uid'))?.replace(/arXiv:.*/, '')),
          categories: [...paper.querySelectorAll('.uid a')].flatMap((link) => textOf(link) ?? []),
          metrics: {
            upvotes: count(textOf(paper.querySelector('.scites-count'))),
            comments: count(comments.find(Boolean)),
          },
          links: {
            page: `https://scirate.com/arxiv/${idValue(ids[0] ?? '')}`,
            pdf: arxivPdf(ids),
            ...sortLinks(codeInText(abstract)),
          },
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
