import { useEffect } from 'preact/hooks';
import type { Library } from '../library/library';
import { t } from '../locale';
import { defaultListView, type ListView } from '../query/list-view';
import { Toasts } from '../ui/kit/toast';
import { SurfaceDialogs } from '../ui/surface/surface-dialogs';
import { DetailsPane } from './details-pane';
import { FileDrop } from './file-drop';
import { later, preloadLater } from './later';
import { ResultsPane } from './results-pane';
import { shelfCommands } from './shelf-commands';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';
import { type ShelfSession, type ShelfState, useShelf } from './use-shelf';

/** The bar above everything: search and order. */
function Top({ shelf }: { shelf: ShelfState }) {
  const { surface, shownQuery: query, totals, today } = shelf;
  const { list } = surface;
  const isToday = shelf.view === 'today';
  const isSaved = totals?.filters.some((filter) => filter.query === query.trim());
  return (
    <TopBar
      query={query}
      sort={shelf.sort}
      view={shelf.listView}
      search={surface.search}
      searchKey={surface.keys.search}
      known={surface.known}
      problems={isToday ? today.problems : (list.results?.found.problems ?? [])}
      hasRows={isToday ? today.numbers.length > 0 : shelf.view === 'papers' && list.numbers.length > 0}
      canSave={query.trim() !== '' && !isSaved}
      onQuery={isToday ? shelf.askToday : shelf.ask}
      onSort={shelf.setSort}
      hasSort={!isToday}
      onDown={isToday ? today.current.focus : list.current.focus}
      onSaveFilter={() => shelf.setSaving(true)}
      onSide={() => shelf.setSideOpen(!shelf.isSideOpen)}
      onImport={() => shelf.setImporting({})}
      onHelp={() => surface.setDialog({ kind: 'keys' })}
    />
  );
}

/** The view that is open: the papers with the current one, the trash, the overview, or possible duplicates. */
function Content({ shelf }: { shelf: ShelfState }) {
  const { library, surface, view } = shelf;
  const { changes, tags } = surface;
  if (view === 'today')
    return (
      <later.Today
        library={library}
        today={shelf.today}
        settings={surface.settings}
        query={shelf.shownQuery}
        onQuery={shelf.askToday}
        order={shelf.todayOrder}
        onOrder={shelf.setTodayOrder}
        onUnfollowed={(text, undo) => surface.show(text, { action: { label: t('uiUndo'), run: undo } })}
      />
    );
  if (view === 'trash') return <later.Trash library={library} changes={changes} />;
  if (view === 'overview') return <later.Overview library={library} tags={tags} />;
  if (view === 'duplicates')
    return <later.Duplicates library={library} surface={surface} onCompare={shelf.setMerging} />;
  return (
    <>
      <ResultsPane
        surface={surface}
        query={shelf.query}
        sort={shelf.sort}
        view={shelf.listView}
        startAt={shelf.startAt}
        onQuery={shelf.ask}
        onSort={shelf.setSort}
        peeked={shelf.peeked}
        onOpen={(n, how) => (how === 'key' ? shelf.reading.start() : shelf.show(n))}
        onRead={shelf.reading.start}
        onScroll={shelf.onScroll}
      />
      <DetailsPane shelf={shelf} />
    </>
  );
}

/** The dialog that is open, if any. */
function Dialogs({ shelf }: { shelf: ShelfState }) {
  const { library, surface, tagActions, merging } = shelf;
  return (
    <>
      {tagActions.edited && <later.TagEditor {...tagActions.editor(tagActions.edited)} />}
      {shelf.isSaving && (
        <later.FilterDialog
          query={shelf.shownQuery}
          names={shelf.totals?.filters.map((filter) => filter.name) ?? []}
          onSave={shelf.saveFilter}
          onClose={() => shelf.setSaving(false)}
        />
      )}
      {shelf.importing && (
        <later.ImportDialog
          library={library}
          changes={surface.changes}
          file={shelf.importing.file}
          onClose={() => shelf.setImporting(undefined)}
        />
      )}
      {merging && (
        <later.MergeDialog
          library={library}
          surface={surface}
          numbers={merging}
          onClose={() => shelf.setMerging(undefined)}
        />
      )}
      <SurfaceDialogs
        surface={surface}
        actions={shelf.actions}
        query={shelf.query}
        onQuery={shelf.ask}
        onPaper={shelf.showPaper}
        {...shelfCommands(shelf)}
      />
    </>
  );
}

interface ShelfProps {
  library: Library;
  stored: Partial<ShelfSession>;
  /** How papers were listed when the library was last open. */
  view?: ListView;
}

/** The library page: sidebar, papers, and the current paper. */
export function Shelf({ library, stored, view: storedView = defaultListView }: ShelfProps) {
  const shelf = useShelf(library, stored, storedView);
  const { surface, view } = shelf;
  const isListed = surface.list.results !== undefined;
  useEffect(() => {
    if (isListed) preloadLater();
  }, [isListed]);
  const classes = [
    'shelf',
    shelf.isSideOpen && 'side-open',
    shelf.isPaneOpen && 'pane-open',
    view !== 'papers' && 'wide',
    shelf.reading.n !== undefined && 'is-reading',
  ];
  return (
    <div class={classes.filter(Boolean).join(' ')}>
      <Top shelf={shelf} />
      <Sidebar
        query={shelf.query}
        view={view}
        totals={shelf.totals}
        tags={surface.tags}
        tagActions={shelf.tagActions.ofTree}
        onQuery={shelf.ask}
        onView={shelf.goTo}
        onFilterRemove={shelf.removeFilter}
      />
      <main class="content" hidden={shelf.reading.n !== undefined}>
        <Content shelf={shelf} />
      </main>
      {shelf.reading.n !== undefined && <later.ReadingView shelf={shelf} />}
      <FileDrop onFile={(file) => shelf.setImporting({ file })} />
      <Toasts toasts={surface.toasts} onDismiss={surface.dismiss} />
      <Dialogs shelf={shelf} />
    </div>
  );
}
