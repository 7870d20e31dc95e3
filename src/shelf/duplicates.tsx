import type { Library } from '../library/library';
import type { Row } from '../library/types';
import { number, plural, t } from '../locale';
import { plainText } from '../paper/tex/plain-text';
import { authorsLine, whereAndWhen } from '../ui/paper/paper-words';
import { EmptyState } from '../ui/search/empty';
import type { Surface } from '../ui/surface/use-surface';
import { useDuplicates } from './use-duplicates';

/** Groups shown at once: they disappear as they are dealt with. */
const maxGroups = 200;

function Group({ rows, onCompare }: { rows: readonly Row[]; onCompare(): void }) {
  const [first] = rows;
  return (
    <li class="trash-row">
      <div>
        <h2 dir="auto">{plainText(first?.facts.title ?? '')}</h2>
        {rows.map((row) => (
          <p key={row.n}>
            <bdi>{authorsLine(row.facts)}</bdi> · {whereAndWhen(row.facts, row.key)}
          </p>
        ))}
      </div>
      <button
        type="button"
        class="btn"
        aria-label={t('shelfCompareName', plainText(first?.facts.title ?? ''))}
        onClick={onCompare}
      >
        {t('shelfCompare')}
      </button>
    </li>
  );
}

interface DuplicatesProps {
  library: Library;
  surface: Surface;
  onCompare(numbers: readonly number[]): void;
}

/** Papers that may be duplicates though they share no id, for the user to compare. Nothing is merged automatically. */
export function Duplicates({ library, surface, onCompare }: DuplicatesProps) {
  const groups = useDuplicates(library, surface.settings.values.apart);
  if (!groups) return <section class="middle" aria-label={t('shelfDuplicates')} aria-busy="true" />;
  if (groups.length === 0)
    return (
      <section class="middle" aria-label={t('shelfDuplicates')}>
        <EmptyState title={t('shelfDuplicatesNone')}>
          <p>{t('shelfDuplicatesHow')}</p>
        </EmptyState>
      </section>
    );
  return (
    <section class="middle" aria-label={t('shelfDuplicates')}>
      <header class="middle-head">
        <p>
          {plural('shelfDuplicatesCount', groups.length)} {t('shelfDuplicatesHow')}
        </p>
      </header>
      <ul class="list">
        {groups.slice(0, maxGroups).map((rows) => (
          <Group
            key={rows.map((row) => row.n).join(' ')}
            rows={rows}
            onCompare={() => onCompare(rows.map(({ n }) => n))}
          />
        ))}
      </ul>
      {groups.length > maxGroups && <p class="middle-foot">{t('importMore', number(groups.length - maxGroups))}</p>}
    </section>
  );
}
