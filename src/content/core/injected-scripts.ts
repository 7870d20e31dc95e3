/** What the script at page load asks of the scripts that come into the page when they are first needed. */
import type { OfTab } from '../../messages/contract';
import type { Mark } from '../../paper/marks';
import type { CardOverlay } from './card-overlay';

/** How a panel is opened. */
export interface Opening {
  /** Opened by key: the tag field takes the focus. */
  byKey: boolean;
  /** The journal's entry of the save that led here, for "Undo". */
  saved?: number | undefined;
}

/** What each script can be asked for, by the name of its file. */
export interface Commands {
  bar: {
    /** Unfolds it; by key it takes the focus. */
    open(byKey: boolean): void;
    /** Shows it, or takes it away where it is. */
    toggle(): void;
    /** A key was pressed; one that is the bar's goes no further. */
    press(event: KeyboardEvent): void;
  };
  panel: {
    /** Opens it on a card, or closes it where it is this card's already. */
    open(overlay: CardOverlay, mark: Mark, opening: Opening): void;
    /** Shows the hint of the first minute: how to save, beside the first control there is. */
    hint(): void;
  };
  /** Answers what is asked from outside the page. */
  'tab-requests': OfTab;
}
