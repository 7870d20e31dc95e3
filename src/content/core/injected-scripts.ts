/** The commands of the scripts that are injected when they are first needed. */
import type { OfTab } from '../../messages/contract';
import type { FrameOffer } from '../../messages/frame-views';
import type { Suggestion } from '../../paper/marks';
import type { CardOverlay } from './card-overlay';

/** How a panel was opened. */
export interface Opening {
  /** Number of the change of the save that opened it, for "Undo". */
  saved?: number | undefined;
}

/** What the private frame is opened for. */
export interface FrameView {
  readonly offer: FrameOffer;
  /** For a choice of tags. */
  readonly suggestions?: Suggestion[];
  /** The box in the viewport that the frame stands beside; undefined once it is gone. */
  anchor(): DOMRect | undefined;
  /** Whether an event came from what opened the frame, which handles its presses itself. */
  isOpener(target: EventTarget | null): boolean;
  /** Takes the focus back when the user leaves the frame by key. */
  focus(): void;
  /** Called when the frame is closed. */
  closed(): void;
  /** Called when the user has chosen tags. `save` takes the token. */
  tagged?(token: string): void;
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
    /** Opens the private frame for something else than a card's paper. */
    view(view: FrameView): void;
    /** Loads the private frame ahead of the first opening. */
    prepare(): void;
    /** Shows the hint how to save, beside the first control. */
    hint(): void;
  };
  /** Answers requests from outside the page. */
  'tab-requests': OfTab;
}
