import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Chunk, type ExportPaper, type Format, type FormatId, formatOf, writable } from '../formats';
import type { Library } from '../library/library';
import { plural, t } from '../locale';
import { Dialog } from './dialog';
import { errorWords } from './error-words';
import { download, exportPapers, piecesOf } from './export-file';
import { Icon } from './icons';
import type { Tags } from './use-tags';
import type { useToasts } from './use-toasts';

interface ExportDialogProps {
  library: Library;
  tags: Tags;
  numbers: readonly number[];
  /** The format chosen last. */
  format: FormatId;
  onFormat(format: FormatId): void;
  show: ReturnType<typeof useToasts>['show'];
  onClose(): void;
}

/** How much of a file is shown before it is made, UTF-16 units. */
const previewed = 1500;
/** Papers that are enough to show what the file will look like. */
const forPreview = 8;

/** The papers to export, read once: a promise for what is done with them, and the papers for what is shown of them. */
function usePapers({ library, tags, numbers }: Pick<ExportDialogProps, 'library' | 'tags' | 'numbers'>) {
  const [papers, setPapers] = useState<readonly ExportPaper[]>();
  const [error, setError] = useState<unknown>();
  const reading = useMemo(() => exportPapers(library, tags.byId, numbers), [library, numbers]);
  useEffect(() => {
    reading.then(setPapers, setError);
  }, [reading]);
  return { reading, papers, error };
}

/** The beginning of the file. */
function usePreview(format: Format | undefined, papers: readonly ExportPaper[] | undefined): string {
  const [text, setText] = useState('');
  useEffect(() => {
    if (!format || !papers) return;
    const writing = new AbortController();
    const write = async () => {
      const pieces = await piecesOf(format, papers.slice(0, forPreview), writing.signal);
      const whole = pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : '';
      if (!writing.signal.aborted) setText(whole.length > previewed ? `${whole.slice(0, previewed)}…` : whole);
    };
    void write().catch((error) => {
      if (!writing.signal.aborted) setText(errorWords(error));
    });
    return () => writing.abort();
  }, [format, papers]);
  return text;
}

/** Exports papers: choose a format, see what it will be, copy or download it. Says how many lack author names. */
export function ExportDialog(props: ExportDialogProps) {
  const { numbers, show, onClose } = props;
  const { reading, papers, error } = usePapers(props);
  const format = formatOf(props.format) ?? writable()[0];
  const preview = usePreview(format, papers);
  const lacking = papers?.filter((paper) => !paper.facts.authors?.length).length ?? 0;
  const isText = format !== undefined && !format.mime.includes('zip');

  const make = async (then: (pieces: Chunk[], format: Format) => unknown, said: string) => {
    if (!format) return;
    try {
      await then(await piecesOf(format, await reading), format);
      onClose();
      show(said);
    } catch (reason) {
      show(errorWords(reason), { isError: true });
    }
  };
  const copy = () =>
    make((pieces) => navigator.clipboard.writeText(pieces.join('')), plural('exportCopied', numbers.length));
  const save = () => make(download, plural('exportDownloaded', numbers.length));

  return (
    <Dialog
      title={plural('exportTitle', numbers.length)}
      onClose={onClose}
      actions={
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
      }
    >
      <label class="format-choice">
        {t('exportFormat')}
        <select
          class="field"
          value={format?.id}
          onChange={(event) => props.onFormat(event.currentTarget.value as FormatId)}
        >
          {writable().map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      {lacking > 0 && <p class="lacking">{plural('exportLacking', lacking)}</p>}
      {error !== undefined && <p role="alert">{errorWords(error)}</p>}
      {isText && (
        <textarea class="preview" readOnly spellcheck={false} aria-label={t('exportPreview')} value={preview} />
      )}
    </Dialog>
  );
}
