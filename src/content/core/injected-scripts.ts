/** The commands of the scripts that are injected when they are first needed. */
import type { OfTab } from '../../messages/contract';
import type { CardOverlay } from './card-overlay';

/** How a panel was opened. */
export interface Opening {
  /** Number of the change of the save that opened it, for "Undo". */
  saved?: number | undefined;
}

/** Commands of each script, by the name of its file. */
export interface Commands {
  bar: {
    /** Opens the bar. When done by key, it gets the focus. */
    open(byKey: boolean): void;
    /** Opens the bar, or folds it if it is open. */
    toggle(): void;
    /** Handles a key if the bar has an action for it, and stops the event then. */
    press(event: KeyboardEvent): void;
  };
  panel: {
    /** Opens the panel on a card, or closes it if it is open on this card. */
    open(overlay: CardOverlay, opening: Opening): void;
    /** Loads the private frame ahead of the first opening. */
    prepare(): void;
    /** Shows the hint how to save, beside the first control. */
    hint(): void;
  };
  /** Answers requests from outside the page. */
  'tab-requests': OfTab;
}
