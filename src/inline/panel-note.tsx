import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../locale';
import { ask } from '../messages/transport';

interface PanelNoteProps {
  /** Id of the paper, for the draft. */
  paper: string;
  note: string;
  label: string;
  /** Text that was typed before and not saved. */
  draft: string | undefined;
  /** Resolves to true once the note is saved. */
  onSave(note: string): Promise<boolean>;
}

/** How long after the last key a note is saved, ms. Leaving the field saves it at once. */
const saveAfterMs = 1500;

/** A note that is saved while typing. Text that could not be saved stays in the field, and as a draft in the background. */
export function PanelNote({ paper, note, label, draft, onSave }: PanelNoteProps) {
  const [text, setText] = useState(draft ?? note);
  const unsaved = useRef(draft);
  const timer = useRef(0);
  // A draft that cannot be stored is still in the field, and saved from there.
  const keep = (typed?: string) =>
    void ask('keepDraft', { key: paper, ...(typed !== undefined && { text: typed }) }).catch(() => undefined);
  const save = async () => {
    clearTimeout(timer.current);
    const typed = unsaved.current;
    if (typed === undefined) return;
    if (!(await onSave(typed)) || unsaved.current !== typed) return;
    unsaved.current = undefined;
    keep();
  };
  useEffect(() => {
    // Shows a change made elsewhere, unless there is unsaved text.
    if (unsaved.current === undefined) setText(note);
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
        unsaved.current = value;
        // At each key, since the page may remove the frame at any time.
        keep(value);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(save, saveAfterMs);
      }}
      onBlur={save}
    />
  );
}
