/** What the readers of listings and of papers' own pages have in common: from what is shown of a paper to its card. Pure. */
import { arxivAbstract } from '../../paper/addresses';
import { idScheme, idValue, isId, orderIds } from '../../paper/identity';
import type { Metrics } from '../../paper/metrics';
import type { Facts, Links } from '../../paper/paper';
import type { Card, Spot, Unparsed } from '../site';
import { known } from './text';

/** Which paper a card shows. Ids in any order; undefined entries are ignored. */
export interface CardIdentity {
  ids: Iterable<string | undefined>;
  title: string | undefined;
  /** Where the control goes; the card itself if absent. */
  slot?: Element | null | undefined;
  after?: Element;
  /** Where in the slot, if not where the site's cards have it; and further places. */
  spot?: Spot;
  elsewhere?: Card['elsewhere'];
  /** What else belongs to the card. */
  rest?: Element[] | undefined;
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** All other facts that a page gives; undefined and empty members are left out. */
export type ScrapedFacts = Loose<Omit<Facts, 'ids' | 'title' | 'rank' | 'links' | 'metrics'>> & {
  links?: Loose<Links> | undefined;
  metrics?: Loose<Metrics> | undefined;
};

/**
 * How a site's cards are read. Both functions read the element as it is now and may be called at any time; `facts` is given
 * what `identify` found, ordered.
 */
export interface CardReader {
  /** Undefined for what is no card at all (front matter, a reply). */
  identify(element: Element): CardIdentity | undefined;
  facts(element: Element, ids: string[]): ScrapedFacts;
  spot: Spot;
}

/** Authors and their number, for a list that is complete. */
export const allAuthors = (authors: string[]): Pick<ScrapedFacts, 'authors' | 'authorCount'> =>
  authors.length ? { authors, authorCount: authors.length } : {};

function facts(ids: string[], title: string, scraped: ScrapedFacts, rank: number | undefined): Facts {
  const arxiv = ids.find((id) => idScheme(id) === 'arxiv');
  const abs = arxiv && arxivAbstract(idValue(arxiv));
  const { links, metrics, ...rest } = scraped;
  return known<Facts>({
    ...rest,
    ids,
    title,
    rank,
    links: known({ abs, ...links }),
    metrics: known({ ...metrics }),
  });
}

/** Well-formed ids, in order of preference; parts of damaged addresses are left out. */
const idsOf = (shown: CardIdentity | undefined): string[] =>
  orderIds([...(shown?.ids ?? [])].filter((id) => id && isId(id)));

const oneLine = ({ title }: CardIdentity): string | undefined => title?.replaceAll('\n', ' ');

function card(element: Element, reader: CardReader, rank?: number): Card | Unparsed | undefined {
  const shown = reader.identify(element);
  if (!shown) return undefined;
  const ids = idsOf(shown);
  const title = oneLine(shown);
  if (!title || !ids.length) return { unparsed: element, why: title ? 'no id' : 'no title' };
  return {
    ids,
    title,
    element,
    ...known<Pick<Card, 'rest' | 'elsewhere'>>({
      rest: shown.rest,
      elsewhere: shown.elsewhere,
    }),
    ...(shown.after && { after: shown.after }),
    slot: shown.slot ?? element,
    spot: shown.spot ?? reader.spot,
    facts() {
      const now = reader.identify(element);
      const nowIds = idsOf(now);
      return now?.title && nowIds.length
        ? facts(nowIds, oneLine(now) ?? title, reader.facts(element, nowIds), rank)
        : { ids, title }; // the page has emptied the card since
    },
  };
}

/** Cards of a listing with ranks, and what could not be parsed. Of elements that share an id only the first is a card. */
export function* readCards(elements: Iterable<Element>, reader: CardReader): Iterable<Card | Unparsed> {
  const seen = new Set<string>();
  let rank = 0;
  for (const element of elements) {
    const item = card(element, reader, rank + 1);
    if (item && 'ids' in item) {
      if (item.ids.some((id) => seen.has(id))) continue;
      rank++;
      for (const id of item.ids) seen.add(id);
    }
    if (item) yield item;
  }
}

/** The card of a paper's own page, without rank. */
export function* readCard(element: Element | null, reader: CardReader): Iterable<Card | Unparsed> {
  const item = element && card(element, reader);
  if (item) yield item;
}
