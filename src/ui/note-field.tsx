import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locale';

/** A note that is written but not saved. */
export interface Draft {
  n: number;
  text: string;
}

interface NoteFieldProps {
  n: number;
  /** As it is in the library. */
  note: string;
  title: string;
  draft: Draft | undefined;
  autoFocus: boolean;
  onDraft(draft: Draft | undefined): void;
  onSave(note: string): Promise<boolean>;
}

/**
 * The note of a paper. It is saved when one leaves it or with Ctrl+Enter; until then what is typed is a draft, which
 * outlives the surface and is never overwritten by a change made elsewhere.
 */
export function NoteField({ n, note, title, draft, autoFocus, onDraft, onSave }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const own = draft?.n === n ? draft : undefined;
  const text = own?.text ?? note;
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus, n]);
  const save = async () => {
    if (!own) return;
    if (own.text === note || (await onSave(own.text))) onDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <div class="note-field">
      <textarea
        ref={field}
        class="field"
        rows={Math.min(8, Math.max(2, text.split('\n').length))}
        aria-label={t('uiNoteOf', title)}
        placeholder={t('uiNotePlaceholder')}
        value={text}
        onInput={(event) => onDraft({ n, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      {own && own.text !== note && (
        <p class="note-state">
          {t('uiNoteUnsaved')}{' '}
          <button type="button" class="link" onClick={() => void save()}>
            {t('uiSave')}
          </button>{' '}
          <kbd>Ctrl ⏎</kbd>
        </p>
      )}
    </div>
  );
}
