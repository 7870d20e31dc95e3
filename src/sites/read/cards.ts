/** What the readers of listings and of papers' own pages have in common: from what is shown of a paper to its card. Pure. */
import { arxivAbstract } from '../../paper/addresses';
import { idScheme, idValue, isId, orderIds } from '../../paper/identity';
import type { Metrics } from '../../paper/metrics';
import type { Facts, Links } from '../../paper/paper';
import type { Card, Spot, Unparsed } from '../site';
import { known } from './text';

/** What says which paper a card shows. Ids in any order, undefined where a place gave none. */
export interface Shown {
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

/** Everything else a page says of a paper; members that are undefined or empty are left out. */
export type Said = Loose<Omit<Facts, 'ids' | 'title' | 'rank' | 'links' | 'metrics'>> & {
  links?: Loose<Links> | undefined;
  metrics?: Loose<Metrics> | undefined;
};

/**
 * How a site's cards are read. Both functions read the element as it is now and may be called at any time; `facts` is given
 * what `identify` found, ordered.
 */
export interface Reader {
  /** Undefined for what is no card at all (front matter, a reply). */
  identify(element: Element): Shown | undefined;
  facts(element: Element, ids: string[]): Said;
  spot: Spot;
}

/** Names, and their number: for a list that is whole. */
export const whole = (authors: string[]): Pick<Said, 'authors' | 'authorCount'> =>
  authors.length ? { authors, authorCount: authors.length } : {};

function facts(ids: string[], title: string, said: Said, rank: number | undefined): Facts {
  const arxiv = ids.find((id) => idScheme(id) === 'arxiv');
  const abs = arxiv && arxivAbstract(idValue(arxiv));
  const { links, metrics, ...rest } = said;
  return known<Facts>({
    ...rest,
    ids,
    title,
    rank,
    links: known({ abs, ...links }),
    metrics: known({ ...metrics }),
  });
}

/** The ids in order; what has not the form of one, such as the rest of a damaged address, is none. */
const idsOf = (shown: Shown | undefined): string[] => orderIds([...(shown?.ids ?? [])].filter((id) => id && isId(id)));

const oneLine = ({ title }: Shown): string | undefined => title?.replaceAll('\n', ' ');

function card(element: Element, reader: Reader, rank?: number): Card | Unparsed | undefined {
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
        : { ids, title }; // emptied by the page since
    },
  };
}

/** The cards of a listing, one a paper (two elements that share an id are one), ranked; what could not be read besides. */
export function* listed(elements: Iterable<Element>, reader: Reader): Iterable<Card | Unparsed> {
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

/** The one card of a paper's own page: without rank. */
export function* single(element: Element | null, reader: Reader): Iterable<Card | Unparsed> {
  const item = element && card(element, reader);
  if (item) yield item;
}
