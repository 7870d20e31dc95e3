/**
 * Asks servers of the network: one request a host at a time, spaced as its terms of use ask, over all pages and the background
 * together. A busy server is asked again after the time that it names, else after growing pauses. Answers are limited in
 * time and size, and every failure is a reason, never an exception.
 */

/** How a server wants to be asked. */
export interface Host {
  /** Names its queue. */
  id: string;
  /** Optional host permission, as in the manifest. Requested in the click handler of a page. */
  origin: string;
  /** Least time between the beginnings of two requests, milliseconds. */
  spacingMs: number;
  /** How often a request that failed because the server was busy is repeated. */
  retries: number;
  /** Upper limit of an answer, bytes. */
  maxBytes: number;
}

export interface Request {
  url: string;
  headers?: Record<string, string>;
  /** Makes it a POST of JSON. */
  body?: unknown;
}

/**
 * Why there is no answer, or only a part. `offline`: none came, in time or at all, or the host may not be asked. `busy`: the
 * server asked to wait, or failed. `refused`: it will not answer this. `unreadable`: damaged, too large, or of another form.
 */
export type Trouble = 'offline' | 'busy' | 'refused' | 'unreadable' | 'stopped';

export interface Answer<T> {
  /** What was read; beside `unreadable` the part that could be. */
  value?: T;
  trouble?: Trouble;
  /** Of a busy server: when to ask again at the earliest, ms since 1970, where it says. */
  retryAt?: number;
}

export interface ClientOptions {
  signal?: AbortSignal | undefined;
  /** How to fetch. For tests. */
  fetch?: typeof fetch | undefined;
  /** Waits for a number of milliseconds. For tests. */
  wait?: ((ms: number) => Promise<void>) | undefined;
}

/** Reads an answer's text. Undefined if it is of another form; `isWhole` is false if the end is missing. */
export type Read<T> = (text: string) => { value: T; isWhole?: boolean } | undefined;

/** Time limit of a request, and the longest pause before it is repeated, milliseconds. */
const timeoutMs = 30_000;
const maxPauseMs = 60_000;
/** First pause where a busy server names no time; it doubles each time. */
const firstPauseMs = 2_000;

/** Asks once the host's queue is free. Never throws. */
export function askHost<T>(
  host: Host,
  request: Request,
  read: Read<T>,
  options: ClientOptions = {},
): Promise<Answer<T>> {
  const wait = options.wait ?? pause;
  return new Promise((resolve) => {
    // The lock is held until the next request may begin: that alone keeps the distance between pages and the background.
    const turn = async () => {
      const { spacingMs, began, ...answer } = await repeat(host, request, read, options, wait);
      resolve(answer);
      await wait(Math.max(0, (spacingMs ?? host.spacingMs) - (Date.now() - began)));
    };
    const { signal } = options;
    navigator.locks
      .request(`service ${host.id}`, { ...(signal && { signal }) }, turn)
      .catch(() => resolve({ trouble: 'stopped' }));
  });
}

/** An answer, and what its headers say of waiting. */
interface Attempt<T> extends Answer<T> {
  pauseMs?: number | undefined;
  spacingMs?: number | undefined;
}

async function repeat<T>(
  host: Host,
  request: Request,
  read: Read<T>,
  options: ClientOptions,
  wait: (ms: number) => Promise<void>,
): Promise<Attempt<T> & { began: number }> {
  for (let tries = 0; ; tries++) {
    const began = Date.now();
    const { pauseMs, ...answer } = await attempt(host, request, read, options);
    if (answer.trouble !== 'busy') return { ...answer, began };
    const pause = Math.max(host.spacingMs, pauseMs ?? firstPauseMs * 2 ** tries);
    const retryAt = Date.now() + pause;
    if (tries >= host.retries || pause > maxPauseMs) return { ...answer, began, retryAt };
    await Promise.race([wait(pause), aborted(options.signal)]);
    if (options.signal?.aborted) return { trouble: 'stopped', began };
  }
}

async function attempt<T>(host: Host, request: Request, read: Read<T>, options: ClientOptions): Promise<Attempt<T>> {
  const { signal } = options;
  const { url, headers, body } = request;
  const json = body === undefined ? undefined : { method: 'POST', body: JSON.stringify(body) };
  try {
    const response = await (options.fetch ?? fetch)(url, {
      ...json,
      headers: { ...headers, ...(json && { 'content-type': 'application/json' }) },
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error', // the user agreed to this host alone
    });
    const spacingMs = spacingOf(response.headers, host.spacingMs);
    if (response.status === 429 || response.status >= 500)
      return { trouble: 'busy', pauseMs: retryAfter(response.headers), spacingMs };
    if (!response.ok) return { trouble: 'refused' };
    const text = await textWithin(response, host.maxBytes);
    const found = text === undefined ? undefined : read(text);
    if (!found) return { trouble: 'unreadable', spacingMs };
    return { value: found.value, spacingMs, ...(found.isWhole === false && { trouble: 'unreadable' as const }) };
  } catch {
    // fetch gives no reason: no network, no permission for the host, a redirection, or a timeout.
    return { trouble: signal?.aborted ? 'stopped' : 'offline' };
  }
}

/** `Retry-After` in milliseconds: it is in seconds, or a date. RFC 9110, 10.2.3. */
function retryAfter(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim();
  if (!said) return undefined;
  const ms = /^\d+$/.test(said) ? 1000 * Number(said) : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** The spacing, longer where Crossref's headers ask for that: `X-Rate-Limit-Limit: 50`, `X-Rate-Limit-Interval: 1s`. */
function spacingOf(headers: Headers, least: number): number {
  const limit = Number(headers.get('x-rate-limit-limit'));
  const seconds = Number(/^(\d+)s?$/.exec(headers.get('x-rate-limit-interval') ?? '')?.[1]);
  return limit > 0 && seconds > 0 ? Math.min(maxPauseMs, Math.max(least, (1000 * seconds) / limit)) : least;
}

/** An answer's text; undefined if it is longer than allowed. */
async function textWithin(response: Response, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
  return text;
}

/** Reads JSON of a form that `check` knows. */
export const readJson =
  <T>(check: (json: unknown) => T | undefined): Read<T> =>
  (text) => {
    try {
      const value = check(JSON.parse(text));
      return value === undefined ? undefined : { value };
    } catch {
      return undefined; // HTML, or cut off
    }
  };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
