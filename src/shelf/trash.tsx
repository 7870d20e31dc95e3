import { useState } from 'preact/hooks';
import type { Library } from '../library/library';
import { keepFor } from '../library/trash';
import type { Row } from '../library/types';
import { day, plural, t } from '../locale';
import { plainText } from '../paper/tex/plain-text';
import { Dialog } from '../ui/kit/dialog';
import type { Changes } from '../ui/library/use-changes';
import { useRead } from '../ui/library/use-read';
import { authorsLine } from '../ui/paper/paper-words';
import { EmptyState } from '../ui/search/empty';

function TrashRow({ row, onRestore }: { row: Row; onRestore(): void }) {
  return (
    <li class="trash-row">
      <div>
        <h2 dir="auto">{plainText(row.facts.title)}</h2>
        <p>
          {authorsLine(row.facts)}
          {row.removedAt !== undefined && ` · ${t('shelfTrashUntil', day(row.removedAt + keepFor))}`}
        </p>
      </div>
      <button type="button" class="btn" onClick={onRestore}>
        {t('shelfRestore')}
      </button>
    </li>
  );
}

/** Papers shown at once: a trash is searched for what was deleted lately. */
const maxRows = 500;

/** The papers deleted in the last 30 days, to be restored or permanently deleted. */
export function Trash({ library, changes }: { library: Library; changes: Changes }) {
  const [rows] = useRead(library, (own) => own.trash());
  const [isAsking, setAsking] = useState(false);
  if (!rows) return <section class="middle" />;
  if (rows.length === 0)
    return (
      <section class="middle">
        <EmptyState title={t('shelfTrashEmpty')}>
          <p>{t('shelfTrashHow')}</p>
        </EmptyState>
      </section>
    );
  const restore = (numbers: number[]) =>
    void changes.attempt(
      (own) => own.restore(numbers),
      () => plural('shelfRestored', numbers.length),
    );
  const empty = () => {
    setAsking(false);
    void changes.attempt(
      (own) => own.emptyTrash(),
      (gone) => plural('shelfTrashGone', gone),
    );
  };
  return (
    <section class="middle" aria-label={t('shelfTrash')}>
      <header class="middle-head">
        <p>{t('shelfTrashHow')}</p>
        <span class="space" />
        <button type="button" class="btn danger" onClick={() => setAsking(true)}>
          {t('shelfTrashEmptyIt')}
        </button>
      </header>
      <ul class="list">
        {rows.slice(0, maxRows).map((row) => (
          <TrashRow key={row.n} row={row} onRestore={() => restore([row.n])} />
        ))}
      </ul>
      {isAsking && (
        <Dialog
          title={plural('shelfTrashAsk', rows.length)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <button type="button" class="btn" onClick={() => setAsking(false)}>
                {t('uiCancel')}
              </button>
              <button type="button" class="btn danger" onClick={empty}>
                {t('shelfTrashForGood')}
              </button>
            </>
          }
        >
          <p>{t('shelfTrashNoUndo')}</p>
        </Dialog>
      )}
    </section>
  );
}
