import type { Library } from '../library/library';
import type { Row } from '../library/types';
import type { PageReport } from '../messages/contract';
import { ask } from '../messages/transport';
import { idOfAddress } from '../paper/identity';
import { useRead } from '../ui/library/use-read';
import { activeTab } from './active-tab';

/** What the page in the active tab shows, if that is papers: a single paper, or a listing of which some are saved. */
export type PageInFront = {
  tab: number;
  /** Its address, where it may be known. */
  url: string | undefined;
  /** What the page's reader reports, if the page has one. */
  report?: PageReport | undefined;
} & ({ is: 'paper'; row: Row | undefined } | { is: 'listing'; saved: number; papers: number });

/** Reads the active tab: by its reader and, for what has none (a PDF on arXiv, say), by the paper's id in its address. */
async function readActiveTab(library: Library): Promise<PageInFront | undefined> {
  const active = await activeTab();
  if (!active) return undefined;
  const tab = active.id;
  // An error means that the background could not be reached; the list shows what is wrong.
  const report = await ask('readPage', { tab }).catch(() => undefined);
  const idOfPage = active.url === undefined ? undefined : idOfAddress(active.url);
  const papers = report?.papers ?? [];
  const [only] = report?.kind === 'paper' || papers.length === 1 ? papers : [];
  const ids = [...(idOfPage === undefined ? [] : [idOfPage]), ...(only ?? [])];
  if (ids.length > 0) {
    const row = (await library.rows(ids)).find(({ removedAt }) => removedAt === undefined);
    return { tab, url: active.url, report, is: 'paper', row };
  }
  if (papers.length === 0) return undefined;
  const marks = await library.marks(papers.flat());
  const saved = papers.filter((each) => each.some((id) => Object.hasOwn(marks, id))).length;
  return { tab, url: active.url, report, is: 'listing', saved, papers: papers.length };
}

/** The page in front, kept up to date with the library, and a function that reads it again. Undefined if it shows no papers. */
export function usePageInFront(library: Library): [inFront: PageInFront | undefined, refresh: () => void] {
  return useRead(library, readActiveTab);
}
