import type { Library } from '../library/library';
import type { Row } from '../library/types';
import { number, plural, t } from '../locale';
import { authorsLine, whereAndWhen } from '../ui/paper/paper-words';
import { Empty } from '../ui/search/empty';
import type { Surface } from '../ui/surface/use-surface';
import { useDuplicates } from './use-duplicates';

/** At most so many groups are drawn: they go as they are dealt with. */
const most = 200;

function Group({ rows, onCompare }: { rows: readonly Row[]; onCompare(): void }) {
  const [first] = rows;
  return (
    <li class="trash-row">
      <div>
        <h2 dir="auto">{first?.facts.title}</h2>
        {rows.map((row) => (
          <p key={row.n}>
            <bdi>{authorsLine(row.facts)}</bdi> · {whereAndWhen(row.facts, row.key)}
          </p>
        ))}
      </div>
      <button
        type="button"
        class="btn"
        aria-label={t('shelfCompareName', first?.facts.title ?? '')}
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

/** Papers that may be there twice, though they share no id: to be looked at side by side. Nothing is joined by itself. */
export function Duplicates({ library, surface, onCompare }: DuplicatesProps) {
  const groups = useDuplicates(library, surface.settings.values.apart);
  if (!groups) return <section class="middle" aria-label={t('shelfDuplicates')} aria-busy="true" />;
  if (groups.length === 0)
    return (
      <section class="middle" aria-label={t('shelfDuplicates')}>
        <Empty title={t('shelfDuplicatesNone')}>
          <p>{t('shelfDuplicatesHow')}</p>
        </Empty>
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
        {groups.slice(0, most).map((rows) => (
          <Group
            key={rows.map((row) => row.n).join(' ')}
            rows={rows}
            onCompare={() => onCompare(rows.map(({ n }) => n))}
          />
        ))}
      </ul>
      {groups.length > most && <p class="middle-foot">{t('importMore', number(groups.length - most))}</p>}
    </section>
  );
}
