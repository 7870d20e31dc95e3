import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import { t } from '../locale';
import type { ListView } from '../query/list-view';
import type { Sort } from '../query/query';
import { useEscape } from '../ui/kit/use-escape';
import { useFocusAtStart } from '../ui/list/use-focus-at-start';
import type { Anchor } from '../ui/list/use-window';
import type { NoteDraft } from '../ui/paper/note-editor';
import { usePaletteKey } from '../ui/surface/use-palette-key';
import { usePaperKeys } from '../ui/surface/use-paper-keys';
import { useSessionState } from '../ui/surface/use-session-state';
import { useSurface } from '../ui/surface/use-surface';
import { useWantedPaper } from '../ui/surface/use-wanted-paper';
import { useReading } from './reading/use-reading';
import type { TodayOrder } from './today/today-order';
import { useToday } from './today/use-today';
import { useListView } from './use-list-view';
import { useNamedPaper } from './use-named-paper';
import { useTagActions } from './use-tag-actions';
import { useTotals } from './use-totals';

/** What the main area shows. */
export type ShelfView = 'papers' | 'today' | 'duplicates' | 'trash' | 'overview';

/** State that survives closing the library. */
export interface ShelfSession {
  query: string;
  /** The query that filters *Today*. */
  todayQuery: string;
  todayOrder: TodayOrder;
  sort: Sort;
  at?: Anchor | undefined;
  draft?: NoteDraft | undefined;
}
/** Where it is stored. */
export const shelfSessionKey = 'shelf';
/** Where the details take the place of the list, as in `shelf.css`. */
const paneOverList = '(max-width: 760px)';
const initial: ShelfSession = {
  query: '',
  todayQuery: '',
  todayOrder: 'likely',
  sort: { by: 'saved', descending: true },
};

/** Whether the page's address asks for *Today*. */
const isTodayNamed = (): boolean => location.hash === '#today';

/** Which view, panes and dialogs are open. */
function useLayout() {
  const [view, setView] = useState<ShelfView>(isTodayNamed() ? 'today' : 'papers');
  useEffect(() => {
    const onHash = () => isTodayNamed() && setView('today');
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  const [isSideOpen, setSideOpen] = useState(false);
  const [isPaneOpen, setPaneOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  /** The import that is open, with the file that was dropped. */
  const [importing, setImporting] = useState<{ file?: File }>();
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
    importing,
    setImporting,
    merging,
    setMerging,
    noteWanted,
    wantNote,
  };
}

/** State of the library page, and the actions on it. */
export function useShelf(library: Library, stored: Partial<ShelfSession>, storedView: ListView) {
  const session = useSessionState<ShelfSession>(shelfSessionKey, { ...initial, ...stored });
  const { query, todayQuery, todayOrder, sort, draft } = session.values;
  const view = useListView(storedView);
  const surface = useSurface(library, { query, sort, group: view.group });
  const { list, changes, search, setDialog } = surface;
  const reading = useReading(surface);
  const [isPeeking, setPeeking] = useState(false);
  const totals = useTotals(library, list.results !== undefined);
  const layout = useLayout();
  const today = useToday(surface, layout.view === 'today', todayQuery, todayOrder);
  /** The query of the view that is open. */
  const shownQuery = layout.view === 'today' ? todayQuery : query;
  const tagActions = useTagActions(surface);
  useFocusAtStart(list);

  const ask = (text: string) => {
    layout.setView('papers');
    reading.leave();
    layout.setSideOpen(false);
    layout.setPaneOpen(false); // in a narrow window it would lie over the results
    session.set({ query: text, at: undefined });
  };
  const show = (n: number, on?: 'note') => {
    reading.leave();
    list.current.set(n);
    layout.wantNote(on && n);
    layout.setPaneOpen(true);
  };
  const want = useWantedPaper(list, query, (n) => (n === undefined ? ask('') : show(n)));
  useNamedPaper(library, want);
  usePaletteKey(() => setDialog({ kind: 'palette' }));
  const actions = usePaperKeys({
    keys: surface.keys,
    state: list,
    changes,
    search,
    isShown: layout.view === 'papers' && reading.n === undefined,
    elsewhere: reading.n !== undefined ? reading.actions : layout.view === 'today' ? today.actions : undefined,
    onDetails: reading.start,
    onPeek: () => setPeeking(!isPeeking),
    onTag: (papers) => setDialog({ kind: 'tag', papers }),
    onNote: (n) => show(n, 'note'),
    onCopy: (papers) => void surface.copyCitations(papers),
    onExport: (papers) => setDialog({ kind: 'export', papers }),
    onOpenLinks: (papers, kind) => void surface.openLinks(papers, kind),
    onHelp: () => setDialog({ kind: 'keys' }),
  });
  const open = layout.view === 'today' ? today : list;
  useEscape(() => {
    // What lies over the list goes first. In a wide window the details are beside it, and Escape leaves them there.
    if (reading.n !== undefined) {
      reading.close();
      return true;
    }
    if (layout.isSideOpen) layout.setSideOpen(false);
    else if (layout.isPaneOpen && matchMedia(paneOverList).matches) layout.setPaneOpen(false);
    else if (isPeeking) setPeeking(false);
    else if (open.selection.selected.length) open.selection.clear();
    else return false;
    open.current.focus();
    return true;
  });
  return {
    ...layout,
    library,
    surface,
    totals,
    reading,
    peeked: isPeeking ? list.current.current : undefined,
    actions,
    showPaper: want,
    listView: view,
    tagActions,
    today,
    query,
    shownQuery,
    todayOrder,
    setTodayOrder: (by: TodayOrder) => session.set({ todayOrder: by }),
    askToday: (text: string) => session.set({ todayQuery: text }),
    sort,
    draft,
    startAt: stored.at,
    ask,
    show,
    setSort: (by: Sort) => session.set({ sort: by, at: undefined }),
    goTo: (view: ShelfView) => {
      reading.leave();
      layout.setView(view);
      layout.setSideOpen(false);
    },
    setDraft: (now: NoteDraft | undefined) => session.set({ draft: now }),
    onScroll: (at: Anchor) => session.setLater({ at }),
    saveFilter: (name: string) =>
      void changes.attempt(
        (own) => own.saveFilter({ name, query: shownQuery.trim(), sort }),
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
