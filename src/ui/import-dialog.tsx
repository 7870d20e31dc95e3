import { useState } from 'preact/hooks';
import type { ProblemReason } from '../formats/format';
import type { Library, PlannedPaper } from '../library/library';
import { type MessageKey, number, plural, t } from '../locale';
import { Dialog } from './dialog';
import { errorWords } from './error-words';
import type { Changes } from './use-changes';
import { type ImportState, type Preview, useImport } from './use-import';

interface ImportDialogProps {
  library: Library;
  changes: Changes;
  onClose(): void;
}

/** Lines of a list that are shown; how many more there are is said. */
const most = 50;

const reasons: Record<ProblemReason, MessageKey> = {
  'cut-off': 'importCutOff',
  syntax: 'importSyntax',
  unbalanced: 'importUnbalanced',
  'not-a-paper': 'importNotAPaper',
  'no-title': 'importNoTitle',
  'partly-read': 'importPartlyRead',
  'too-deep': 'importTooDeep',
  'too-many': 'importTooMany',
  'newer-version': 'importNewer',
  edited: 'importEdited',
  'not-recognised': 'importNotRecognised',
  unreadable: 'importUnreadable',
};

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details class="import-lines">
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, most).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
        {lines.length > most && <li>{t('importMore', number(lines.length - most))}</li>}
      </ul>
    </details>
  );
}

const titles = (papers: readonly PlannedPaper[], is: PlannedPaper['is']): string[] =>
  papers.filter((paper) => paper.is === is).map((paper) => paper.title);

/** What the import would do, before anything is written. */
function PreviewOf({ preview }: { preview: Preview }) {
  const { plan, problems } = preview;
  const added = titles(plan.papers, 'new');
  const changed = titles(plan.papers, 'changed');
  const same = titles(plan.papers, 'same').length;
  const twins = titles(plan.papers, 'twin').length;
  const at = (line: number, text: string) => (line > 0 ? t('importLine', number(line), text) : text);
  const unread = [
    ...problems.map(({ line, reason, detail }) => at(line, [t(reasons[reason]), detail].filter(Boolean).join(' '))),
    ...plan.refused.map(({ line, title, reason }) => at(line, [title, reason].filter(Boolean).join(': '))),
  ];
  return (
    <>
      <p>{t('importRead', preview.name, preview.format)}</p>
      <Lines title={plural('importNew', added.length)} lines={added} />
      <Lines title={plural('importChanged', changed.length)} lines={changed} />
      {twins > 0 && <p class="hint">{plural('importTwin', twins)}</p>}
      {same > 0 && <p class="hint">{plural('importSame', same)}</p>}
      <Lines title={plural('importUnread', unread.length)} lines={unread} />
    </>
  );
}

function Body({ state, choose }: { state: ImportState; choose(file: File): void }) {
  if (state.is === 'reading')
    return (
      <label class="labelled">
        {t('importReading', state.name)}
        <progress value={state.done} max={1} />
      </label>
    );
  if (state.is === 'preview') return <PreviewOf preview={state.preview} />;
  return (
    <>
      {state.is === 'strange' && <p role="alert">{t('importStrange', state.name)}</p>}
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
      <p class="hint">{t('importWhat')}</p>
    </>
  );
}

/** Brings a file's papers in: chosen or dropped, looked at first, then as one change that can be undone. */
export function ImportDialog({ library, changes, onClose }: ImportDialogProps) {
  const { state, choose, reset } = useImport(library);
  const [isReplacing, setReplacing] = useState(false);
  const preview = state.is === 'preview' ? state.preview : undefined;
  const count = preview?.plan.papers.filter(({ is }) => is === 'new' || is === 'changed').length ?? 0;
  const close = () => {
    reset();
    onClose();
  };
  const apply = () => {
    if (!preview) return;
    onClose();
    void changes.attempt(
      (own) => own.applyImport(preview.plan, { replace: isReplacing }),
      (change) => plural('importDone', change.numbers.length),
    );
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
            <button type="button" class="btn primary" disabled={count === 0 && !isReplacing} onClick={apply}>
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
        {preview?.isBackup && (
          <label class="check">
            <input
              type="checkbox"
              checked={isReplacing}
              onChange={(event) => setReplacing(event.currentTarget.checked)}
            />
            {t('importReplace')}
          </label>
        )}
      </div>
    </Dialog>
  );
}
