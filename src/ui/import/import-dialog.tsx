import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Format, formats } from '../../formats';
import type { ReadOptions } from '../../formats/file-items';
import { chosenPlan, type ImportChoices, initialChoices, keywordsOf } from '../../library/import/import-choices';
import type { ImportPlan } from '../../library/import/import-plan';
import type { Library } from '../../library/library';
import { language, plural, t } from '../../locale';
import { Dialog } from '../kit/dialog';
import { errorWords } from '../library/error-words';
import type { Changes } from '../library/use-changes';
import { BatchChoices } from './batch-choices';
import { ColumnChoice } from './column-choice';
import { PreviewOf } from './import-preview';
import { type HowToImport, type ImportState, type Preview, useImport } from './use-import';

interface ImportDialogProps {
  library: Library;
  changes: Changes;
  /** A file that was dropped: read at once. */
  file?: File | undefined;
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

interface BodyProps {
  state: ImportState;
  plan: ImportPlan | undefined;
  choose(file: File, options?: ReadOptions): void;
}

function Body({ state, plan, choose }: BodyProps) {
  if (state.is === 'reading' || state.is === 'writing')
    return (
      <label class="labelled">
        {state.is === 'reading' ? t('importReading', state.name) : t('importWriting')}
        <progress value={state.done} max={1} />
      </label>
    );
  if (state.is === 'columns')
    return <ColumnChoice table={state.table} onRead={(columns) => choose(state.file, { columns })} />;
  if (state.is === 'preview') return <PreviewOf preview={state.preview} plan={plan ?? state.preview.plan} />;
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

/** What is chosen of the file that the preview shows, and the plan as chosen. A backup is taken as it is. */
function useBatch(preview: Preview | undefined) {
  const [own, setOwn] = useState<{ preview: Preview; choices: ImportChoices }>();
  const keywords = useMemo(() => (preview && !preview.isBackup ? keywordsOf(preview.plan) : []), [preview]);
  const initial = useMemo(() => initialChoices(keywords), [keywords]);
  const choices = own && own.preview === preview ? own.choices : initial;
  const plan = useMemo(
    () => preview && (preview.isBackup ? preview.plan : chosenPlan(preview.plan, choices, Date.now())),
    [preview, choices],
  );
  if (!preview || !plan) return undefined;
  const here = preview.plan.papers.filter(({ is }) => is === 'changed' || is === 'same').length;
  return { plan, keywords, here, choices, setChoices: (now: ImportChoices) => setOwn({ preview, choices: now }) };
}

/** Imports a file that is chosen, dropped or pasted: shows a preview, then imports it as one change that can be undone. */
export function ImportDialog({ library, changes, file, onClose }: ImportDialogProps) {
  const { state, choose, reset, apply } = useImport(library, changes);
  const [how, setHow] = useState<HowToImport>();
  const preview = state.is === 'preview' ? state.preview : undefined;
  const chosen = how ?? { replace: false, settings: preview?.isFirst ?? false };
  const batch = useBatch(preview);
  useEffect(() => {
    if (file) choose(file);
  }, [file]);
  const count = batch?.plan.papers.filter(({ is }) => is === 'new' || is === 'changed').length ?? 0;
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
              onClick={() => void apply({ ...preview, plan: batch?.plan ?? preview.plan }, chosen).then(onClose)}
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
        <Body state={state} plan={batch?.plan} choose={choose} />
        {batch && !preview?.isBackup && <BatchChoices library={library} {...batch} onChoices={batch.setChoices} />}
        {preview?.isBackup && <HowToRestore how={chosen} onHow={setHow} />}
      </div>
    </Dialog>
  );
}
