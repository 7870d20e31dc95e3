import { t } from '../../locale';
import type { Changes } from '../library/use-changes';
import { useCompleting } from './use-completing';

/** A button that fetches the missing details of papers from arXiv, and its progress. */
export function CompleteButton({ numbers, changes }: { numbers: readonly number[]; changes: Changes }) {
  const { done, complete } = useCompleting(changes);
  if (done !== undefined) return <progress aria-label={t('completeDoing')} value={done} max={1} />;
  return (
    <button type="button" class="link" onClick={() => void complete(numbers)}>
      {t('completeFrom')}
    </button>
  );
}
