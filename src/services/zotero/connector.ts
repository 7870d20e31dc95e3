/**
 * Sends papers to Zotero on the user's machine, through the HTTP server for its browser connector. Needs the optional
 * host permission `http://127.0.0.1/*`, because Zotero does not answer web pages.
 * https://www.zotero.org/support/dev/client_coding/connector_http_server
 */
import type { ZoteroItem } from '../../formats/zotero';

/** A library or collection that items can go to. */
export interface ZoteroTarget {
  /** `L1` is a library, `C23` a collection. */
  id: string;
  name: string;
  /** Depth in the tree, from 0. */
  level: number;
}

export interface ZoteroTargets {
  targets: ZoteroTarget[];
  /** Id of the target selected in Zotero: the default. */
  selected: string;
  /** Whether that target can be written to. */
  isEditable: boolean;
}

/** An error of sending, with a code for the message that is shown. */
export class ZoteroError extends Error {
  override name = 'ZoteroError';
  constructor(
    /**
     * `absent`: Zotero does not run. `refused`: it rejects our requests. `read-only`: the library cannot be written.
     * `strange`: any other answer.
     */
    readonly code: 'absent' | 'refused' | 'read-only' | 'strange',
    message: string,
    /** How many items Zotero has got before the error. */
    readonly sent = 0,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface SendOptions {
  /** Id of a target. Default: what is selected in Zotero. */
  target?: string;
  /** Tags for all items, besides their own. */
  tags?: readonly string[];
  /**
   * Name of this upload. After a failure, sending again under the same name sends only what Zotero does not have. Use a
   * UUID for a new one.
   */
  session: string;
  signal?: AbortSignal;
  /** Called with the number of items that Zotero has got. */
  progress?: (sent: number) => void;
  /** Address of Zotero's server. For tests. */
  base?: string;
}

const home = 'http://127.0.0.1:23119/connector';
/** Items per request: few, so that progress shows and Zotero answers soon. */
const batchSize = 50;
/** Timeout of a request, milliseconds. Zotero answers after writing, which takes a while for a large batch. */
const timeoutMs = 60_000;

/** Whether Zotero runs and answers. */
export async function zoteroRuns(base = home): Promise<boolean> {
  try {
    const response = await ask('ping', undefined, base);
    return response.ok && (response.headers.has('X-Zotero-Version') || /zotero/i.test(await response.text()));
  } catch (error) {
    if (error instanceof ZoteroError) return false;
    throw error;
  }
}

/** Libraries and collections that items can be sent to. */
export async function zoteroTargets(base = home): Promise<ZoteroTargets> {
  const answer = await json(await ask('getSelectedCollection', {}, base));
  const listed = Array.isArray(answer.targets) ? answer.targets : [];
  const targets = listed.flatMap((one: unknown): ZoteroTarget[] => {
    const { id, name, level } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    if (typeof id !== 'string' || !/^[LC]\d+$/.test(id) || typeof name !== 'string') return [];
    return [{ id, name, level: typeof level === 'number' ? level : 0 }];
  });
  const selected = answer.id === null || answer.id === undefined ? `L${answer.libraryID}` : `C${answer.id}`;
  return { targets, selected, isEditable: answer.libraryEditable !== false };
}

/** Sends items, each once. Resolves with their number; throws `ZoteroError`, or the signal's reason when aborted. */
export async function sendToZotero(items: readonly ZoteroItem[], options: SendOptions): Promise<number> {
  const { target, tags = [], session, signal, progress, base = home } = options;
  let sent = 0;
  for (let at = 0; at < items.length; at += batchSize) {
    signal?.throwIfAborted();
    const some = items.slice(at, at + batchSize);
    const sessionID = `${session}-${at / batchSize}`;
    try {
      await save(some, sessionID, base, signal);
      sent += some.length;
      if (target !== undefined || tags.length > 0) {
        const response = await ask('updateSession', { sessionID, target, tags: [...tags] }, base, signal);
        if (!response.ok) throw await failure(response);
      }
    } catch (error) {
      if (error instanceof ZoteroError) throw new ZoteroError(error.code, error.message, sent, { cause: error });
      throw error;
    }
    progress?.(sent);
  }
  return sent;
}

async function save(
  items: readonly ZoteroItem[],
  sessionID: string,
  base: string,
  signal?: AbortSignal,
): Promise<void> {
  const uri = typeof items[0]?.url === 'string' ? items[0].url : 'https://arxiv.org/';
  const response = await ask('saveItems', { sessionID, uri, items }, base, signal);
  // 409: this session was used before. An earlier request arrived although its answer did not.
  if (response.status === 201 || response.status === 409) return;
  throw response.ok ? new ZoteroError('strange', `Zotero answered ${response.status}`) : await failure(response);
}

async function ask(path: string, body: unknown, base: string, signal?: AbortSignal): Promise<Response> {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(`${base}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Zotero-Connector-API-Version': '3' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new ZoteroError('absent', 'Zotero does not answer', 0, { cause: error });
  }
}

async function failure(response: Response): Promise<ZoteroError> {
  const text = (await response.text().catch(() => '')).slice(0, 200);
  if (/"libraryEditable"\s*:\s*false/.test(text)) return new ZoteroError('read-only', text);
  const refusals = [400, 401, 403, 412];
  return new ZoteroError(refusals.includes(response.status) ? 'refused' : 'strange', `${response.status} ${text}`);
}

async function json(response: Response): Promise<Record<string, unknown>> {
  if (!response.ok) throw await failure(response);
  const text = await response.text();
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
  } catch (error) {
    throw new ZoteroError('strange', text.slice(0, 200), 0, { cause: error });
  }
  throw new ZoteroError('strange', text.slice(0, 200));
}
