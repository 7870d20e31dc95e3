/** Europe PMC. Search after saved rows of 2026; articles' pages are left to their meta tags. */

import { dateIn } from '../paper/dates';
import { europePmcArticle, europePmcRecord } from '../paper/site-urls';
import { ownAddress } from './read/addresses';
import { readCards } from './read/cards';
import { initialsFirst, names } from './read/names';
import { count, textOf, urlOf } from './read/text';
import type { Site } from './site';

export const europepmc: Site = {
  id: 'europepmc',
  name: 'Europe PMC',
  matches: ['https://europepmc.org/*'],
  kind: (url) => (/^\/search\/?$/.test(url.pathname) ? 'listing' : undefined),
  read(page) {
    const link = (card: Element) => card.querySelector('.citation-title a[href]');
    const date = (card: Element) => card.querySelector('[id*="--pub-date-"]');
    return readCards(page.document.querySelectorAll('.citation[id^="search-results--"]'), {
      identify(card) {
        const linked = urlOf(link(card), 'href', page.url);
        // The card's id ends with the record's id.
        const url = linked && card.id.endsWith(`-${linked.pathname.split('/')[3]}`) ? linked : undefined;
        // Journal articles have a PMID or PMCID; anything else, such as preprints (PPR), has only the site's own id.
        const own = europePmcRecord(url?.pathname ?? '')?.id;
        const pmcid = /\bPMCID:\s*(PMC\d+)/.exec(card.textContent ?? '')?.[1];
        return {
          ids: [url && europePmcArticle(url), pmcid && `pmcid:${pmcid}`, own],
          title: textOf(link(card))?.replace(/(?<!\.)\.$/, ''),
          slot: date(card)?.parentElement, // the line with journal and date is short
        };
      },
      facts(card) {
        const url = urlOf(link(card), 'href', page.url);
        const list = card.querySelector('.citation-author-list');
        const authors = names([...(list?.querySelectorAll('a') ?? [])].map((name) => name.textContent)).map(
          initialsFirst,
        );
        return {
          authors,
          authorCount: /\bet al\b|…/.test(list?.textContent ?? '') ? undefined : authors.length || undefined,
          published: dateIn(textOf(date(card))),
          // For preprints this line names the server or publisher instead of a journal.
          venue: textOf(card.querySelector('a[href*="JOURNAL"]')),
          metrics: { citations: count(/\bCited by:\s*([\d,]+)/.exec(card.textContent ?? '')?.[1]) },
          links: { page: url && ownAddress(url) },
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
