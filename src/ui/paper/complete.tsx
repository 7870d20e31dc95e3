import { t } from '../../locale';
import type { Changes } from '../library/use-changes';
import { useCompleting } from './use-completing';

/** Asks arXiv for what some papers lack, when pressed; shows how far it has come. */
export function Complete({ numbers, changes }: { numbers: readonly number[]; changes: Changes }) {
  const { done, complete } = useCompleting(changes);
  if (done !== undefined) return <progress aria-label={t('completeDoing')} value={done} max={1} />;
  return (
    <button type="button" class="link" onClick={() => void complete(numbers)}>
      {t('completeFrom')}
    </button>
  );
}
