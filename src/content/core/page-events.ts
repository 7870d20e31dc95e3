/** What happens on a page: said by the listing, heard by the bar, the panel and whoever else draws. */
import type { PageSettings } from '../../messages/contract';
import type { CardOverlay } from './card-overlay';

export interface PageEvents {
  /** Cards came or went, or are marked otherwise. */
  changed: undefined;
  /** A card's control was drawn. */
  drawn: CardOverlay;
  /** The reader pressed a card's control, by mouse or by key. */
  pressed: { overlay: CardOverlay; byKey: boolean };
  /** The library said whether a card's paper is saved, and how. */
  marked: CardOverlay;
  /** A card is not to be seen any more where it was: the page took it away or shows another paper in it, or the reader hid it. */
  gone: CardOverlay;
  settings: PageSettings;
}
