import type { RefObject } from 'preact';
import type { Changes } from '../library/use-changes';
import type { PaperListState } from '../list/use-paper-list';
import type { PaperLink } from '../paper/open-links';
import type { KeyAction, Keys } from './shortcuts';
import { useKeys } from './use-keys';

interface PaperKeysOptions {
  keys: Keys;
  state: PaperListState;
  changes: Changes;
  search: RefObject<HTMLInputElement | null>;
  /** Whether the list is in view. Its shortcuts do not act on papers out of sight. */
  isShown?: boolean;
  /** What keys do in the view that takes the list's place. */
  elsewhere?: PaperActions | undefined;
  onDetails(n: number): void;
  /** Absent where rows show no abstract below them. */
  onPeek?(): void;
  onTag(papers: number[]): void;
  onNote(n: number): void;
  onCopy(papers: number[]): void;
  onExport(papers: number[]): void;
  onOpenLinks(papers: number[], kind: PaperLink): void;
  onHelp(): void;
}

/** The actions that work now. */
export type PaperActions = Partial<Record<KeyAction, () => void>>;

/**
 * The shortcuts of a list of papers. Keys that change, open, copy or export papers act on the selection, else on the current
 * row; the others move or select that row. Returns those that work now, to be run otherwise.
 */
export function usePaperKeys(options: PaperKeysOptions): PaperActions {
  const { state, changes, search, isShown = true, elsewhere } = options;
  const { current, selection } = state;
  const papers = state.targets();
  /** The paper for what can be done to one paper only: the current one if the act applies to it, else the first. */
  const one = papers.find((n) => n === current.current) ?? papers[0];

  const always: PaperActions = {
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    undo: changes.undo,
    help: options.onHelp,
  };
  const onPapers: PaperActions = {
    next: () => current.move(1),
    previous: () => (current.index <= 0 ? search.current?.focus() : current.move(-1)),
    ...(options.onPeek && { peek: options.onPeek }),
    details: () => current.current !== undefined && options.onDetails(current.current),
    select: () => current.current !== undefined && selection.toggle(current.current),
    selectAll: selection.all,
    tag: () => options.onTag(papers),
    note: () => one !== undefined && options.onNote(one),
    star: () => void changes.toggleStar(papers),
    unread: () => void changes.setStatus(papers, 'unread'),
    reading: () => void changes.setStatus(papers, 'reading'),
    read: () => void changes.setStatus(papers, 'read'),
    open: () => options.onOpenLinks(papers, 'page'),
    pdf: () => options.onOpenLinks(papers, 'pdf'),
    copy: () => options.onCopy(papers),
    export: () => options.onExport(papers),
    remove: () => void changes.remove(papers),
  };
  const actions = { ...always, ...(isShown ? papers.length > 0 && onPapers : elsewhere) };
  useKeys(options.keys, actions);
  return actions;
}
