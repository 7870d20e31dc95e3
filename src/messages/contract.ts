/**
 * All messages between content scripts, the background and our own pages. What a content script may send is what a compromised
 * process of a web page could send: it can look up papers that it names, save them, set their status, and undo its own
 * changes, within the limits of `background/page-limits.ts`; it cannot list, search, tag, note, remove, import, export, erase or
 * answer for the user.
 */
import type { Completion, Mark, Suggestion, Visit } from '../paper/marks';
import type { Context, Facts, Status } from '../paper/paper';
import type { FrameClaim, FrameOffer, PaperChange } from './frame-views';
import type { PageOptions } from './page-options';

/** Answer to a change, sent after the change is durable. */
export interface Changed {
  /** Number of the change in the journal, for `undo`. */
  change: number;
  /** The marks after the change, by the keys of the request. Papers that are not in the library are left out. */
  marks: Record<string, Mark>;
}

/** State of the page bar on a site. */
export interface BarState {
  /** Its place as a share of the window's free width and height: 0 is left or top, 1 is right or bottom. */
  x: number;
  y: number;
  is: 'folded' | 'open' | 'hidden';
}

/** What is shown to new users once: how to save, where papers are found, the question whether seen papers are remembered. */
export type Hint = 'save' | 'find' | 'seen';

/** The settings that content scripts need. Defaults are in `settings.ts`. */
export interface PageSettings extends PageOptions {
  theme: 'system' | 'light' | 'dark';
  /** BCP 47 tag of the language of the interface. */
  language: string;
  /** Messages of `_locales`, by key: see `locale.ts`. */
  texts: Record<string, string>;
  /** Whether seen papers are remembered; `ask` until the user has answered or dismissed the question. */
  seen: 'ask' | 'on' | 'off';
  /** Whether an option needs the script of the bar at page load, rather than when the bar is used. */
  needsBar: boolean;
  /** State of the bar on the site of the sender. Not in `settingsChanged`, which goes to all sites. */
  bar?: BarState;
  /** The hint for new users that is due. Each is shown once. */
  hint?: Exclude<Hint, 'seen'>;
  /** Ids of the sites that are turned off: nothing is drawn there. */
  off?: string[];
}

/** Papers, or keys of papers, in one message. Pages with more send several. */
export const maxKeysPerMessage = 500;

/** Requests of content scripts to the background. Keys are ids of papers that the page shows. */
export interface FromPage {
  /** Marks of papers by key, without notes. Papers that are not in the library are left out. At most `maxKeysPerMessage` keys. */
  lookup(keys: string[]): Record<string, Mark>;
  /**
   * Saves papers with the facts that the page gives, as one change. New papers are *to read*. `tagged` is a token of the private
   * frame: the tags that the user chose there for these papers are added.
   */
  save(request: { facts: Facts[]; context: Context; tagged?: string }): Changed;
  setStatus(request: { keys: string[]; status: Status }): Changed;
  /**
   * Undoes a change that the sender's page made; refuses any other. Papers that a save added or restored are moved to the trash,
   * unless somebody else changed them since.
   */
  undo(request: { change: number }): Changed;
  /** Injects a script into the frame of the sender. */
  inject(script: 'panel' | 'bar'): void;
  settings(): PageSettings;
  /** Stores the state of the page bar on the site of the sender. */
  keepBar(state: BarState): void;
  /**
   * When papers were first seen, and when the sender's listing was visited before. Undefined if seen papers are not
   * remembered.
   */
  visit(keys: string[]): Visit | undefined;
  /** Reports papers that were visible for a second. */
  seen(keys: string[]): void;
  /** Suggested tags by key, for at most 12 papers. Empty if suggestions are off. */
  suggest(facts: Facts[]): Record<string, Suggestion[]>;
  /** Opens background tabs: addresses of papers, or of the sender's origin. At most 50. */
  openBehind(request: { urls: string[] }): void;
  /** Notes that a hint was shown, or the question about seen papers dismissed, so that it is not shown again. */
  hintSeen(hint: Hint): void;
  /** Opens the library in a tab, at a paper if a key is given. */
  openLibrary(request: { key?: string }): void;
  /** Opens the options. */
  openOptions(): void;
  /** A nonce by which the private frame in this tab knows that a script of ours gave it its port. */
  greet(): string;
  /**
   * Stores what the private frame of this tab shall show. Answers the nonce that the frame claims it by.
   */
  offer(request: FrameOffer): string;
}

/** Messages of the background to content scripts. They have no answer. */
export interface ToPage {
  /** Papers changed, by any of their ids: look them up again. Empty: look up all. */
  changed(request: { keys: string[] }): void;
  settingsChanged(settings: PageSettings): void;
  /** Opens or folds the page bar, after the user pressed its keyboard shortcut. */
  toggleBar(): void;
}

