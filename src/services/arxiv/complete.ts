/**
 * Completes papers that lack author names, abstract or date from arXiv's API: only on request, only missing facts, as
 * one change with one undo. If a request fails, the facts received before are kept and the papers left out are
 * reported. Needs the optional host permission `https://export.arxiv.org/*`.
 */

import type { Library } from '../../library/library';
import type { Change, Which } from '../../library/types';
import { idScheme, idValue, isIdAsTitle } from '../../paper/identity';
import type { Facts, Paper } from '../../paper/paper';
import { type Answer, askHost, type ClientOptions, type Host, type Trouble } from '../client';
import { readAnswer } from './api';

/** Ids per request. */
const batchSize = 100;

/** arXiv's API, with the pause of its terms of use. https://info.arxiv.org/help/api/tou.html */
export const arxivApi: Host = {
  id: 'arxiv',
  origin: 'https://export.arxiv.org/*',
  spacingMs: 3000,
  retries: 2,
  maxBytes: 20_000_000,
};

/** Why a paper was not completed: the trouble with the request, or `unknown` if arXiv does not know the paper. */
export type LeftReason = Trouble | 'no-arxiv-id' | 'unknown';

export interface Completed {
  /** The change, for undo. Its id is 0 if nothing was filled in. */
  change: Change;
  /** Number of papers that now lack nothing that arXiv has. */
  completed: number;
  left: { n: number; reason: LeftReason }[];
}

export interface CompleteOptions extends ClientOptions {
  /** Called after each request with the number of papers done and in all. */
  onProgress?: (done: number, of: number) => void;
  /** Address of the API. For tests. */
  address?: string;
}

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
    const ids = some.flatMap(({ ids }) => arxivOf(ids) ?? []);
    const { value: known, trouble } = await askArxiv(ids, options);
    for (const paper of some) {
      const facts = known?.get(arxivOf(paper.ids) ?? '');
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

const askArxiv = (ids: readonly string[], options: CompleteOptions): Promise<Answer<Map<string, Facts>>> => {
  const { address = 'https://export.arxiv.org/api/query' } = options;
  const url = `${address}?id_list=${ids.map(encodeURIComponent).join(',')}&max_results=${ids.length}`;
  return askHost(arxivApi, { url }, readAnswer, options);
};
