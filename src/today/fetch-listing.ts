/**
 * Fetches a listing: without cookies, only if it has changed since the last reading, at most 10 MB, at most 30 seconds.
 * Throws nothing: what went wrong is part of the answer.
 */
import type { FollowedListing, ReadProblem } from '../library/followed-listing';

/** Bytes read of one page; what follows is left out. */
export const maxBytes = 10_000_000;
/** How long a page may take, milliseconds. */
const timeoutMs = 30_000;
/** The longest wait a server may ask for, milliseconds: a day. */
const maxWaitMs = 24 * 60 * 60 * 1000;

export type Fetched =
  | { is: 'page'; html: string; url: URL; isCut: boolean; etag?: string; modified?: string }
  | { is: 'unchanged' }
  | { is: 'problem'; problem: ReadProblem };

export interface FetchOptions {
  signal?: AbortSignal;
  /** For tests. */
  fetch?: typeof fetch;
  now?: () => number;
  timeoutMs?: number;
}

const problem = (code: ReadProblem['code'], more: Omit<ReadProblem, 'code'> = {}): Fetched => ({
  is: 'problem',
  problem: { code, ...more },
});

/** When the server wants to be asked again: seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function waitUntil(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const at = /^\d+$/.test(header.trim()) ? now + 1000 * Number(header) : Date.parse(header);
  return Number.isFinite(at) && at > now ? Math.min(at, now + maxWaitMs) : undefined;
}

/** The text of an answer, as far as it is read. */
async function textOf(response: Response): Promise<{ html: string; isCut: boolean }> {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '') ?? [];
  const decoder = decoderFor(charset);
  const reader = response.body?.getReader();
  let [html, bytes] = ['', 0];
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return { html: html + decoder.decode(), isCut: false };
    const room = maxBytes - bytes;
    html += decoder.decode(value.subarray(0, room), { stream: true });
    bytes += value.length;
    if (bytes <= maxBytes) continue;
    await reader?.cancel();
    return { html, isCut: true };
  }
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder(); // a charset that is not known
  }
}

/** Fetches the page at an address, as far as it differs from what the listing's last reading saw. */
export async function fetchListing(
  address: string,
  { etag, modified }: Pick<FollowedListing, 'etag' | 'modified'>,
  options: FetchOptions = {},
): Promise<Fetched> {
  const now = options.now ?? Date.now;
  const timeout = AbortSignal.timeout(options.timeoutMs ?? timeoutMs);
  const headers = { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) };
  try {
    const response = await (options.fetch ?? fetch)(address, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers,
      signal: AbortSignal.any([timeout, ...(options.signal ? [options.signal] : [])]),
    });
    const { status } = response;
    if (status === 304) return { is: 'unchanged' };
    if (status === 429 || status === 503) {
      const until = waitUntil(response.headers.get('retry-after'), now());
      return problem('busy', { status, ...(until !== undefined && { until }) });
    }
    if (!response.ok) return problem('refused', { status });
    if (!/html/.test(response.headers.get('content-type') ?? '')) return problem('shape');
    const [tag, date] = [response.headers.get('etag'), response.headers.get('last-modified')];
    return {
      is: 'page',
      ...(await textOf(response)),
      url: new URL(response.url || address),
      ...(tag && { etag: tag.slice(0, 500) }),
      ...(date && { modified: date.slice(0, 100) }),
    };
  } catch {
    // fetch gives no other reason: no network, an address that is not permitted, a connection that was closed.
    return problem(timeout.aborted ? 'slow' : 'unreachable');
  }
}
