import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../locale';
import { IconButton } from '../kit/icon-button';
import { Markdown } from './markdown';
import type { OnQuery } from './note-text';

/** The unsaved text of a paper's note. */
export interface NoteDraft {
  n: number;
  text: string;
}

interface NoteEditorProps {
  n: number;
  /** The saved note: Markdown. */
  note: string;
  title: string;
  draft: NoteDraft | undefined;
  /** Whether it is to take the focus. */
  isWanted: boolean;
  /** Whether the note is shown as rendered Markdown until it is edited. */
  hasPreview?: boolean;
  /** Searches the library: tags and `[[…]]` of the shown note do. */
  onQuery?: OnQuery | undefined;
  onDraft(draft: NoteDraft | undefined): void;
  onSave(note: string): Promise<boolean>;
  /** The field lost the focus. */
  onLeave(): void;
  /** Lines of an empty field. */
  rows?: number;
}

interface NotePreviewProps {
  note: string;
  onEdit(): void;
  onQuery?: OnQuery | undefined;
}

function NotePreview({ note, onEdit, onQuery }: NotePreviewProps) {
  return (
    <div class="note-shown">
      <Markdown text={note} onQuery={onQuery} />
      <IconButton name={t('uiNoteEdit')} icon="edit" onClick={onEdit} />
    </div>
  );
}

/**
 * The note of a paper. It is saved when the field loses the focus, and with Ctrl+Enter. Until then the text is a draft: it
 * survives closing the popup, and changes made elsewhere do not overwrite it.
 */
export function NoteEditor({
  n,
  note,
  title,
  draft,
  isWanted,
  hasPreview = false,
  rows = 2,
  onDraft,
  ...props
}: NoteEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEdited, setEdited] = useState(false);
  const own = draft?.n === n ? draft : undefined;
  const text = own?.text ?? note;
  const isShown = hasPreview && !isEdited && !own && !isWanted && note !== '';
  // A layout effect: the next key press is meant for the note.
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
  if (isShown) return <NotePreview note={note} onEdit={() => setEdited(true)} onQuery={props.onQuery} />;
  return (
    <div class="note-field">
      <textarea
        ref={field}
        class="field"
        dir="auto"
        rows={Math.min(12, Math.max(rows, text.split('\n').length))}
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
