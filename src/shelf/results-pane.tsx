import { number, plural, t } from '../locale';
import type { Sort } from '../query/query';
import { toggleTerm } from '../query/terms';
import { Icon } from '../ui/kit/icons';
import { PaperList } from '../ui/list/paper-list';
import type { Anchor } from '../ui/list/use-window';
import { BackupOffer } from '../ui/surface/backup-offer';
import { DataLossNotice } from '../ui/surface/data-loss-notice';
import { ListBody } from '../ui/surface/list-body';
import { SelectionBar } from '../ui/surface/selection-bar';
import type { Surface } from '../ui/surface/use-surface';
import { dragPapers } from './drag';

interface ResultsPaneProps {
  surface: Surface;
  query: string;
  sort: Sort;
  startAt: Anchor | undefined;
  onQuery(query: string): void;
  onOpen(n: number): void;
  onScroll(at: Anchor): void;
}

/** The papers found, and the actions on them. */
export function ResultsPane({ surface, query, sort, startAt, onQuery, onOpen, onScroll }: ResultsPaneProps) {
  const { list, tags, setDialog } = surface;
  const { selection, results, numbers } = list;
  const count = numbers.length;
  const drag = (event: DragEvent, n: number) => dragPapers(event, selection.has(n) ? selection.selected : [n]);
  return (
    <section class="middle">
      <DataLossNotice library={surface.library} />
      <BackupOffer surface={surface} />
      <ListBody surface={surface} error={list.error} query={query} onQuery={onQuery}>
        <PaperList
          state={list}
          tags={tags}
          listOf={`${sort.by} ${query}`}
          startAt={startAt}
          onOpen={onOpen}
          onTag={(name) => onQuery(toggleTerm(query, 'tag', name))}
          onDrag={drag}
          onScroll={onScroll}
        />
      </ListBody>
      {selection.selected.length > 0 ? (
        <SelectionBar surface={surface} />
      ) : (
        <footer class="middle-foot">
          <span class={query.trim() ? 'count' : 'count all'} role="status">
            {query.trim() ? t('popupCountOf', number(count), number(results?.size ?? count)) : plural('papers', count)}
          </span>
          <span class="space" />
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
