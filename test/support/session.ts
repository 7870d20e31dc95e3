/** What a story may do with a real browser that has the built extension: look as assistive tools do, act as a person does. */

/** Something with a role and a name, as a screen reader finds it: closed shadow roots included. */
export interface Seen {
  role: string;
  name: string;
  /** In px of the viewport. */
  box: { x: number; y: number; width: number; height: number };
  /** The states that are set: `focused`, `expanded`, `pressed`, `checked`, `selected`, `disabled`. */
  states: ReadonlySet<string>;
  /** Of a field. */
  value: string;
}

export type Name = string | RegExp;
export type Modifier = 'Shift' | 'Control' | 'Alt';

/** A tab. Every act is real input: the page sees trusted events. */
export interface Tab {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Everything with the role, and the name if one is given, in order; also what is scrolled out of sight. */
  all(role: string, name?: Name): Promise<Seen[]>;
  /** A click in the middle of it. */
  click(seen: Seen, modifier?: Modifier): Promise<void>;
  /** Moves the pointer over points, px in the window. */
  sweep(points: { x: number; y: number }[]): Promise<void>;
  /** One key: `Enter`, `j`, `Shift+Tab`, `Control+a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Turns the wheel over the middle of the page, px. */
  wheel(down: number): Promise<void>;
  /** Runs code in the page's own world, as its own scripts would, and returns what it evaluates to (JSON). */
  run<T>(code: string): Promise<T>;
  /** Text that the page holds outside closed roots. */
  text(): Promise<string>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A page that is answered with. */
export interface Served {
  body: string;
  headers: Record<string, string>;
  /** Of the answer, as HTTP has it. */
  status: number;
}

/** A request that was made, whether it was answered or not. */
export interface Asked {
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
}

/** A running browser with the built extension. */
export interface Session {
  browser: 'chromium' | 'firefox';
  /** Installs the extension into the running browser, where it was started with `installLater`. */
  install(): Promise<void>;
  /** Answers an address (without fragment) with a page from now on. Everything not answered fails as without a network. */
  serve(address: string, html: string, headers?: Record<string, string>, status?: number): void;
  /** Fails an address from now on as without a network. */
  unserve(address: string): void;
  /** Every request to the web so far, oldest first. */
  asked: readonly Asked[];
  /** Opens a tab, 1280×900. */
  tab(address: string): Promise<Tab>;
  /** Opens a page of the extension in a tab: `popup` has the popup's size, 420×600. */
  page(name: 'popup' | 'shelf' | 'options', hash?: string): Promise<Tab>;
  /** Opens a tab in a new private window (Firefox); `extension:PATH` is a file of the extension. */
  privateTab?(address: string): Promise<Tab>;
  /** Says yes in advance to the browser's question for optional hosts (`https://dblp.org/*`): no driver can click it. */
  consent(...origins: string[]): Promise<void>;
  /** Everything in the extension's databases, by the name of its store. */
  stored(): Promise<Record<string, unknown[]>>;
  /** Kills the background as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** What was copied last. */
  clipboard(): Promise<string>;
  /** Light or dark in every tab, from now on. */
  theme(scheme: 'light' | 'dark'): Promise<void>;
  /** Uncaught errors of the extension's and the web's pages so far. */
  errors: readonly string[];
  close(): Promise<void>;
}

/** A browser for several sessions, one after another: each gets the extension installed anew and leaves nothing behind. */
export interface SharedBrowser {
  session(): Promise<Session>;
  close(): Promise<void>;
}

/** How a browser is started. */
export interface Options {
  /** A profile folder to keep; otherwise a new one that is thrown away. */
  profile?: string;
  /** Start without the extension, to install it later: the first minute begins with a tab that is already open. */
  installLater?: boolean;
  /** Language of the browser: `en-US` or `zh-CN`. */
  language?: string;
  /** Folder of the built extension, or a zip of it. */
  extension?: string;
  /** With a window for a person: sandboxed unless it runs as root, and Ctrl-C is left to the caller. */
  headed?: boolean;
  /** With the back/forward cache, which playwright turns off in Chromium. */
  backCache?: boolean;
  /** Allow the extension in private windows (Firefox). */
  inPrivateWindows?: boolean;
  /** Let through what is not served. */
  network?: boolean;
}

/** Whether a name is the one asked for. */
export const named = (name: string, wanted: Name | undefined): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? name === wanted : wanted.test(name));

/** Calls until the answer is not undefined, for at most `timeout` ms; then throws `what`. */
export async function eventually<T>(
  look: () => Promise<T | undefined>,
  what: string | (() => Promise<string>),
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(typeof what === 'string' ? what : await what());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
