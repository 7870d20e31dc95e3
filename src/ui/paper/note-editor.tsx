import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../locale';
import { IconButton } from '../kit/icon-button';
import { Markdown } from './markdown';

/** A note that is written but not saved. */
export interface NoteDraft {
  n: number;
  text: string;
}

interface NoteEditorProps {
  n: number;
  /** As it is in the library: Markdown. */
  note: string;
  title: string;
  draft: NoteDraft | undefined;
  /** Whether it is to take the focus, once. */
  isWanted: boolean;
  /** Whether the note is shown drawn until one edits it. */
  hasPreview?: boolean;
  onDraft(draft: NoteDraft | undefined): void;
  onSave(note: string): Promise<boolean>;
  /** It was left. */
  onLeave(): void;
}

function NotePreview({ note, onEdit }: { note: string; onEdit(): void }) {
  return (
    <div class="note-shown">
      <Markdown text={note} />
      <IconButton name={t('uiNoteEdit')} icon="edit" onClick={onEdit} />
    </div>
  );
}

/**
 * The note of a paper. It is saved when one leaves it or with Ctrl+Enter; until then what is typed is a draft, which
 * outlives the surface and is never overwritten by a change made elsewhere.
 */
export function NoteEditor({
  n,
  note,
  title,
  draft,
  isWanted,
  hasPreview = false,
  onDraft,
  ...props
}: NoteEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEdited, setEdited] = useState(false);
  const own = draft?.n === n ? draft : undefined;
  const text = own?.text ?? note;
  const isShown = hasPreview && !isEdited && !own && !isWanted && note !== '';
  // Before the next key: it is meant for the note.
  useLayoutEffect(() => {
    if (isWanted || isEdited) field.current?.focus();
  }, [isWanted, isEdited, n]);
  const save = async () => {
    if (own && (own.text === note || (await props.onSave(own.text)))) onDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  const leave = () => {
    setEdited(false);
    props.onLeave();
    void save();
  };
  if (isShown) return <NotePreview note={note} onEdit={() => setEdited(true)} />;
  return (
    <div class="note-field">
      <textarea
        ref={field}
        class="field"
        dir="auto"
        rows={Math.min(12, Math.max(2, text.split('\n').length))}
        aria-label={t('uiNoteOf', title)}
        placeholder={t('uiNotePlaceholder')}
        value={text}
        onInput={(event) => onDraft({ n, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        onBlur={leave}
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
