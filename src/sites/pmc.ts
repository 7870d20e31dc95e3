/**
 * PubMed Central: papers' own pages after a saved one of 2026. Searches show the rows that PubMed shows, as other projects read them
 * (November 2025); they have not been seen.
 */
import { pmcArticle } from '../paper/site-urls';
import { allAuthors, readCards } from './read/cards';
import { initialsFirst, names } from './read/names';
import { taggedPaper } from './read/tagged-paper';
import { linesOf, paragraphs, textOf, urlOf } from './read/text';
import type { Site } from './site';

const paperPath = /^\/articles\/PMC\d+\/?$/;

/** Title and text of each part of the abstract that comes first: a page may have one for readers of other fields besides. */
function abstractOf(document: Document): string | undefined {
  const section = document.querySelector('section.abstract');
  const parts = [...(section?.querySelectorAll('p') ?? [])].filter((part) => !part.closest('.kwd-group'));
  return paragraphs(
    parts.map((part) => {
      const heading = part.parentElement?.closest('section') === section ? null : part.previousElementSibling;
      const label = heading && /^h[3-6]$/.test(heading.localName) ? `${textOf(heading)} ` : '';
      return label + (linesOf(part) ?? '');
    }),
  );
}

export const pmc: Site = {
  id: 'pmc',
  name: 'PubMed Central',
  matches: ['https://pmc.ncbi.nlm.nih.gov/*'],
  kind: ({ pathname }) => (paperPath.test(pathname) ? 'paper' : /^\/search\/?$/.test(pathname) ? 'listing' : undefined),
  read(page) {
    const { document, url } = page;
    const addressOf = (id: string | undefined) =>
      `https://pmc.ncbi.nlm.nih.gov/articles/${id?.slice('pmcid:'.length)}/`;
    const own = paperPath.test(url.pathname) ? pmcArticle(url) : undefined;
    if (own)
      return taggedPaper(page, {
        heading: document.querySelector('.front-matter h1'),
        ids: [own],
        page: addressOf(own),
        facts: () => ({ abstract: abstractOf(document) }),
      });
    const idIn = (link: Element | null) => {
      const to = urlOf(link, 'href', url);
      return to && pmcArticle(to);
    };
    const rowOf = (link: Element) => link.closest('.docsum-content, article, li') ?? link;
    const links = [...document.querySelectorAll('a.docsum-link, a.docsum-title')].filter(idIn);
    return readCards(links.map(rowOf), {
      identify(row) {
        const link = row.querySelector('a.docsum-link, a.docsum-title') ?? row;
        return { ids: [idIn(link)], title: textOf(link)?.replace(/(?<!\.)\.$/, '') };
      },
      facts(row, ids) {
        const people = textOf(row.querySelector('.full-authors'))?.replace(/\.$/, '') ?? '';
        return {
          ...allAuthors(names(people.split(/[,;]\s*/)).map(initialsFirst)),
          links: { page: addressOf(ids.find((id) => id.startsWith('pmcid:'))) },
        };
      },
      spot: { corner: 'bottom-right', x: 0, y: 0 },
    });
  },
};
