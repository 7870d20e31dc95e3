import type { RefObject } from 'preact';
import type { Row } from '../../library/types';
import { plural } from '../../locale';
import browser from '../../messages/browser';
import type { Changes } from '../library/use-changes';
import type { PaperListState } from '../list/use-paper-list';
import { pageOf, pdfOf } from '../paper/paper-links';
import type { KeyAction, Keys } from './shortcuts';
import { useKeys } from './use-keys';

interface PaperKeysOptions {
  keys: Keys;
  state: PaperListState;
  changes: Changes;
  search: RefObject<HTMLInputElement | null>;
  /** Whether the list is in view. Its shortcuts do not act on papers out of sight. */
  isShown?: boolean;
  onDetails(n: number): void;
  onTag(papers: number[]): void;
  onNote(n: number): void;
  onCopy(papers: number[]): void;
  onExport(papers: number[]): void;
  onHelp(): void;
}

/** Tabs that one key press may open. */
const maxTabs = 20;

/** Opens addresses in tabs: a single one in front, several in the background. */
export async function openTabs(addresses: readonly (string | undefined)[]): Promise<void> {
  const known = addresses.filter((address) => address !== undefined);
  for (const url of known) await browser.tabs.create({ url, active: known.length === 1 });
}

/** The shortcuts of a list of papers. They act on the selection, else on the current row. Returns which of them work now. */
export function usePaperKeys(options: PaperKeysOptions): ReadonlySet<KeyAction> {
  const { state, changes, search, isShown = true } = options;
  const { current, selection } = state;
  const papers = state.targets();
  const [one] = papers;
  const links = (read: (facts: Row['facts']) => string | undefined) =>
    void state
      .rowsOf(papers.slice(0, maxTabs))
      .then((rows) => openTabs(rows.map((row) => read({ ...row.facts, ids: row.ids }))));

  const always: Partial<Record<KeyAction, () => void>> = {
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    undo: changes.undo,
    help: options.onHelp,
  };
  const onPapers: Partial<Record<KeyAction, () => void>> = {
    next: () => current.move(1),
    previous: () => (current.index <= 0 ? search.current?.focus() : current.move(-1)),
    details: () => current.current !== undefined && options.onDetails(current.current),
    select: () => current.current !== undefined && selection.toggle(current.current),
    selectAll: selection.all,
    tag: () => options.onTag(papers),
    note: () => one !== undefined && options.onNote(current.current ?? one),
    star: () => void changes.toggleStar(papers),
    unread: () => void changes.setStatus(papers, 'unread'),
    reading: () => void changes.setStatus(papers, 'reading'),
    read: () => void changes.setStatus(papers, 'read'),
    open: () => links(pageOf),
    pdf: () => links(pdfOf),
    copy: () => options.onCopy(papers),
    export: () => options.onExport(papers),
    remove: () => void changes.remove(papers),
  };
  const actions = isShown && papers.length ? { ...always, ...onPapers } : always;
  useKeys(options.keys, actions);
  return new Set(Object.keys(actions) as KeyAction[]);
}

/** The message after copying citations. */
export const copiedWords = (papers: number): string => plural('uiCopiedCitations', papers);
