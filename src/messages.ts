/**
 * Everything that crosses between a web page's process and the background: exactly what a compromised page could ask of
 * us. It can look up the papers it names, save, tag, note, soft-remove and undo its own changes; it can never list,
 * search, import, export or erase.
 */
import type { Runtime } from 'webextension-polyfill';
import { api } from './content/api';
import type { Context, Facts, Mark, Status } from './paper';

/** Answer to a change: what undo needs, and the marks as they are now. Sent only after the change is durable. */
export interface Changed {
  /** Number of the journal's entry, for `undo`. */
  change: number;
  /** Marks of the papers concerned that are in the library now, by each key that was asked with. */
  marks: Record<string, Mark>;
}

/** A tag that completes what was typed. */
export interface Completion {
  name: string;
  /** How many papers have it, itself or below it. */
  papers: number;
  color?: number;
}

/** A tag that a paper may be given, and why: a rule, or so many papers of the library that share an author, a word … with it. */
export interface Suggestion {
  tag: string;
  why: 'rule' | 'author' | 'owner' | 'word';
  /** The author, owner or word that is shared. */
  of: string;
  papers: number;
}

/** What a hover card says of a paper of the library. */
export interface Known {
  title: string;
  authors: string[];
  mark: Mark;
}

/** A visit to a listing. Times in ms since 1970. */
export interface Visit {
  /** When it began: what was seen first since then is new. */
  start: number;
  /** The end of the visit before; absent on the first. */
  before?: number;
  /** When each of the papers asked for was seen first; those never seen are left out. */
  seen: Record<string, number>;
}

/** How the page bar rests on a site. */
export interface BarState {
  /** Its place, as a share of the window's free width and height: 0 is left and top, 1 is right and bottom. */
  x: number;
  y: number;
  is: 'folded' | 'open' | 'hidden';
}

/** The settings that a page's script needs. Defaults are in `settings.ts`. */
export interface PageSettings {
  theme: 'system' | 'light' | 'dark';
  /** BCP 47 tag of the interface's language. */
  language: string;
  /** Whether pages have a bar. */
  pageBar: boolean;
  /** Whether keys act wherever the focus is. */
  pageKeys: boolean;
  /** Whether it is remembered what was seen; `ask` until the reader has answered. */
  seen: 'ask' | 'on' | 'off';
  /** Whether links to papers of the library have a hover card. */
  hoverCard: boolean;
  /** Whether tags are suggested for papers that are not saved. */
  previews: boolean;
  /** Whether any of these needs the bar's script in the page at once, and not only when it is reached for. */
  needsBar: boolean;
  /** How the bar rests on the site that asks; not in `settingsChanged`, which goes to all. */
  bar?: BarState;
  /** Which hint of the first minute is due: shown once, ever. */
  hint?: 'save' | 'find';
  /** Ids of the sites that are turned off: their scripts draw nothing. */
  off?: string[];
}

