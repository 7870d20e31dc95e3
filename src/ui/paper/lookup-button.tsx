import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { lazy } from '../kit/lazy';
import type { Changes } from '../library/use-changes';

const LookupDialog = lazy(async () => (await import('./lookup-dialog')).LookupDialog);

/** A button that opens the dialog which updates papers from services. */
export function LookupButton({ numbers, changes }: { numbers: readonly number[]; changes: Changes }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {t('lookupFrom')}
      </button>
      {isOpen && <LookupDialog numbers={numbers} changes={changes} onClose={() => setOpen(false)} />}
    </>
  );
}
