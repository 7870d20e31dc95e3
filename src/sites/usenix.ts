/**
 * USENIX: technical sessions, accepted papers and papers' own pages. Lists after entries of 2016 and 2026, whose markup other projects'
 * tests keep; paper pages after saved ones (2022).
 */
import { usenixPaper } from '../paper/publisher-urls';
import { ownAddress } from './read/addresses';
import { allAuthors, readCard, readCards } from './read/cards';
import { highwire, metaTags } from './read/highwire';
import { repositoriesInText, sortLinks } from './read/links';
import { splitNames } from './read/names';
import { linesOf, paragraphs, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

const listPath = /^\/conference\/[\w-]+\/(?:technical-sessions|(?:[\w-]+-)?accepted-papers|workshop-program)\/?$/;

/** "NSDI" from "19th USENIX Symposium on … (NSDI 22)" or from a list's title, "NSDI '22 Technical Sessions | USENIX". */
const series = (text: string | undefined): string | undefined =>
  /(?:^|\()([^()|]+?) '?\d\d(?:\)$| (?:Technical|Accepted|[\w ]*Accepted|Workshop)\b)/.exec(
    text?.slice(0, 300).replaceAll('’', "'") ?? '',
  )?.[1];

/** The year at the end of a conference's name in an address: `nsdi22`. */
const yearOf = (url: URL): string | undefined => {
  const short = /\D(\d\d)$/.exec(usenixPaper(url)?.conference ?? '')?.[1];
  return short && `${short < '70' ? 20 : 19}${short}`;
};

/**
 * Names in "A. Bee and C. Dee, *Their University;* E. Eff, *Another*": affiliations are set in italics. None where one of them may
 * not be, since it could not be told from a name.
 */
function namesIn(people: Element | null): string[] {
  const found: string[] = [];
  let open = '';
  for (const node of people?.querySelector('p')?.childNodes ?? []) {
    const text = node.textContent ?? '';
    if (!/^(?:em|i)$/i.test(node.nodeName)) open += text;
    else if (open.replace(/^[\s;,]+/, '').includes(';')) return [];
    else {
      found.push(...splitNames(open.replace(/^[\s;,]+(?:and\s+)?/, '')));
      open = '';
    }
  }
  return /[^\s;,.]/.test(open) || people?.querySelectorAll('p').length !== 1 ? [] : found;
}

function readPaper({ document, url }: Page) {
  const tags = highwire(metaTags(document));
  const heading = document.querySelector('h1#page-title');
  return readCard(document.querySelector('.node-paper'), {
    // The tag's title may hold the braces of BibTeX.
    identify: () => ({ ids: [usenixPaper(url)?.id], title: linesOf(heading) ?? tags.title, slot: heading }),
    facts(paper) {
      const description = paper.querySelectorAll('.field-name-field-paper-description p');
      const abstract = paragraphs([...description].map((part) => linesOf(part) ?? ''));
      return {
        ...tags,
        abstract,
        links: { page: ownAddress(url), pdf: tags.links?.pdf, ...sortLinks(repositoriesInText(abstract)) },
      };
    },
    spot: { corner: 'top-right', x: 0, y: 0 },
  });
}

export const usenix: Site = {
  id: 'usenix',
  name: 'USENIX',
  matches: ['https://www.usenix.org/conference/*'],
  kind: (url) => (usenixPaper(url) ? 'paper' : listPath.test(url.pathname) ? 'listing' : undefined),
  read(page) {
    const { document, url } = page;
    if (usenixPaper(url)) return readPaper(page);
    const venue = series(textOf(document.querySelector('title')));
    const linkOf = (item: Element) => {
      const link = urlOf(item.querySelector('h2 a'), 'href', url);
      return link && usenixPaper(link) ? link : undefined;
    };
    return readCards(document.querySelectorAll('.node-paper'), {
      identify(item) {
        const link = linkOf(item);
        return { ids: [link && usenixPaper(link)?.id], title: linesOf(item.querySelector('h2')) };
      },
      facts(item) {
        const link = linkOf(item);
        return {
          ...allAuthors(namesIn(item.querySelector('.field-name-field-paper-people-text'))),
          published: link && yearOf(link),
          venue,
          type: 'conference',
          links: { page: link && ownAddress(link) },
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
