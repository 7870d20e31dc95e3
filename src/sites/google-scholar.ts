/** Google Scholar. After saved pages of results (2024, 2026), of a single best result (2024) and of an author (2026). */

import { arxivToId } from '../paper/identity';
import { idOfLink, linksIn, tidy } from './read/addresses';
import { readCards, type ScrapedFacts } from './read/cards';
import { names } from './read/names';
import { clean, count, linesOf, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

const cut = /…|\.\.\./;

/**
 * Names as given. A "…" after a whole name cuts the list; a name that contains one is cut itself and left out.
 */
function people(text: string | undefined): ScrapedFacts {
  const given = names((text ?? '').split(',').map((name) => name.replace(/(?<=\S)(?:…|\.\.\.)\s*$/, '')));
  const authors = given.filter((name) => !cut.test(name));
  return { authors, authorCount: cut.test(text ?? '') ? undefined : authors.length || undefined };
}

/** Parses a by-line, "authors - venue, year - host"; the host is missing where nothing is linked. */
function byLine(text: string): ScrapedFacts & { line: string } {
  const [first = '', ...others] = text.split(/\s-\s/);
  // A line without authors begins with the venue and the year.
  const isVenue = /\b\d{4}\s*$/.test(first);
  const [authors, rest] = isVenue ? ['', [first, ...others]] : [first, others];
  const line = clean(rest.join(' - '));
  const dated = /^(?:(.*), )?(\d{4})(?: - .*)?$/.exec(line);
  const venue = dated ? dated[1] : rest.length > 1 ? clean(rest[0] as string) : undefined;
  const named = venue && !cut.test(venue) && !/^(?:arxiv preprint|available at|us.patent)/i.test(venue);
  return { ...people(authors), published: dated?.[2], venue: named ? venue : undefined, line };
}

/** Scholar's own id: twelve characters; on author pages after the author's twelve. */
const own = (id: string | null | undefined): string | undefined =>
  id && /^(?:[\w-]{12}:)?[\w-]{12}$/.test(id) ? `scholar:${id}` : undefined;

/** The arXiv id in "arXiv preprint arXiv:2006.02964, 2020". */
function arxivIn(line: string): string | undefined {
  return arxivToId(/\barXiv:(\S+?)(?:,|$| )/.exec(line)?.[1] ?? '');
}

function* results(page: Page): ReturnType<Site['read']> {
  const title = (card: Element) => card.querySelector('.gs_rt');
  const link = (card: Element) => urlOf(title(card)?.querySelector('a[href]'), 'href', page.url);
  const files = (card: Element) =>
    linksIn(card.querySelector('.gs_or_ggsm'), page.url).filter(({ label }) => label.startsWith('['));
  // A single best result has a second by-line; the first has the form of search results.
  const line = (card: Element) => byLine(card.querySelector('.gs_a')?.textContent ?? '');
  yield* readCards(page.document.querySelectorAll('.gs_r[data-cid]'), {
    identify: (card) => ({
      ids: [
        own(card.getAttribute('data-cid')),
        ...[link(card), ...files(card).map(({ url }) => url)].map(idOfLink),
        arxivIn(line(card).line),
      ],
      title: linesOf(title(card), '.gs_ctc, .gs_ctu, .gs_ct1, .gs_ct2'),
      slot: card.querySelector('.gs_ri'),
    }),
    facts(card) {
      const url = link(card);
      const marked = /^\[PDF\]/.test(textOf(title(card)) ?? '') ? url : undefined;
      const pdf = files(card).find(({ label }) => label.startsWith('[pdf]'))?.url ?? marked;
      const { line: _, ...facts } = line(card);
      const cited = linksIn(card, page.url).find((link) => link.url.searchParams.has('cites'));
      return {
        ...facts,
        abstract: textOf(card.querySelector('.gs_fma_snp')),
        // "Cited by 12", "被引用 12 次", "Cité 12 fois"
        metrics: { citations: count(/\d[\d,]*/.exec(cited?.label ?? '')?.[0]) },
        links: { page: tidy(url), pdf: pdf?.hostname === 'doi.org' ? undefined : tidy(pdf) },
      };
    },
    spot: { corner: 'bottom-right', x: 0, y: 0 },
  });
}

function* profile(page: Page): ReturnType<Site['read']> {
  const link = (row: Element) => urlOf(row.querySelector('a.gsc_a_at'), 'href', page.url);
  const gray = (row: Element) => [...row.querySelectorAll('.gs_gray')];
  yield* readCards(page.document.querySelectorAll('.gsc_a_tr'), {
    identify: (row) => ({
      ids: [own(link(row)?.searchParams.get('citation_for_view')), arxivIn(linesOf(gray(row)[1], '.gs_oph') ?? '')],
      title: textOf(row.querySelector('a.gsc_a_at')),
      slot: row.querySelector('.gsc_a_t'),
    }),
    facts(row) {
      // "Computer Graphics Forum 15 (3), 227-235"
      const where = linesOf(gray(row)[1], '.gs_oph')
        ?.replace(/, [\d-]+$/, '')
        .replace(/ \d+(?: \([^)]*\))?$/, '');
      const named = where && !cut.test(where) && !/^(?:arxiv preprint|us.patent)/i.test(where);
      return {
        ...people(gray(row)[0]?.textContent ?? undefined),
        published: /^\d{4}$/.exec(textOf(row.querySelector('.gsc_a_y')) ?? '')?.[0],
        venue: named ? where : undefined,
        metrics: { citations: count(textOf(row.querySelector('.gsc_a_ac'))) },
        links: { page: tidy(link(row)) },
      };
    },
    spot: { corner: 'bottom-right', x: 0, y: 4 },
  });
}

export const googleScholar: Site = {
  id: 'google-scholar',
  name: 'Google Scholar',
  matches: ['https://scholar.google.com/scholar*', 'https://scholar.google.com/citations*'],
  watchedAttributes: ['data-cid'],
  kind: ({ pathname, searchParams }) =>
    pathname === '/scholar' ||
    (pathname === '/citations' && searchParams.has('user') && searchParams.get('view_op') !== 'view_citation')
      ? 'listing'
      : undefined,
  read: (page) => (page.url.pathname === '/citations' ? profile(page) : results(page)),
};
