import { useLayoutEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Sort } from '../query/query';
import { toggleTerm } from '../query/terms';
import { useEscape } from '../ui/kit/use-escape';
import type { Anchor } from '../ui/list/use-window';
import type { Draft } from '../ui/paper/note-field';
import { usePaperKeys } from '../ui/surface/use-paper-keys';
import { useKept } from '../ui/surface/use-session-state';
import { useSurface } from '../ui/surface/use-surface';
import { useWantedPaper } from '../ui/surface/use-wanted-paper';

/** What the popup keeps over its closing. */
export interface Kept {
  query: string;
  /** Where the list stands. */
  at?: Anchor | undefined;
  /** The paper unfolded. */
  open?: number | undefined;
  draft?: Draft | undefined;
}
/** Its name in the store. */
export const keptAs = 'popup';
const newestFirst: Sort = { by: 'saved', descending: true };

/** The popup's state, and what can be done in it. */
export function usePopup(library: Library, kept: Partial<Kept>) {
  const { values, keep, keepQuietly } = useKept<Kept>(keptAs, { query: '', ...kept });
  const { query, open, draft } = values;
  const surface = useSurface(library, query, newestFirst);
  const { list, search, setDialog } = surface;
  const [noteWanted, wantNote] = useState<number>();
  useLayoutEffect(() => search.current?.focus(), []);

  const ask = (text: string) => keep({ query: text, at: undefined });
  const [fresh, setFresh] = useState<number>();
  const unfold = (n: number, on?: 'note') => {
    wantNote(on && n);
    setFresh(n);
    keep({ open: n === open && !on ? undefined : n });
  };
  const show = useWantedPaper(list, query, (n) => (n === undefined ? ask('') : keep({ open: n })));
  useEscape(() => {
    if (list.selection.selected.length) list.selection.clear();
    else if (open !== undefined) unfold(open);
    else return false;
    list.current.focus();
    return true;
  });
  const works = usePaperKeys({
    keys: surface.keys,
    state: list,
    changes: surface.changes,
    search,
    onDetails: unfold,
    onTag: (papers) => setDialog({ kind: 'tag', papers }),
    onNote: (n) => unfold(n, 'note'),
    onCopy: (papers) => void surface.copyCitations(papers),
    onExport: (papers) => setDialog({ kind: 'export', papers }),
    onHelp: () => setDialog({ kind: 'keys' }),
  });
  return {
    library,
    surface,
    works,
    query,
    /** The paper unfolded. */
    open,
    draft,
    /** The paper that was unfolded last, since the popup opened. */
    fresh,
    /** The paper whose note takes the focus. */
    noteWanted,
    wantNote,
    startAt: kept.at,
    ask,
    unfold,
    /** Unfolds a paper wherever it is. */
    show,
    filter: (tag: string) => ask(toggleTerm(query, 'tag', tag)),
    setDraft: (now: Draft | undefined) => keep({ draft: now }),
    stand: (at: Anchor) => keepQuietly({ at }),
  };
}

export type PopupState = ReturnType<typeof usePopup>;
