import { formatOf, writable } from '../../formats';
import { day, plural, t } from '../../locale';
import { Dialog } from '../kit/dialog';
import { Icon } from '../kit/icons';
import { errorWords } from '../library/error-words';
import type { Changes } from '../library/use-changes';
import { CompleteButton } from '../paper/complete';
import { FileChoices, HeadingFields, ScopeChoice } from './export-choices';
import type { PreparedExport } from './use-export';
import { type ExportHost, type ExportState, useExportDialog } from './use-export-dialog';
import { ZoteroChoices } from './zotero-choices';

interface ExportDialogProps {
  host: ExportHost;
  /** Numbers of the papers it was opened for. */
  given: readonly number[];
  onClose(): void;
}

/** How many papers lack author names, and a button that fetches them. */
function MissingAuthors({ prepared, changes }: { prepared: PreparedExport; changes: Changes }) {
  if (prepared.lacking === 0) return null;
  return (
    <p class="lacking">
      {plural('exportLacking', prepared.lacking)}{' '}
      {prepared.completable > 0 && <CompleteButton numbers={prepared.numbers} changes={changes} />}
    </p>
  );
}

function KindChoice({ kind, setKind }: Pick<ExportState, 'kind' | 'setKind'>) {
  const choose = (value: string) => {
    if (value === 'zotero') return setKind(value);
    const chosen = formatOf(value);
    if (chosen) setKind(chosen.id);
  };
  return (
    <label class="format-choice">
      {t('exportFormat')}
      <select class="field" value={kind} onChange={(event) => choose(event.currentTarget.value)}>
        {writable().map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
        <option value="zotero">{t('exportToZotero')}</option>
      </select>
    </label>
  );
}

function ZoteroButtons({ state }: { state: ExportState }) {
  const { zotero, unsent } = state;
  const isReady = 'targets' in zotero.state && zotero.state.targets !== undefined;
  const count = unsent.wanted?.length ?? 0;
  if (!isReady) {
    return (
      <button type="button" class="btn primary" disabled={zotero.state.is === 'asking'} onClick={zotero.connect}>
        {t('zoteroConnect')}
      </button>
    );
  }
  return (
    <button
      type="button"
      class="btn primary"
      disabled={count === 0 || zotero.state.is === 'sending'}
      onClick={() => void state.send()}
    >
      {plural('zoteroSend', count)}
    </button>
  );
}

function FileButtons({ state }: { state: ExportState }) {
  const { format, isWorking, numbers } = state;
  const isOff = isWorking || !numbers?.length;
  const isText = format !== undefined && !format.mime.includes('zip');
  return (
    <>
      <button
        type="button"
        class="btn primary"
        // biome-ignore lint/a11y/noAutofocus: the dialog was just opened; Enter does what it is mostly opened for
        autoFocus
        disabled={isOff}
        onClick={() => void state.save()}
      >
        <Icon name="download" /> {t('exportDownload')}
      </button>
      {isText && (
        <button type="button" class="btn" disabled={isOff} onClick={() => void state.copy()}>
          <Icon name="copy" /> {t('uiCopy')}
        </button>
      )}
    </>
  );
}

/** Exports papers: which ones, in which format, with a preview; then copied, downloaded or sent to Zotero. */
export function ExportDialog({ host, given, onClose }: ExportDialogProps) {
  const state = useExportDialog(host, given, onClose);
  const { format, numbers, prepared, error, scope, lastAt } = state;
  const isText = format !== undefined && (format.preview !== undefined || !format.mime.includes('zip'));
  const count = state.counts;
  return (
    <Dialog
      title={numbers ? plural('exportTitle', numbers.length) : t('uiExport')}
      onClose={state.close}
      actions={format ? <FileButtons state={state} /> : <ZoteroButtons state={state} />}
    >
      <div class="export-choices">
        <ScopeChoice scopes={state.scopes} scope={scope} counts={count} tags={host.tags} onScope={state.setScope} />
        <KindChoice kind={state.kind} setKind={state.setKind} />
      </div>
      {scope.of === 'new' && <p class="hint">{lastAt ? t('exportSince', day(lastAt)) : t('exportNever')}</p>}
      {format && <FileChoices format={format} choices={state.choices} onChoices={state.setChoices} />}
      {format?.takes?.includes('heading') && <HeadingFields heading={state.heading} onHeading={state.setHeading} />}
      {prepared && <MissingAuthors prepared={prepared} changes={host.changes} />}
      {error !== undefined && <p role="alert">{errorWords(error)}</p>}
      {isText && (
        <textarea class="preview" readOnly spellcheck={false} aria-label={t('exportPreview')} value={state.preview} />
      )}
      {!format && (
        <ZoteroChoices
          zotero={state.zotero}
          chosen={state.toZotero}
          before={state.unsent.before}
          isAgain={state.unsent.isAgain}
          onChosen={state.setToZotero}
          onAgain={state.unsent.setAgain}
        />
      )}
    </Dialog>
  );
}
