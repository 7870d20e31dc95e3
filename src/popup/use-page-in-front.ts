import type { Library } from '../library/library';
import type { Row } from '../library/types';
import browser from '../messages/browser';
import type { PageReport } from '../messages/contract';
import { ask } from '../messages/transport';
import { idOfUrl } from '../paper/identity';
import { useRead } from '../ui/library/use-read';

/** What the tab in front shows, where that is papers: one paper, or a list of which some are saved. */
export type PageInFront = {
  tab: number;
  /** What the page's reader says of it, where it has one. */
  report?: PageReport | undefined;
} & ({ is: 'paper'; row: Row | undefined } | { is: 'listing'; saved: number; papers: number });

/**
 * The page in front as its reader tells it; the paper that it is by its address alone, as a file of arXiv's. The address is
 * known on sites that are on, and where the popup was opened on the page (`activeTab`).
 */
async function pageInFront() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  // A background that cannot be asked knows no page; the list says what is wrong.
  const report = await ask('readPage', { tab: tab.id }).catch(() => undefined);
  return { tab: tab.id, report, id: tab.url === undefined ? undefined : idOfUrl(tab.url) };
}

async function look(library: Library): Promise<PageInFront | undefined> {
  const page = await pageInFront();
  if (!page) return undefined;
  const { tab, report, id } = page;
  const papers = report?.papers ?? [];
  const [only] = report?.kind === 'paper' || papers.length === 1 ? papers : [];
  const own = [...(id === undefined ? [] : [id]), ...(only ?? [])];
  if (own.length > 0) {
    const row = (await library.rows(own)).find(({ removedAt }) => removedAt === undefined);
    return { tab, report, is: 'paper', row };
  }
  if (papers.length === 0) return undefined;
  const marks = await library.marks(papers.flat());
  const saved = papers.filter((ids) => ids.some((each) => Object.hasOwn(marks, each))).length;
  return { tab, report, is: 'listing', saved, papers: papers.length };
}

/**
 * What the tab in front shows, kept up to date with the library, and a function that looks again; undefined where that is
 * no papers.
 */
export function usePageInFront(library: Library): [inFront: PageInFront | undefined, look: () => void] {
  return useRead(library, look);
}
