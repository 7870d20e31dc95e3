import { useEffect, useState } from 'preact/hooks';
import type { Library, Sort } from '../library/library';
import { t } from '../locale';
import type { Draft } from '../ui/note-field';
import { SurfaceDialogs } from '../ui/surface-dialogs';
import { Toasts } from '../ui/toast';
import { useEscape } from '../ui/use-escape';
import { useKept } from '../ui/use-kept';
import { usePaperKeys } from '../ui/use-paper-keys';
import { useSurface } from '../ui/use-surface';
import type { Anchor } from '../ui/use-window';
import { FilterDialog } from './filter-dialog';
import { Middle } from './middle';
import { Overview } from './overview';
import { Pane } from './pane';
import { Side } from './side';
import { TagEditor } from './tag-editor';
import { TopBar } from './top-bar';
import { Trash } from './trash';
import { useNamedPaper } from './use-named-paper';
import { useTagActs } from './use-tag-acts';
import { useTotals } from './use-totals';

/** What the middle shows. */
export type View = 'papers' | 'trash' | 'overview';

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

/** The whole library in a tab: where to go, the papers, the one paper. */
export function Shelf({ library, kept }: { library: Library; kept: Partial<Kept> }) {
  const { values, keep, keepQuietly } = useKept<Kept>(keptAs, { ...start, ...kept });
  const { query, sort } = values;
  const surface = useSurface(library, query, sort);
  const { list, changes, tags, search, setDialog } = surface;
  const totals = useTotals(library);
  const [view, setView] = useState<View>('papers');
  const [isSideOpen, setSideOpen] = useState(false);
  const [isPaneOpen, setPaneOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [focus, setFocus] = useState<'note'>();
  const tagActs = useTagActs(surface);
  useEffect(() => search.current?.focus(), []);

  const ask = (text: string) => {
    setView('papers');
    setSideOpen(false);
    keep({ query: text, at: undefined });
  };
  const show = (n: number, on?: 'note') => {
    list.current.set(n);
    setFocus(on);
    setPaneOpen(true);
  };
  useNamedPaper(library, list, query, (n) => {
    if (n === undefined) return ask('');
    show(n);
  });
  const works = usePaperKeys({
    keys: surface.keys,
    state: list,
    changes,
    search,
    onDetails: show,
    onTag: (papers) => setDialog({ kind: 'tag', papers }),
    onNote: (n) => show(n, 'note'),
    onCopy: (papers) => void surface.copyCitations(papers),
    onExport: (papers) => setDialog({ kind: 'export', papers }),
    onHelp: () => setDialog({ kind: 'keys' }),
  });
  useEscape(() => {
    setFocus(undefined);
    if (isPaneOpen) setPaneOpen(false);
    else if (list.selection.selected.length) list.selection.clear();
    else return false;
    list.current.focus();
    return true;
  });
  const classes = ['shelf', isSideOpen && 'side-open', isPaneOpen && 'pane-open', view !== 'papers' && 'wide'];
  const saveFilter = (name: string) =>
    void changes.attempt(
      (own) => own.saveFilter({ name, query: query.trim(), sort }),
      () => t('shelfFilterSaved', name),
    );
  return (
    <div class={classes.filter(Boolean).join(' ')}>
      <TopBar
        query={query}
        sort={sort}
        search={search}
        searchKey={surface.keys.search}
        known={surface.known}
        problems={list.shown?.found.problems ?? []}
        hasRows={view === 'papers' && list.numbers.length > 0}
        canSave={query.trim() !== '' && !totals?.filters.some((filter) => filter.query === query.trim())}
        onQuery={ask}
        onSort={(to) => keep({ sort: to, at: undefined })}
        onDown={list.current.focus}
        onSaveFilter={() => setSaving(true)}
        onSide={() => setSideOpen(!isSideOpen)}
        onHelp={() => setDialog({ kind: 'keys' })}
      />
      <Side
        query={query}
        view={view}
        totals={totals}
        tags={tags}
        acts={tagActs.acts}
        onQuery={ask}
        onView={(to) => {
          setView(to);
          setSideOpen(false);
        }}
        onFilterRemove={(id) =>
          void changes.attempt(
            (own) => own.deleteFilter(id),
            () => t('shelfFilterRemoved'),
          )
        }
      />
      <main class="content">
        {view === 'papers' && (
          <>
            <Middle
              surface={surface}
              query={query}
              sort={sort}
              startAt={kept.at}
              onQuery={ask}
              onOpen={(n) => show(n)}
              onScroll={(at) => keepQuietly({ at })}
            />
            <Pane
              library={library}
              surface={surface}
              n={list.current.current}
              draft={values.draft}
              focus={focus}
              onDraft={(draft) => keep({ draft })}
              onBack={() => setPaneOpen(false)}
            />
          </>
        )}
        {view === 'trash' && <Trash library={library} changes={changes} />}
        {view === 'overview' && <Overview library={library} tags={tags} />}
      </main>
      <Toasts toasts={surface.toasts} onDismiss={surface.dismiss} />
      {tagActs.edited && <TagEditor {...tagActs.editor(tagActs.edited)} />}
      {isSaving && (
        <FilterDialog
          query={query}
          names={totals?.filters.map((filter) => filter.name) ?? []}
          onSave={saveFilter}
          onClose={() => setSaving(false)}
        />
      )}
      <SurfaceDialogs library={library} surface={surface} works={works} />
    </div>
  );
}
