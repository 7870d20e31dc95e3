/**
 * Papers straight into Zotero, by the interface of its browser connector on the user's own machine. Needs the optional host
 * permission `http://127.0.0.1/*`: Zotero answers no page. https://www.zotero.org/support/dev/client_coding/connector_http_server
 */
import type { ZoteroItem } from '../../formats/zotero';

/** A library or collection that items can go to. */
export interface ZoteroTarget {
  /** `L1` is a library, `C23` a collection. */
  id: string;
  name: string;
  /** How deep it lies in the tree. */
  level: number;
}

export interface ZoteroTargets {
  targets: ZoteroTarget[];
  /** Id of the one that is selected in Zotero: where items go if none is named. */
  selected: string;
  /** False where that is a library that cannot be written. */
  isEditable: boolean;
}

/** What went wrong, for the message that is shown. */
export class ZoteroError extends Error {
  override name = 'ZoteroError';
  constructor(
    /** `absent` Zotero does not run; `refused` it does not want us; `read-only` the library cannot be written; `strange` any other answer. */
    readonly code: 'absent' | 'refused' | 'read-only' | 'strange',
    message: string,
    /** How many items are in Zotero all the same. */
    readonly sent = 0,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface SendOptions {
  /** Id of a target; by default what is selected in Zotero. */
  target?: string;
  /** Tags for all of them, beside their own. */
  tags?: readonly string[];
  /**
   * Names this sending: sending again under the same name after a failure sends only what Zotero has not yet. A UUID for
   * a new one.
   */
  session: string;
  signal?: AbortSignal;
  /** Called with the number of items that Zotero has. */
  progress?: (sent: number) => void;
  /** For tests: where Zotero listens. */
  base?: string;
}

const home = 'http://127.0.0.1:23119/connector';
/** Items in one request: small enough that progress shows and Zotero answers soon. */
const batch = 50;
/** Zotero writes as it answers: a large batch takes its time. Milliseconds. */
const patience = 60_000;

/** Whether Zotero runs and listens. */
export async function zoteroRuns(base = home): Promise<boolean> {
  try {
    const response = await ask('ping', undefined, base);
    return response.ok && (response.headers.has('X-Zotero-Version') || /zotero/i.test(await response.text()));
  } catch (error) {
    if (error instanceof ZoteroError) return false;
    throw error;
  }
}

/** Where items can go. */
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
  for (let at = 0; at < items.length; at += batch) {
    signal?.throwIfAborted();
    const some = items.slice(at, at + batch);
    const sessionID = `${session}-${at / batch}`;
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
  // 409: this session was used. An earlier try under this name arrived, though its answer did not.
  if (response.status === 201 || response.status === 409) return;
  throw response.ok ? new ZoteroError('strange', `Zotero answered ${response.status}`) : await failure(response);
}

async function ask(path: string, body: unknown, base: string, signal?: AbortSignal): Promise<Response> {
  const limit = AbortSignal.timeout(patience);
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
