import { useState } from 'preact/hooks';
import { t } from '../locale';
import { Dialog } from '../ui/kit/dialog';

interface FilterDialogProps {
  query: string;
  /** Names of saved searches: saving under one of them replaces it. */
  names: readonly string[];
  onSave(name: string): void;
  onClose(): void;
}

/** Saves the current search under a name. */
export function FilterDialog({ query, names, onSave, onClose }: FilterDialogProps) {
  const [name, setName] = useState('');
  const isTaken = names.some((each) => each.toLowerCase() === name.trim().toLowerCase());
  const save = (event: Event) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    onClose();
  };
  return (
    <Dialog
      title={t('shelfFilterSave')}
      onClose={onClose}
      actions={
        <button type="submit" form="save-filter" class="btn primary" disabled={name.trim() === ''}>
          {t('uiSave')}
        </button>
      }
    >
      <form id="save-filter" onSubmit={save}>
        <label class="labelled">
          {t('shelfFilterName')}
          <input
            class="field"
            type="text"
            autoFocus
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
      </form>
      <p class="hint" role="status">
        {isTaken ? t('shelfFilterReplaces') : query}
      </p>
    </Dialog>
  );
}
