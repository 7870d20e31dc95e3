import { useLayoutEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import { t } from '../locale';
import type { Sort } from '../query/query';
import { useEscape } from '../ui/kit/use-escape';
import type { Anchor } from '../ui/list/use-window';
import type { Draft } from '../ui/paper/note-field';
import { usePaperKeys } from '../ui/surface/use-paper-keys';
import { useKept } from '../ui/surface/use-session-state';
import { useSurface } from '../ui/surface/use-surface';
import { useWantedPaper } from '../ui/surface/use-wanted-paper';
import { useNamedPaper } from './use-named-paper';
import { useTagActs } from './use-tag-acts';
import { useTotals } from './use-totals';

/** What the middle shows. */
export type View = 'papers' | 'duplicates' | 'trash' | 'overview';

/** What the shelf keeps over its closing. */
export interface Kept {
  query: string;
  sort: Sort;
  at?: Anchor | undefined;
  draft?: Draft | undefined;
}
/** Its name in the store. */
export const keptAs = 'shelf';
const start: Kept = { query: '', sort: { by: 'saved', descending: true } };

/** What is open beside the list, and the paper one is on. */
function useParts() {
  const [view, setView] = useState<View>('papers');
  const [isSideOpen, setSideOpen] = useState(false);
  const [isPaneOpen, setPaneOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [merging, setMerging] = useState<readonly number[]>();
  /** The paper whose note takes the focus. */
  const [noteWanted, wantNote] = useState<number>();
  return {
    view,
    setView,
    isSideOpen,
    setSideOpen,
    isPaneOpen,
    setPaneOpen,
    isSaving,
    setSaving,
    merging,
    setMerging,
    noteWanted,
    wantNote,
  };
}

/** The shelf's state, and what can be done in it. */
export function useShelf(library: Library, kept: Partial<Kept>) {
  const { values, keep, keepQuietly } = useKept<Kept>(keptAs, { ...start, ...kept });
  const { query, sort, draft } = values;
  const surface = useSurface(library, query, sort);
  const { list, changes, search, setDialog } = surface;
  const totals = useTotals(library, list.shown !== undefined);
  const parts = useParts();
  const tagActs = useTagActs(surface);
  useLayoutEffect(() => search.current?.focus(), []);

  const ask = (text: string) => {
    parts.setView('papers');
    parts.setSideOpen(false);
    keep({ query: text, at: undefined });
  };
  const show = (n: number, on?: 'note') => {
    list.current.set(n);
    parts.wantNote(on && n);
    parts.setPaneOpen(true);
  };
  const want = useWantedPaper(list, query, (n) => (n === undefined ? ask('') : show(n)));
  useNamedPaper(library, want);
  const works = usePaperKeys({
    keys: surface.keys,
    state: list,
    changes,
    search,
    isShown: parts.view === 'papers',
    onDetails: show,
    onTag: (papers) => setDialog({ kind: 'tag', papers }),
    onNote: (n) => show(n, 'note'),
    onCopy: (papers) => void surface.copyCitations(papers),
    onExport: (papers) => setDialog({ kind: 'export', papers }),
    onHelp: () => setDialog({ kind: 'keys' }),
  });
  useEscape(() => {
    if (parts.isSideOpen) parts.setSideOpen(false);
    else if (parts.isPaneOpen) parts.setPaneOpen(false);
    else if (list.selection.selected.length) list.selection.clear();
    else return false;
    list.current.focus();
    return true;
  });
  return {
    ...parts,
    library,
    surface,
    totals,
    works,
    tagActs,
    query,
    sort,
    draft,
    startAt: kept.at,
    ask,
    show,
    /** Shows a paper wherever it is. */
    find: (n: number) => {
      parts.setView('papers');
      want(n);
    },
    order: (by: Sort) => keep({ sort: by, at: undefined }),
    goTo: (view: View) => {
      parts.setView(view);
      parts.setSideOpen(false);
    },
    setDraft: (now: Draft | undefined) => keep({ draft: now }),
    stand: (at: Anchor) => keepQuietly({ at }),
    saveFilter: (name: string) =>
      void changes.attempt(
        (own) => own.saveFilter({ name, query: query.trim(), sort }),
        () => t('shelfFilterSaved', name),
      ),
    removeFilter: (id: string) =>
      void changes.attempt(
        (own) => own.deleteFilter(id),
        () => t('shelfFilterRemoved'),
      ),
  };
}

export type ShelfState = ReturnType<typeof useShelf>;