/** What a page shows, as its content script reports it: for the popup and for reports of cards that could not be parsed. */
export interface PageReport {
  /** Id of the site that reads it; `any` if none does. */
  site: string;
  kind: 'listing' | 'paper';
  /** The ids of each paper, in page order. */
  papers: string[][];
  /** The paper's title, on its own page. */
  title?: string;
  /** Its authors, as far as the page names them. */
  authors?: string[];
  /** How many cards could not be parsed, by what was missing. */
  unparsed: Record<string, number>;
  /** Whether controls are drawn. */
  isShown: boolean;
}

/** Requests to the content script in a tab. Answers come from a web page's process and must be checked. */
export interface OfTab {
  /** Reads the page as it is now. Undefined if there is nothing to read. */
  read(): Promise<PageReport | undefined>;
  /** Draws controls on a page that was only read until now. */
  show(): Promise<true>;
  /** Facts of the papers with these ids. */
  facts(keys: string[]): Promise<Facts[]>;
  /** Saves the paper whose own page it is. Answers the number of the change, 0 if nothing changed; false if it is no paper's page. */
  savePage(): Promise<number | false>;
  /** Shows a toast, with a button that undoes a change if one is given. */
  say(notice: { text: string; warning?: boolean; undo?: { label: string; change: number } }): Promise<true>;
}

/** A site, for our own pages. */
export interface SiteState {
  id: string;
  /** A proper name. */
  name: string;
  /** Whether its pages are read. */
  isOn: boolean;
  /** Whether its hosts were granted at installation: then a setting turns it off, not a permission. */
  isRequired: boolean;
  /** Host permissions to request on a click, as in the manifest. */
  origins: string[];
}

/** Requests of our own pages to the background. */
export interface FromOwn {
  /**
   * Papers changed, by id; empty: many. The background notifies the pages that show them. A message, since a stopped worker
   * does not get a BroadcastChannel's.
   */
  libraryChanged(keys: string[]): void;
  /** All sites. */
  sites(): SiteState[];
  /** The site that reads an address, with the origins of this address only. */
  siteAt(url: string): SiteState | undefined;
  /**
   * What the page in a tab shows, read by the script of its site, else by the reader of any page, which is injected for that.
   * With `any`, always by the latter. Undefined if the page cannot be read.
   */
  readPage(request: { tab: number; any?: boolean }): PageReport | undefined;
  showPapers(tab: number): void;
  /** Opens or folds the page bar. */
  toggleBar(tab: number): void;
  /**
   * Saves the paper whose own page a tab shows; where the page cannot be read (a PDF, say), by the id in its address. Answers
   * the number of the save, 0 if there is none to undo; undefined if it is no paper's page.
   */
  savePage(tab: number): number | undefined;
  /** Saves the papers of the listing in a tab that are not saved yet, as one change. Undefined if there are none. */
  saveAll(tab: number): { change: number; papers: number } | undefined;
  /** What a nonce stands for: once, and only for a frame in the tab that it was made for. */
  claim(nonce: string): FrameClaim | undefined;
  /** The mark of a paper; undefined if it is not in the library. The frame has no database where third-party cookies are blocked. */
  markOf(key: string): Mark | undefined;
  /** At most three tags for a paper of the library, with reasons. None where that is turned off. */
  suggestTags(key: string): Suggestion[];
  changePaper(request: { key: string; change: PaperChange }): Changed;
  /** At most 8 tags that contain a text; the most recently used ones for "". */
  completeTag(text: string): Completion[];
  /** Stores the tags that the user chose, until the content script saves the papers. */
  chooseTags(request: { token: string; tags: string[] }): void;
  undoChange(change: number): Changed;
  /** Moves a paper that a page saved to the trash, unless it was changed by others than the changes `since`. */
  undoSave(request: { saved: number; since: number[] }): void;
  /** Stores what was typed into a note and is not saved yet; without a text it is forgotten. */
  keepDraft(request: { key: string; text?: string }): void;
  /** The followed listings that were due were read, in the offscreen document. */
  followedRead(): void;
  /** Opens the library in a tab, at a paper. */
  openLibraryAt(key: string): void;
  /**
   * Asks services, by their ids, what they know of papers, by number. The run is read from the library. False if one is under
   * way, or none of the services may be asked.
   */
  startLookup(request: { numbers: number[]; services: string[] }): boolean;
  /** Carries on with that run if the worker died in it. */
  resumeLookup(): void;
  /** Ends that run; what it learnt is kept. */
  stopLookup(): void;
}

/** An error in a message: `code` selects the text shown, `detail` is for reports. */
export interface Failure {
  code:
    | 'full'
    | 'blocked'
    | 'newer'
    | 'closed'
    | 'invalid'
    | 'missing'
    | 'refused'
    | 'limited'
    | 'asleep'
    | 'orphaned'
    | 'unknown';
  detail?: string;
}
