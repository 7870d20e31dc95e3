import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Sort } from '../query/query';
import { toggleTerm } from '../query/terms';
import { useEscape } from '../ui/kit/use-escape';
import type { Anchor } from '../ui/list/use-window';
import type { NoteDraft } from '../ui/paper/note-editor';
import { usePaletteKey } from '../ui/surface/use-palette-key';
import { usePaperKeys } from '../ui/surface/use-paper-keys';
import { useSessionState } from '../ui/surface/use-session-state';
import { useSurface } from '../ui/surface/use-surface';
import { useWantedPaper } from '../ui/surface/use-wanted-paper';

/** How long query, position and open paper are kept after the popup was used last, ms. */
const keptMs = 5 * 60 * 1000;
/** How often the time of use is noted while the popup is open, ms: it is not told when it closes. */
const noteUseMs = 5000;

/** State that survives closing the popup. */
export interface PopupSession {
  /** When the popup was last known to be open, ms since 1970. */
  usedAt?: number;
  query: string;
  /** Scroll position of the list. */
  at?: Anchor | undefined;
  /** The paper whose details are open. */
  open?: number | undefined;
  draft?: NoteDraft | undefined;
}
/** Where it is stored. */
export const popupSessionKey = 'popup';
const newestFirst: Sort = { by: 'saved', descending: true };

/** What is still kept of the state stored before: after a while only the draft of a note, which is nowhere else. */
export function keptSession(stored: Partial<PopupSession>, now: number): Partial<PopupSession> {
  const age = now - (stored.usedAt ?? Number.NEGATIVE_INFINITY);
  if (age >= 0 && age < keptMs) return stored;
  return stored.draft ? { draft: stored.draft } : {};
}

/** State of the popup, and the actions on it. */
export function usePopup(library: Library, stored: Partial<PopupSession>) {
  const session = useSessionState<PopupSession>(popupSessionKey, { query: '', ...stored });
  useEffect(() => {
    const note = () => session.setLater({ usedAt: Date.now() });
    note();
    const timer = setInterval(note, noteUseMs);
    return () => clearInterval(timer);
  }, []);
  const { query, open, draft } = session.values;
  const surface = useSurface(library, { query, sort: newestFirst });
  const { list, search, setDialog } = surface;
  const [noteWanted, wantNote] = useState<number>();
  // After the first frame, which it would hold up: to give the focus takes a layout.
  useEffect(() => {
    if (document.activeElement === document.body) search.current?.focus();
  }, []);

  const ask = (text: string) => session.set({ query: text, at: undefined });
  const [fresh, setFresh] = useState<number>();
  const unfold = (n: number, on?: 'note') => {
    wantNote(on && n);
    setFresh(n);
    session.set({ open: n === open && !on ? undefined : n });
  };
  const show = useWantedPaper(list, query, (n) => (n === undefined ? ask('') : session.set({ open: n })));
  useEscape(() => {
    if (list.selection.selected.length) list.selection.clear();
    else if (open !== undefined) unfold(open);
    else return false;
    list.current.focus();
    return true;
  });
  usePaletteKey(() => setDialog({ kind: 'palette' }));
  const actions = usePaperKeys({
    keys: surface.keys,
    state: list,
    changes: surface.changes,
    search,
    onDetails: unfold,
    onTag: (papers) => setDialog({ kind: 'tag', papers }),
    onNote: (n) => {
      list.current.goTo(list.numbers.indexOf(n));
      unfold(n, 'note');
    },
    onCopy: (papers) => void surface.copyCitations(papers),
    onExport: (papers) => setDialog({ kind: 'export', papers }),
    onOpenLinks: (papers, kind) => void surface.openLinks(papers, kind),
    onHelp: () => setDialog({ kind: 'keys' }),
  });
  return {
    library,
    surface,
    actions,
    query,
    /** The paper whose details are open. */
    open,
    draft,
    /** The paper that was opened last since the popup is open. */
    fresh,
    /** The paper whose note takes the focus. */
    noteWanted,
    wantNote,
    startAt: stored.at,
    ask,
    unfold,
    /** Opens the details of a paper, clearing the query if that hides it. */
    show,
    filter: (tag: string) => ask(toggleTerm(query, 'tag', tag)),
    setDraft: (now: NoteDraft | undefined) => session.set({ draft: now }),
    onScroll: (at: Anchor) => session.setLater({ at }),
  };
}

export type PopupState = ReturnType<typeof usePopup>;
