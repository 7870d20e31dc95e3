import type { ComponentChildren } from 'preact';
import { type Chunk, type ExportPaper, type Format, type FormatId, formatOf, writable } from '../formats';
import type { Library } from '../library/library';
import { plural, t } from '../locale';
import { Complete } from './complete';
import { Dialog } from './dialog';
import { errorWords } from './error-words';
import { download, piecesOf } from './export-file';
import { Icon } from './icons';
import type { Changes } from './use-changes';
import { keepKeys, useExported, usePreview } from './use-export';
import { useSettings } from './use-settings';
import type { Tags } from './use-tags';
import type { useToasts } from './use-toasts';

interface ExportDialogProps {
  library: Library;
  tags: Tags;
  changes: Changes;
  numbers: readonly number[];
  show: ReturnType<typeof useToasts>['show'];
  onClose(): void;
}

/** Papers without author names, and the way to get them. */
function Lacking({ papers, numbers, changes }: LackingProps) {
  const lacking = papers.filter((paper) => !paper.facts.authors?.length);
  if (lacking.length === 0) return null;
  const canComplete = lacking.some((paper) => paper.ids.some((id) => id.startsWith('arxiv:')));
  return (
    <p class="lacking">
      {plural('exportLacking', lacking.length)} {canComplete && <Complete numbers={numbers} changes={changes} />}
    </p>
  );
}
interface LackingProps {
  papers: readonly ExportPaper[];
  numbers: readonly number[];
  changes: Changes;
}

function FormatChoice({ format, onFormat }: { format: Format | undefined; onFormat(id: FormatId): void }) {
  const choose = (value: string) => {
    const chosen = formatOf(value);
    if (chosen) onFormat(chosen.id);
  };
  return (
    <label class="format-choice">
      {t('exportFormat')}
      <select class="field" value={format?.id} onChange={(event) => choose(event.currentTarget.value)}>
        {writable().map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Exports papers: choose a format, see what it will be, copy or download it. Says how many lack author names. */
export function ExportDialog({ library, tags, changes, numbers, show, onClose }: ExportDialogProps) {
  const { values, change } = useSettings();
  const { reading, papers, error } = useExported(library, tags, numbers);
  const format = formatOf(values.exportFormat) ?? writable()[0];
  const preview = usePreview(format, papers, values.keyTemplate);
  const isText = format !== undefined && !format.mime.includes('zip');

  const make = async (then: (pieces: Chunk[], format: Format) => unknown, said: string) => {
    if (!format) return;
    try {
      const exported = await reading;
      await then(await piecesOf(format, exported.papers, { keyTemplate: values.keyTemplate }), format);
      onClose();
      show(said);
      await keepKeys(library, format, exported, values.keyTemplate);
    } catch (reason) {
      show(errorWords(reason), { isError: true });
    }
  };
  const copy = () =>
    make((pieces) => navigator.clipboard.writeText(pieces.join('')), plural('exportCopied', numbers.length));
  const save = () => make(download, plural('exportDownloaded', numbers.length));
  const acts: ComponentChildren = (
    <>
      <button type="button" class="btn" onClick={save}>
        <Icon name="download" /> {t('exportDownload')}
      </button>
      {isText && (
        // What one opens this for: Enter copies.
        // biome-ignore lint/a11y/noAutofocus: in a dialog that was just opened
        <button type="button" class="btn primary" autoFocus onClick={copy}>
          <Icon name="copy" /> {t('uiCopy')}
        </button>
      )}
    </>
  );
  return (
    <Dialog title={plural('exportTitle', numbers.length)} onClose={onClose} actions={acts}>
      <FormatChoice format={format} onFormat={(exportFormat) => change({ exportFormat })} />
      {papers && <Lacking papers={papers} numbers={numbers} changes={changes} />}
      {error !== undefined && <p role="alert">{errorWords(error)}</p>}
      {isText && (
        <textarea class="preview" readOnly spellcheck={false} aria-label={t('exportPreview')} value={preview} />
      )}
    </Dialog>
  );
}
