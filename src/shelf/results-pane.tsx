import { number, plural, t } from '../locale';
import type { Sort } from '../query/query';
import { toggleTerm } from '../query/terms';
import { Icon } from '../ui/kit/icons';
import { PaperList } from '../ui/list/paper-list';
import { listOf } from '../ui/list/use-paper-list';
import { usePaperTable } from '../ui/list/use-paper-table';
import type { Anchor } from '../ui/list/use-window';
import { PeekedAbstract } from '../ui/paper/peeked-abstract';
import { BackupOffer } from '../ui/surface/backup-offer';
import { DataLossNotice } from '../ui/surface/data-loss-notice';
import { ListBody } from '../ui/surface/list-body';
import { SelectionBar } from '../ui/surface/selection-bar';
import type { Surface } from '../ui/surface/use-surface';
import { dragPapers } from './drag';
import type { ListViewState } from './use-list-view';

interface ResultsPaneProps {
  surface: Surface;
  query: string;
  sort: Sort;
  view: ListViewState;
  startAt: Anchor | undefined;
  onQuery(query: string): void;
  onSort(sort: Sort): void;
  /** The paper whose abstract is shown below its row. */
  peeked: number | undefined;
  onOpen(n: number, how: 'click' | 'key'): void;
  /** Reads the papers one after the other. */
  onRead(): void;
  onScroll(at: Anchor): void;
}

/** The papers found, and the actions on them. */
export function ResultsPane(props: ResultsPaneProps) {
  const { surface, query, sort, view, onQuery } = props;
  const { list, tags, setDialog } = surface;
  const { selection, results, numbers } = list;
  const count = numbers.length;
  const drag = (event: DragEvent, n: number) => dragPapers(event, selection.has(n) ? selection.selected : [n]);
  const peek = (n: number) => <PeekedAbstract library={surface.library} n={n} words={results?.found.words ?? []} />;
  const table = usePaperTable({
    columns: view.columns,
    sort,
    onSort: props.onSort,
    onColumns: (columns) => view.set({ columns }),
  });
  const papers = (
    <PaperList
      key={view.density}
      state={list}
      tags={tags}
      listOf={listOf({ query, sort, group: view.group })}
      startAt={props.startAt}
      density={view.density}
      columns={view.columnNames}
      table={view.density === 'table' ? table : undefined}
      group={view.group}
      open={props.peeked}
      {...(props.peeked !== undefined && { details: peek })}
      onOpen={props.onOpen}
      onTag={(name) => onQuery(toggleTerm(query, 'tag', name))}
      onDrag={drag}
      onScroll={props.onScroll}
    />
  );
  return (
    <section class="middle">
      <DataLossNotice library={surface.library} />
      <BackupOffer surface={surface} />
      <ListBody surface={surface} error={list.error} query={query} onQuery={onQuery}>
        {papers}
      </ListBody>
      {selection.selected.length > 0 ? (
        <SelectionBar surface={surface} />
      ) : (
        <footer class="middle-foot">
          <span class={query.trim() ? 'count' : 'count all'} role="status">
            {query.trim() ? t('popupCountOf', number(count), number(results?.size ?? count)) : plural('papers', count)}
          </span>
          <span class="space" />
          <button type="button" class="btn" disabled={count === 0} onClick={props.onRead}>
            <Icon name="library" /> {t('readingStart')}
          </button>
          <button
            type="button"
            class="btn"
            disabled={count === 0}
            onClick={() => setDialog({ kind: 'export', papers: Array.from(numbers) })}
          >
            <Icon name="download" /> {t('uiExport')}
          </button>
        </footer>
      )}
    </section>
  );
}
