import type { Facts } from '../paper/paper';

/** A page to read. Readers use this instead of globals, so that tests can pass fixtures. */
export interface Page {
  url: URL;
  document: Document;
  /** Time of capture: dates without a year are read against it. */
  now: Date;
}

/** Position of the control in its slot: a corner of the slot's padding box, and px inwards (default 8, 8). */
export interface Spot {
  corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
  x?: number;
  y?: number;
}

/** A place for the control. */
export interface Place {
  /** An element inside the card, or the card. */
  slot: Element;
  spot: Spot;
  /**
   * For a paper that is a link in running text: the control stands right of where this element ends, on its line, if the
   * line has room as far as the slot reaches; else it is small and seen only while the element is pointed at or focused.
   */
  after?: Element;
}

/**
 * One paper as a page shows it. Reading is in two steps because a page may hold hundreds: identity and title at once, the
 * whole only when it is needed.
 */
export interface Card extends Place {
  /** As in `Facts.ids`; `ids[0]` is the key. */
  ids: string[];
  title: string;
  /** The card itself, or the most of it. */
  element: Element;
  /** What else belongs to the card, where no one element holds it all: the `dt` of a `dd`. */
  rest?: Element[];
  /** Where the control goes: an element inside the card, or the card (`element` or one of `rest`). */
  slot: Element;
  spot: Spot;
  /** Where it goes, in this order, while the slot is hidden or has no room: a page may hold a line for narrow screens besides. */
  elsewhere?: readonly Place[];
  /**
   * Everything the page says of the paper, read from the page as it is now. May be called again; the caller compares
   * `ids` with the card's, since a page may put another paper into the same element.
   */
  facts(): Facts;
}

/** What looks like a card but has no title or no id: reported, never saved. */
export interface Unparsed {
  unparsed: Element;
  /** What was not found, for whoever mends the adapter. */
  why: string;
}

/** A site that shows papers: a plain object in a file of its own, listed in `index.ts` and `catalog.ts`. */
export interface Site {
  /** Never changes once released, since it is kept in records. Also the file's name. */
  id: string;
  /** What its readers call it: a proper name that is not translated. */
  name: string;
  /** Match patterns of the pages it reads, as in the manifest. */
  matches: readonly string[];
  /**
   * Which kind of page an address is; undefined where there is nothing to read. Sites know by the address alone; only the
   * reader of any page needs the page, too.
   */
  kind(url: URL, document?: Document): 'listing' | 'paper' | undefined;
  /** Keys that the site uses itself, as in `KeyboardEvent.key`: the page bar does not act on them. */
  ownKeys?: readonly string[];
  /**
   * Attributes of its own that cards are read from, such as `data-cid`: the page is read again when one changes. `href`, `id`,
   * `title`, `datetime` and `content` are watched on every site.
   */
  watchedAttributes?: readonly string[];
  /** Cards in page order, each paper once. Callers yield to the page every 8 ms. */
  read(page: Page): Iterable<Card | Unparsed>;
}

/** Whether what a site yielded is a card. */
export const isCard = (item: Card | Unparsed): item is Card => 'facts' in item;
