import { useEffect, useState } from 'preact/hooks';
import browser from '../browser';
import { idOfUrl, isId } from '../identity';
import type { Library, Row } from '../library/library';
import { askTab } from '../messages';
import { reading } from '../ui/reading';

/** What the tab in front shows, where that is papers: one paper, or a list of which some are saved. */
export type InFront = { is: 'paper'; row: Row | undefined } | { is: 'listing'; saved: number; papers: number };

/** More cards, and ids a card, than any page of ours has: what comes from a page is not trusted to end. */
const [mostCards, mostIds] = [2000, 20];

/** The papers that a tab's page says it shows, each by its ids; checked. */
async function shownIn(tab: number): Promise<string[][]> {
  const answer = await askTab(tab, 'shown');
  if (!Array.isArray(answer)) return [];
  return answer.slice(0, mostCards).flatMap((ids: unknown) => {
    const right = Array.isArray(ids) ? ids.slice(0, mostIds).filter((id) => typeof id === 'string' && isId(id)) : [];
    return right.length > 0 ? [right] : [];
  });
}

/** The papers in the tab in front. Its address is known only on sites that may be read: nothing more is asked for. */
async function papersInFront(): Promise<{ paper?: string[]; listed: string[][] }> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const id = tab?.url === undefined ? undefined : idOfUrl(tab.url);
  if (id !== undefined) return { paper: [id], listed: [] };
  const listed = tab?.id === undefined ? [] : await shownIn(tab.id);
  return listed.length === 1 && listed[0] ? { paper: listed[0], listed: [] } : { listed };
}

async function look(library: Library): Promise<InFront | undefined> {
  const { paper, listed } = await papersInFront();
  if (paper) {
    const found = (await library.papers(paper)).find(({ removedAt }) => removedAt === undefined);
    const [row] = found ? await library.rows([found.n]) : [];
    return { is: 'paper', row };
  }
  if (listed.length === 0) return undefined;
  const marks = await library.marks(listed.flat());
  const saved = listed.filter((ids) => ids.some((id) => Object.hasOwn(marks, id))).length;
  return { is: 'listing', saved, papers: listed.length };
}

/** What the tab in front shows, kept up to date with the library; undefined where that is no papers. */
export function useInFront(library: Library): InFront | undefined {
  const [inFront, setInFront] = useState<InFront>();
  useEffect(() => {
    let isLive = true;
    const read = async () => {
      const seen = await look(library);
      if (isLive) setInFront(seen);
    };
    reading(read());
    const stop = library.onChange(() => reading(read()));
    return () => {
      isLive = false;
      stop();
    };
  }, [library]);
  return inFront;
}
