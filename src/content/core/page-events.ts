/** The events of a page. The listing emits them; the bar, the panel and others listen. */
import type { PageSettings } from '../../messages/contract';
import type { CardOverlay } from './card-overlay';

export interface PageEvents {
  /** Cards were added or removed, or marks changed. */
  changed: undefined;
  /** A card's control was drawn. */
  drawn: CardOverlay;
  /** A card's control was pressed, by mouse or by key. */
  pressed: CardOverlay;
  /** The mark of a card was set. */
  marked: CardOverlay;
  /** A card is gone: the page removed it or shows another paper in it, or the user hid it. */
  gone: CardOverlay;
  settings: PageSettings;
}
