/**
 * What the script at page load offers to the scripts of ours that are injected later (the panel, the page bar). All live in the same
 * isolated world, so that a plain global is enough: the page's own scripts have another `globalThis` and see neither it
 * nor the closed roots it hands over.
 */
import type { PageSettings } from '../../messages/contract';
import type { Mark } from '../../paper/marks';
import type { Facts } from '../../paper/paper';
import type { Site } from '../../sites/site';
import type { Entry } from './card-overlay';
import type { Notice } from './layer';
import type { Listing } from './listing';
import type { Pill } from './pill';

/** The paper a panel is about, and where on the page it stands. */
export interface Subject {
  /** The id that the panel's messages name. */
  key: string;
  title: string;
  facts: Facts;
  mark: Mark;
  /** The control's box now; undefined once the page took the card away or put another paper into it. */
  anchor(): DOMRect | undefined;
  /** Whether an event came from the control. */
  isControl(target: EventTarget | null): boolean;
  focus(): void;
  /** Takes what a change answered, for every card that shows the paper. */
  apply(marks: Record<string, Mark>): void;
  /** The panel closed; `refocus` asks for the control to be focused again. */
  closed(refocus: boolean): void;
}

/** How a panel is opened. */
export interface Opening {
  /** Opened by key: the tag field takes the focus. */
  byKey: boolean;
  /** The journal's entry of the save that led here, for "Undo". */
  saved?: number;
}

/** What the panel's script offers once it was injected. */
export interface Panel {
  open(subject: Subject, opening: Opening): void;
  /** The same for a card of the listing. */
  openOn(entry: Entry, mark: Mark, opening: Opening): void;
  close(): void;
  /** The open panel's subject has a new mark, or none any more. */
  update(mark: Mark | undefined): void;
  /** Key of the paper that is open. */
  readonly key: string | undefined;
  /** Shows a hint of the first minute, beside `anchor` where there is one. */
  hint(which: 'save' | 'find', anchor?: () => DOMRect | undefined): void;
}

/** What the page bar's script offers once it was injected. */
export interface Bar {
  /** Unfolds it; by key it takes the focus. */
  open(byKey: boolean): void;
  /** Shows it, or takes it away where it is. */
  toggle(): void;
  /** A key was pressed; one that is the bar's goes no further. */
  press(event: KeyboardEvent): void;
  /** The page's cards or their marks changed. */
  changed(): void;
  /** A card's control was drawn anew. */
  drawn(entry: Entry): void;
  heed(settings: PageSettings): void;
  /** The extension is gone: whatever was changed on the page is put back. */
  end(): void;
}

export interface Bridge {
  /** Takes everything off the page, for good: another reader takes over. */
  leave(): void;
  /** Draws controls, where the page was only read before. */
  show(): void;
  /** The script that answers what is asked from outside is there. */
  isAsked?: boolean;
  /** Closed root of an element at the end of the document, for what stands above the page; put back if it was taken out. */
  layer(): ShadowRoot;
  isDark(): boolean;
  say(notice: Notice): void;
  /** Says that the extension was updated or switched off under this page. */
  sayOrphaned(): void;
  readonly site: Site;
  readonly listing: Listing;
  readonly pill: Pill;
  /** As they were told last. */
  settings?: PageSettings;
  panel?: Panel;
  bar?: Bar;
}

declare global {
  /** Set by the script at page load. */
  var offprint: Bridge | undefined;
}
