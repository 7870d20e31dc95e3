/**
 * Completing papers that lack author names, abstract or date from arXiv's API: only when asked to, only what is missing,
 * as one change that one undo takes back. Whatever goes wrong on the way, what was learnt before is kept and what is left
 * is said. Needs the optional host permission `https://export.arxiv.org/*`.
 */

import type { Library } from '../../library/library';
import type { Change, Which } from '../../library/types';
import { idScheme, idValue } from '../../paper/identity';
import type { Facts, Paper } from '../../paper/paper';
import { readAnswer } from './api';

/** Ids a request, and milliseconds between requests: arXiv's terms of use. */
const batch = 100;
const pause = 3000;
/** A request that takes longer is given up, in milliseconds. */
const patience = 30_000;
/** How often a busy server is asked again. */
const retries = 2;

/** Why a paper was not completed. `offline`: the server did not answer; `busy`: it asked to wait; `unknown`: it does not know it. */
export type LeftReason = 'no-arxiv-id' | 'offline' | 'busy' | 'refused' | 'unreadable' | 'unknown' | 'stopped';

export interface Completed {
  /** The change, for undo; id 0 where nothing was filled. */
  change: Change;
  /** Papers that lack nothing that arXiv has. */
  completed: number;
  left: { n: number; reason: LeftReason }[];
}

export interface CompleteOptions {
  signal?: AbortSignal;
  /** Told after each request how many papers are done, of how many. */
  onProgress?: (done: number, of: number) => void;
  /** Where the API is, and how it is reached. */
  address?: string;
  fetch?: typeof fetch;
  /** Waits so many milliseconds. */
  wait?: (ms: number) => Promise<void>;
}

/** The optional host permission: to be asked for on the user's click, in the page that was clicked. */
export const host = 'https://export.arxiv.org/*';

/** A paper, or a row of a list, which knows of an abstract only that there is one. */
type Completable = Pick<Paper, 'ids'> & {
  facts: Omit<Facts, 'abstract'> & { abstract?: string };
  hasAbstract?: boolean;
};

/** Whether to offer completing a paper: it has an arXiv id, and lacks names of authors, the abstract or the date. */
export function lacks({ ids, facts, hasAbstract }: Completable): boolean {
  const missing = missingOf(facts).filter((name) => name !== 'abstract' || !hasAbstract);
  return arxivOf(ids) !== undefined && missing.length > 0;
}

/** Completes papers. Throws only what the library throws when it can not write. */
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
  for (let at = 0; at < asked.length; at += batch) {
    const some = asked.slice(at, at + batch);
    if (at > 0) await (options.wait ?? wait)(pause);
    const { known, trouble } = await ask(
      some.flatMap(({ ids }) => arxivOf(ids) ?? []),
      options,
    );
    for (const paper of some) {
      const facts = known.get(arxivOf(paper.ids) ?? '');
      if (facts) filled.set(paper.n, onlyMissing(paper.facts, facts));
      else left.push({ n: paper.n, reason: trouble ?? 'unknown' });
    }
    options.onProgress?.(Math.min(at + batch, asked.length), asked.length);
    // A server that is away, busy or refuses will not be otherwise for the next hundred.
    if (trouble && trouble !== 'unreadable') {
      left.push(...asked.slice(at + batch).map(({ n }) => ({ n, reason: trouble })));
      break;
    }
  }
  return { change: await library.fill(filled, 'arxiv-api'), completed: papers.length - left.length, left };
}

const arxivOf = (ids: readonly string[]): string | undefined =>
  ids.filter((id) => idScheme(id) === 'arxiv').map(idValue)[0];

const needed: readonly (keyof Facts)[] = ['authors', 'abstract', 'published'];
const welcome: readonly (keyof Facts)[] = [...needed, 'categories', 'comment', 'journalRef'];

/** Facts that are not there, or (authors) not all. */
function missingOf(facts: Partial<Facts>): (keyof Facts)[] {
  const isCut = (facts.authors?.length ?? 0) < (facts.authorCount ?? 0);
  return needed.filter((name) => facts[name] === undefined || (name === 'authors' && isCut));
}

/** What arXiv says where we know nothing. The title stays ours: facts need one. */
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
  const stop = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]);
  try {
    const response = await (options.fetch ?? fetch)(url, { signal: stop, credentials: 'omit' });
    if (response.status === 429 || response.status === 503) {
      if (tries === 0) return { known: none, trouble: 'busy' };
      await (options.wait ?? wait)(
        Math.max(pause, Math.min(patience, 1000 * Number(response.headers.get('retry-after') ?? 0) || 0)),
      );
      return ask(ids, options, tries - 1);
    }
    if (!response.ok) return { known: none, trouble: response.status >= 500 ? 'busy' : 'refused' };
    const answer = readAnswer(await response.text());
    if (!answer) return { known: none, trouble: 'unreadable' };
    return answer.isWhole ? { known: answer.papers } : { known: answer.papers, trouble: 'unreadable' };
  } catch {
    // fetch tells no reason: the network is away, the host not permitted, or it took too long.
    return { known: none, trouble: signal?.aborted ? 'stopped' : 'offline' };
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
