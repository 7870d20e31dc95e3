/**
 * Everything that crosses between a web page's process and the background: exactly what a compromised page could ask of
 * us. It can look up the papers it names, save, tag, note, soft-remove and undo its own changes; it can never list,
 * search, import, export or erase.
 */
import type { Completion, Known, Mark, Suggestion, Visit } from '../paper/marks';
import type { Context, Facts, Status } from '../paper/paper';
import type { PageOptions } from './page-options';

/** Answer to a change: what undo needs, and the marks as they are now. Sent only after the change is durable. */
export interface Changed {
  /** Number of the journal's entry, for `undo`. */
  change: number;
  /** Marks of the papers concerned that are in the library now, by each key that was asked with. */
  marks: Record<string, Mark>;
}

/** How the page bar rests on a site. */
export interface BarState {
  /** Its place, as a share of the window's free width and height: 0 is left and top, 1 is right and bottom. */
  x: number;
  y: number;
  is: 'folded' | 'open' | 'hidden';
}

/** The settings that a page's script needs. Defaults are in `settings.ts`. */
export interface PageSettings extends PageOptions {
  theme: 'system' | 'light' | 'dark';
  /** BCP 47 tag of the interface's language. */
  language: string;
  /** Whether it is remembered what was seen; `ask` until the reader has answered. */
  seen: 'ask' | 'on' | 'off';
  /** Whether any of these needs the bar's script in the page at once, and not only when it is reached for. */
  needsBar: boolean;
  /** How the bar rests on the site that asks; not in `settingsChanged`, which goes to all. */
  bar?: BarState;
  /** Which hint of the first minute is due: shown once, ever. */
  hint?: 'save' | 'find';
  /** Ids of the sites that are turned off: their scripts draw nothing. */
  off?: string[];
}

/** Papers, or keys of papers, that one message may name: a page with more asks several times. */
export const maxKeysPerMessage = 500;

/** What a page's script may ask. Keys are ids of papers that the page shows. */
export interface FromPage {
  /** Marks of the papers a page shows; keys that are not in the library are left out. At most `maxKeysPerMessage` keys a call. */
  lookup(keys: string[]): Record<string, Mark>;
  /** Saves what a page says of some papers (as *to read*, where they are new), with tags, as one change. */
  save(request: { facts: Facts[]; context: Context; tags?: string[] }): Changed;
  /** Sets a paper's tags, by name; unknown names are created. */
  setTags(request: { key: string; tags: string[] }): Changed;
  setStatus(request: { keys: string[]; status: Status }): Changed;
  setStarred(request: { keys: string[]; starred: boolean }): Changed;
  setNote(request: { key: string; note: string }): Changed;
  /** Moves papers to the trash. */
  remove(request: { keys: string[] }): Changed;
  /** Takes back a change that came from a page; refuses any other. */
  undo(request: { change: number }): Changed;
  /** Tags that complete a text by any part, at most 8; the most recently used ones for "". */
  complete(text: string): Completion[];
  /** Puts a script of ours into the asking frame: what is heavy is loaded when first used. */
  inject(script: 'panel' | 'bar'): void;
  settings(): PageSettings;
  /** Remembers how the page bar rests on the asking page's site. */
  keepBar(state: BarState): void;
  /**
   * When the reader, who is on a listing, saw these papers first, and when the listing was visited before. Undefined where
   * nothing of it is remembered.
   */
  visit(keys: string[]): Visit | undefined;
  /** These papers were on the screen for a second. */
  seen(keys: string[]): void;
  /** Tags for papers as the page shows them, by key: at most 12 papers a call. Nothing where previews are off. */
  suggest(facts: Facts[]): Record<string, Suggestion[]>;
  /** A paper that a link leads to; undefined where it is not in the library, or hover cards are off. */
  about(key: string): Known | undefined;
  /** Whether what was seen may be remembered, as the reader answered. */
  agreeSeen(agrees: boolean): void;
  /** Opens pages behind the one that is shown: papers' addresses, or others of the asking page's site. At most 50. */
  openBehind(request: { urls: string[] }): void;
  /** Notes that a hint was seen or dismissed, so that it never shows again. */
  hintSeen(hint: 'save' | 'find'): void;
  /** Opens the library in a tab, at a paper if one is named. */
  openLibrary(request: { key?: string }): void;
}

/** What the background tells pages' scripts. No answer. */
export interface ToPage {
  /** These papers changed (any of their ids): look them up again if shown. Empty: look up all. */
  changed(request: { keys: string[] }): void;
  settingsChanged(settings: PageSettings): void;
  /** The reader asked for the page bar, or for its going, by a key of the browser. */
  toggleBar(): void;
}

/** What a page shows, as its script tells it: for the popup, and for whoever reports what could not be parsed. */
export interface PageReport {
  /** Id of the site that reads it; `any` where none does. */
  site: string;
  kind: 'listing' | 'paper';
  /** Ids of each paper that the page shows now, in its order. */
  papers: string[][];
  /** Of a paper's own page. */
  title?: string;
  /** How many looked like papers and could not be read, by what was missing. */
  unparsed: Record<string, number>;
  /** Whether controls are drawn, or the page was only read. */
  isShown: boolean;
}

/** What is asked of the script in a tab. The answer comes from a page's process: whoever asks checks it. */
export interface OfTab {
  /** Reads the page as it is now. Undefined where there is nothing to read. */
  read(): Promise<PageReport | undefined>;
  /** Draws the controls, where the page was only read before. */
  show(): Promise<true>;
  /** What the page says of the papers that have these ids. */
  facts(keys: string[]): Promise<Facts[]>;
  /** Saves the paper whose own page it is. False where it is no paper's. */
  savePage(): Promise<boolean>;
  /** Says something above the page, with a button that takes back a change. */
  say(notice: { text: string; warning?: boolean; undo?: { label: string; change: number } }): Promise<true>;
}

/** A site as our own pages show it. */
export interface SiteState {
  id: string;
  /** A proper name. */
  name: string;
  /** Whether it is read now. */
  isOn: boolean;
  /** Whether its hosts were asked for at the installation: then a setting turns it off, not a permission. */
  isRequired: boolean;
  /** Host permissions it needs, as the manifest has them: what to ask for on a click. */
  origins: string[];
}

/** What our own pages tell the background, and ask of it. */
export interface FromOwn {
  /**
   * The library changed (ids of the papers concerned; empty: many): tell the pages that show them. A stopped worker does
   * not hear a BroadcastChannel.
   */
  libraryChanged(keys: string[]): void;
  /** Every site there is. */
  sites(): SiteState[];
  /** The site that reads an address, with the origins of that address alone. */
  siteAt(url: string): SiteState | undefined;
  /**
   * What the page in a tab shows: told by the script of its site, else by the reader of any page, which the tab gets for
   * that (with `any` in any case). Undefined where it cannot be read.
   */
  readPage(request: { tab: number; any?: boolean }): PageReport | undefined;
  showPapers(tab: number): void;
  savePage(tab: number): boolean;
}

/** An error as it crosses: `code` chooses the message shown, `detail` is for a report. */
export interface Failure {
  code: 'full' | 'blocked' | 'newer' | 'closed' | 'invalid' | 'missing' | 'refused' | 'asleep' | 'orphaned' | 'unknown';
  detail?: string;
}
