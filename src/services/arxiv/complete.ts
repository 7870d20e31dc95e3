/**
 * Completes papers that lack author names, abstract or date from arXiv's API: only on request, only missing facts, as
 * one change with one undo. If a request fails, the facts received before are kept and the papers left out are
 * reported. Needs the optional host permission `https://export.arxiv.org/*`.
 */

import type { Library } from '../../library/library';
import type { Change, Which } from '../../library/types';
import { idScheme, idValue, isIdAsTitle } from '../../paper/identity';
import type { Facts, Paper } from '../../paper/paper';
import { readAnswer } from './api';

/** Ids per request, and milliseconds between requests, by arXiv's terms of use. */
const batchSize = 100;
const pauseMs = 3000;
/** Timeout of a request, milliseconds. */
const timeoutMs = 30_000;
/** Retries when the server is busy. */
const retries = 2;

/**
 * Why a paper was not completed. `offline`: no answer. `busy`: the server asked to wait. `unreadable`: the answer was
 * damaged. `unknown`: arXiv does not know the paper. `stopped`: aborted.
 */
export type LeftReason = 'no-arxiv-id' | 'offline' | 'busy' | 'refused' | 'unreadable' | 'unknown' | 'stopped';

export interface Completed {
  /** The change, for undo. Its id is 0 if nothing was filled in. */
  change: Change;
  /** Number of papers that now lack nothing that arXiv has. */
  completed: number;
  left: { n: number; reason: LeftReason }[];
}

export interface CompleteOptions {
  signal?: AbortSignal;
  /** Called after each request with the number of papers done and in all. */
  onProgress?: (done: number, of: number) => void;
  /** Address of the API, and how to fetch from it. For tests. */
  address?: string;
  fetch?: typeof fetch;
  /** Waits for a number of milliseconds. For tests. */
  wait?: (ms: number) => Promise<void>;
}

/** The optional host permission. Request it in the click handler of the page. */
export const arxivHost = 'https://export.arxiv.org/*';

/** A paper, or a row of a list, which only knows whether there is an abstract. */
type Completable = Pick<Paper, 'ids'> & {
  facts: Omit<Facts, 'abstract'> & { abstract?: string };
  hasAbstract?: boolean;
};

/** Whether to offer completing a paper: it has an arXiv id and lacks its title, author names, the abstract or the date. */
export function lacks({ ids, facts, hasAbstract }: Completable): boolean {
  const missing = missingOf(facts).filter((name) => name !== 'abstract' || !hasAbstract);
  return arxivOf(ids) !== undefined && missing.length > 0;
}

/** Completes papers. Throws only what the library throws when it cannot write. */
export async function completeFromArxiv(
  library: Pick<Library, 'papers' | 'fill'>,
  which: Which,
  options: CompleteOptions = {},
): Promise<Completed> {
  const papers = await library.papers(which);
  const left: Completed['left'] = [];
  const wanted = papers.filter((paper) => missingOf(paper.facts).length > 0);
  const asked = wanted.filter(({ n, ids }) => arxivOf(ids) !== undefined || !left.push({ n, reason: 'no-arxiv-id' }));
  const filled = new Map<number, Facts>();
  for (let at = 0; at < asked.length; at += batchSize) {
    const some = asked.slice(at, at + batchSize);
    if (at > 0) await (options.wait ?? wait)(pauseMs);
    const { known, trouble } = await ask(
      some.flatMap(({ ids }) => arxivOf(ids) ?? []),
      options,
    );
    for (const paper of some) {
      const facts = known.get(arxivOf(paper.ids) ?? '');
      if (facts) filled.set(paper.n, onlyMissing(paper.facts, facts));
      else left.push({ n: paper.n, reason: trouble ?? 'unknown' });
    }
    options.onProgress?.(Math.min(at + batchSize, asked.length), asked.length);
    // A server that is offline, busy or refusing will not answer the next request either.
    if (trouble && trouble !== 'unreadable') {
      left.push(...asked.slice(at + batchSize).map(({ n }) => ({ n, reason: trouble })));
      break;
    }
  }
  return { change: await library.fill(filled, 'arxiv-api'), completed: papers.length - left.length, left };
}

const arxivOf = (ids: readonly string[]): string | undefined =>
  ids.filter((id) => idScheme(id) === 'arxiv').map(idValue)[0];

const needed: readonly (keyof Facts)[] = ['title', 'authors', 'abstract', 'published'];
const welcome: readonly (keyof Facts)[] = [...needed, 'categories', 'comment', 'journalRef'];

/** Names of facts that are missing or incomplete: a cut list of authors, a link's text or an id in place of the title. */
function missingOf(facts: Partial<Facts>): (keyof Facts)[] {
  const isCut = (facts.authors?.length ?? 0) < (facts.authorCount ?? 0);
  const isUntitled = facts.titleIsLinkText || isIdAsTitle(facts.title ?? '');
  return needed.filter(
    (name) => facts[name] === undefined || (name === 'authors' && isCut) || (name === 'title' && isUntitled),
  );
}

/** arXiv's facts where ours are missing. */
function onlyMissing(ours: Facts, theirs: Facts): Facts {
  const missing = missingOf(ours);
  const names = welcome.filter(
    (name) => theirs[name] !== undefined && (missing.includes(name) || ours[name] === undefined),
  );
  const some = Object.fromEntries(names.map((name) => [name, theirs[name]]));
  if (some.authors && theirs.authorCount !== undefined) some.authorCount = theirs.authorCount;
  return { ids: theirs.ids, title: ours.title, ...some };
}

interface Asked {
  known: Map<string, Facts>;
  trouble?: LeftReason;
}

async function ask(ids: string[], options: CompleteOptions, tries = retries): Promise<Asked> {
  const none = new Map<string, Facts>();
  const { address = 'https://export.arxiv.org/api/query', signal } = options;
  const url = `${address}?id_list=${ids.map(encodeURIComponent).join(',')}&max_results=${ids.length}`;
  const stop = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  try {
    const response = await (options.fetch ?? fetch)(url, { signal: stop, credentials: 'omit' });
    if (response.status === 429 || response.status === 503) {
      if (tries === 0) return { known: none, trouble: 'busy' };
      await (options.wait ?? wait)(
        Math.max(pauseMs, Math.min(timeoutMs, 1000 * Number(response.headers.get('retry-after') ?? 0) || 0)),
      );
      return ask(ids, options, tries - 1);
    }
    if (!response.ok) return { known: none, trouble: response.status >= 500 ? 'busy' : 'refused' };
    const answer = readAnswer(await response.text());
    if (!answer) return { known: none, trouble: 'unreadable' };
    return answer.isWhole ? { known: answer.papers } : { known: answer.papers, trouble: 'unreadable' };
  } catch {
    // fetch gives no reason: no network, no permission for the host, or a timeout.
    return { known: none, trouble: signal?.aborted ? 'stopped' : 'offline' };
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
