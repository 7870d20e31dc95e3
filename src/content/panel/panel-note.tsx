import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../locale';

interface PanelNoteProps {
  note: string;
  label: string;
  /** Resolves to true once the note is saved. */
  onSave(note: string): Promise<boolean>;
  /** Text that was typed but not saved. It outlives the panel, so that a half-written note is not lost. */
  draft: { text?: string };
}

/** How long after the last key a note is saved. Leaving the field saves it at once. */
const saveAfterMs = 1500;

/** A note that is saved while typing. Text that could not be saved stays in the field. */
export function PanelNote({ note, label, onSave, draft }: PanelNoteProps) {
  const [text, setText] = useState(draft.text ?? note);
  const timer = useRef(0);
  const save = async () => {
    clearTimeout(timer.current);
    const { text: unsaved } = draft;
    if (unsaved === undefined) return;
    if ((await onSave(unsaved)) && draft.text === unsaved) delete draft.text;
  };
  useEffect(() => {
    // Shows a change made elsewhere, unless there is unsaved text.
    if (draft.text === undefined) setText(note);
  }, [note]);
  useEffect(() => {
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      void save();
    };
  }, []);
  return (
    <textarea
      class="field"
      rows={1}
      aria-label={label}
      placeholder={t('panelNote')}
      value={text}
      onInput={({ currentTarget: { value } }) => {
        setText(value);
        draft.text = value;
        clearTimeout(timer.current);
        timer.current = window.setTimeout(save, saveAfterMs);
      }}
      onBlur={save}
    />
  );
}
