import { useState } from 'preact/hooks';
import { type Format, formats } from '../../formats';
import type { ReadOptions } from '../../formats/file-items';
import type { Library } from '../../library/library';
import { language, plural, t } from '../../locale';
import { Dialog } from '../kit/dialog';
import { errorWords } from '../library/error-words';
import type { Changes } from '../library/use-changes';
import { ColumnChoice } from './column-choice';
import { PreviewOf } from './import-preview';
import { type HowToImport, type ImportState, useImport } from './use-import';

interface ImportDialogProps {
  library: Library;
  changes: Changes;
  onClose(): void;
}

/** Names of the formats that are recognised by content, as a list in the interface's language. */
const recognisedFormats = (): string =>
  new Intl.ListFormat(language(), { type: 'unit' }).format(
    formats.filter((format: Format) => format.looksLike !== undefined && format.id !== 'json').map(({ name }) => name),
  );

/** A field whose text is read like a file. */
function Pasted({ onFile }: { onFile(file: File): void }) {
  const [text, setText] = useState('');
  const read = (whole: string) => onFile(new File([whole], t('importPasted')));
  return (
    <label class="labelled">
      {t('importPaste')}
      <textarea
        class="field"
        rows={3}
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          // Read at once: a field with fifty megabytes of text would block the page.
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          if (pasted === '') return;
          event.preventDefault();
          read(text + pasted);
        }}
      />
      {text.trim() !== '' && (
        <button type="button" class="btn" onClick={() => read(text)}>
          {t('importLook')}
        </button>
      )}
    </label>
  );
}

function Body({ state, choose }: { state: ImportState; choose(file: File, options?: ReadOptions): void }) {
  if (state.is === 'reading' || state.is === 'writing')
    return (
      <label class="labelled">
        {state.is === 'reading' ? t('importReading', state.name) : t('importWriting')}
        <progress value={state.done} max={1} />
      </label>
    );
  if (state.is === 'columns')
    return <ColumnChoice table={state.table} onRead={(columns) => choose(state.file, { columns })} />;
  if (state.is === 'preview') return <PreviewOf preview={state.preview} />;
  return (
    <>
      {state.is === 'not-recognised' && <p role="alert">{t('importStrange', state.name)}</p>}
      {state.is === 'newer' && <p role="alert">{t('importNewer')}</p>}
      {state.is === 'failed' && <p role="alert">{errorWords(state.error)}</p>}
      <label class="drop">
        {t('importChoose')}
        <input
          type="file"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) choose(file);
          }}
        />
      </label>
      <Pasted onFile={choose} />
      <p class="hint">{t('importWhat', recognisedFormats())}</p>
    </>
  );
}

/** Choices for a backup: merge or replace, with or without its settings. */
function HowToRestore({ how, onHow }: { how: HowToImport; onHow(how: HowToImport): void }) {
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={how.replace}
          onChange={(event) => onHow({ ...how, replace: event.currentTarget.checked })}
        />
        {t('importReplace')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={how.settings}
          onChange={(event) => onHow({ ...how, settings: event.currentTarget.checked })}
        />
        {t('importSettings')}
      </label>
    </>
  );
}

/** Imports a file that is chosen, dropped or pasted: shows a preview, then imports it as one change that can be undone. */
export function ImportDialog({ library, changes, onClose }: ImportDialogProps) {
  const { state, choose, reset, apply } = useImport(library, changes);
  const [how, setHow] = useState<HowToImport>();
  const preview = state.is === 'preview' ? state.preview : undefined;
  const chosen = how ?? { replace: false, settings: preview?.isFirst ?? false };
  const count = preview?.plan.papers.filter(({ is }) => is === 'new' || is === 'changed').length ?? 0;
  const close = () => {
    reset();
    onClose();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) choose(file);
  };
  return (
    <Dialog
      title={t('importTitle')}
      onClose={close}
      actions={
        <>
          <button type="button" class="btn" onClick={close}>
            {t('uiCancel')}
          </button>
          {preview && (
            <button
              type="button"
              class="btn primary"
              disabled={count === 0 && !(preview.isBackup && (chosen.replace || chosen.settings))}
              onClick={() => void apply(preview, chosen).then(onClose)}
            >
              {plural('importDo', count)}
            </button>
          )}
        </>
      }
    >
      {/* A file can be dropped as well as chosen. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div class="import" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <Body state={state} choose={choose} />
        {preview?.isBackup && <HowToRestore how={chosen} onHow={setHow} />}
      </div>
    </Dialog>
  );
}
