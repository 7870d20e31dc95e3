import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../locale';

interface PanelNoteProps {
  note: string;
  label: string;
  /** Resolves to true once the note is durable. */
  onSave(note: string): Promise<boolean>;
  /** What was typed and is not durable yet, across openings of the panel: a half-written note survives. */
  draft: { text?: string };
}

/** How long after the last key a note is saved; leaving the field saves it at once. */
const saveAfterMs = 1500;

/** A note that saves itself. What could not be saved stays in the field. */
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
    // A change made elsewhere shows, unless something else is being typed here.
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