/** What a page's script may ask. Keys are ids of papers that the page shows. */
export interface FromPage {
  /** Marks of the papers a page shows; keys that are not in the library are left out. At most 500 keys a call. */
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

/** What a page shows, as its script tells it: for the popup, and for whoever says that something is unread. */
export interface PageReport {
  /** Id of the site that reads it; `any` where none does. */
  site: string;
  kind: 'listing' | 'paper';
  /** Ids of each paper that the page shows now, in its order. */
  papers: string[][];
  /** Of a paper's own page. */
  title?: string;
  /** How many looked like papers and could not be read, by what was missing. */
  unread: Record<string, number>;
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

type Name = keyof FromPage;
type Input<N extends Name> = Parameters<FromPage[N]>[0];
type Answer<N extends Name> = ReturnType<FromPage[N]>;
type OwnInput<N extends keyof FromOwn> = Parameters<FromOwn[N]>[0];

/** One handler a message; a missing one does not compile. */
export type Handlers = {
  [N in Name]: (input: Input<N>, sender: Runtime.MessageSender) => Promise<Answer<N>>;
};

/** The same for our own pages. */
export type OwnHandlers = {
  [N in keyof FromOwn]: (input: OwnInput<N>, sender: Runtime.MessageSender) => Promise<ReturnType<FromOwn[N]>>;
};

/** An error as it crosses: `code` chooses the message shown, `detail` is for a report. */
export interface Failure {
  code: 'full' | 'blocked' | 'newer' | 'closed' | 'invalid' | 'missing' | 'refused' | 'asleep' | 'orphaned' | 'unknown';
  detail?: string;
}

/** What `send` throws: the background refused, or could not be reached. */
export class MessageError extends Error {
  override name = 'MessageError';
  constructor(readonly failure: Failure) {
    super(failure.detail ?? failure.code);
  }
}

/** How a message travels: plain JSON, tagged so that others' messages are not ours. */
export interface Envelope {
  offprint: string;
  input: unknown;
}
export type Reply = { ok: true; answer: unknown } | { ok: false; failure: Failure };

/** Whether something received is a message of ours. */
export const isEnvelope = (message: unknown): message is Envelope =>
  typeof message === 'object' && message !== null && typeof (message as Envelope).offprint === 'string';

/** False once the extension was updated, disabled or removed under a script that still lives in a page. */
export const isConnected = (): boolean => {
  try {
    return api.runtime?.id !== undefined;
  } catch {
    return false; // Firefox lets even the look at a dead object throw
  }
};

/**
 * Asks the background and waits for its answer. Throws a `MessageError`: with the background's own failure, `orphaned`
 * where this script outlived its extension, `asleep` where the background could not be woken, died under way or hangs.
 */
export const send = <N extends Name>(name: N, ...input: Parameters<FromPage[N]>): Promise<Answer<N>> =>
  request(name, input[0]) as Promise<Answer<N>>;

/** The same for our own pages. */
export const ask = <N extends keyof FromOwn>(
  name: N,
  ...input: Parameters<FromOwn[N]>
): Promise<ReturnType<FromOwn[N]>> => request(name, input[0]) as Promise<ReturnType<FromOwn[N]>>;

async function request(name: string, input: unknown): Promise<unknown> {
  const envelope: Envelope = { offprint: name, input };
  const reply = await deliver(envelope)
    .catch((first) => {
      // Nobody received it, as happens while the worker starts: once more is safe. A port that closed is not tried again.
      if (isConnected() && /receiving end|connection/i.test(String(first))) return deliver(envelope);
      throw first;
    })
    .catch((error) => {
      throw new MessageError({ code: isConnected() ? 'asleep' : 'orphaned', detail: String(error) });
    });
  if (!reply) throw new MessageError({ code: 'asleep' });
  if (!reply.ok) throw new MessageError(reply.failure);
  return reply.answer;
}

/** Longer than any answer takes, in milliseconds: what is asked of a background that hangs fails and can be tried again. */
const patience = 30_000;

const deliver = (envelope: Envelope) =>
  new Promise<Reply | undefined>((resolve, reject) => {
    const late = setTimeout(reject, patience, 'no answer');
    api.runtime
      .sendMessage(envelope)
      .then((reply) => resolve(reply as Reply), reject)
      .finally(() => clearTimeout(late));
  });

/** Tells the background what a page of ours did; throws nothing, since whoever looks later sees it anyway. */
export async function tell<N extends keyof FromOwn>(name: N, input: OwnInput<N>): Promise<void> {
  await deliver({ offprint: name, input }).catch(() => undefined);
}

/**
 * Asks the script in a tab, in whichever page that shows. Undefined where there is none that answers: another site, a page
 * that is still loading. What is answered is anyone's word.
 */
export async function askTab(tab: number, name: keyof OfTab, input?: string[]): Promise<unknown> {
  const envelope: Envelope = { offprint: name, input };
  return api.tabs.sendMessage(tab, envelope).catch(() => undefined);
}

type Handler = (input: never, sender: Runtime.MessageSender) => Promise<unknown>;

/**
 * Answers what a kind of sender asks. `admit` decides by its sender whether a message is heard at all; `explain` turns
 * what a handler throws into a failure. The listener is not `async`: such a one answers others' messages too.
 */
export function handle(
  handlers: Handlers | OwnHandlers,
  admit: (sender: Runtime.MessageSender) => boolean | Promise<boolean>,
  explain: (error: unknown) => Failure,
): void {
  const byName = new Map<string, Handler>(Object.entries(handlers));
  const listener = (message: unknown, sender: Runtime.MessageSender, answer: (reply: Reply) => void) => {
    const handler = isEnvelope(message) ? byName.get(message.offprint) : undefined;
    const admitted = handler && admit(sender);
    if (!handler || !admitted) return undefined;
    const input = ((message as Envelope).input ?? {}) as never;
    Promise.resolve(admitted)
      .then((isAdmitted) => {
        if (!isAdmitted) throw new MessageError({ code: 'refused' });
        return handler(input, sender);
      })
      .then(
        (result) => answer({ ok: true, answer: result }),
        (error) => answer({ ok: false, failure: error instanceof MessageError ? error.failure : explain(error) }),
      );
    return true;
  };
  api.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}
