import { useMemo, useRef, useState } from 'preact/hooks';
import { download } from '../../files/export-file';
import { exportName } from '../../files/file-name';
import { type Choices, type FileChunk, type Format, formatOf } from '../../formats';
import type { Library } from '../../library/library';
import { plural, t } from '../../locale';
import type { ExportKind } from '../../settings';
import type { ShowToast } from '../kit/use-toasts';
import { errorWords } from '../library/error-words';
import type { Changes } from '../library/use-changes';
import type { PaperListState } from '../list/use-paper-list';
import type { SettingsState } from '../settings/use-settings';
import type { Tags } from '../tags/use-tags';
import { makeFile, recordExport, usePreparedExport, usePreview } from './use-export';
import { aboutOf, exportedUpTo, type Scope, scopesOf, useScoped } from './use-export-scope';
import { type ToZotero, useZotero } from './use-zotero';

/** What is the reader's own affair is left out until it is ticked. */
const quiet: Choices = { notes: false, status: false, stars: false };

/** The papers to send to Zotero. Those that were sent before are left out unless `isAgain` is set. */
function useUnsent(numbers: readonly number[] | undefined, sentBefore: readonly number[]) {
  const [isAgain, setAgain] = useState(false);
  // Read when the dialog opens: papers sent from this dialog do not count.
  const before = useRef(new Set(sentBefore)).current;
  const unsent = useMemo(() => numbers?.filter((n) => !before.has(n)), [numbers, before]);
  return {
    isAgain,
    setAgain,
    before: (numbers?.length ?? 0) - (unsent?.length ?? 0),
    wanted: isAgain ? numbers : unsent,
  };
}

/** A reading list's own heading and introduction. */
export interface Heading {
  title?: string;
  intro?: string;
}

/** What the export dialog needs of the surface that opens it. */
export interface ExportHost {
  library: Library;
  tags: Tags;
  list: Pick<PaperListState, 'numbers' | 'results'>;
  settings: SettingsState;
  changes: Changes;
  show: ShowToast;
}

/** State and actions of the export dialog. `given` are the numbers of the papers it was opened for. */
export function useExportDialog(host: ExportHost, given: readonly number[], onClose: () => void) {
  const { library, tags, show, list } = host;
  const { values, change } = host.settings;
  const kind: ExportKind = values.exportFormat;
  const format = formatOf(kind);
  const own = values.exportChoices[kind];
  const choices = useMemo(() => ({ ...quiet, ...own }), [own]);
  const [heading, setHeading] = useState<Heading>({});
  const [shown] = useState(() => Array.from(list.numbers));
  const choosable = { given, shown, size: list.results?.size ?? shown.length };
  const scopes = scopesOf(choosable);
  const [scope, setScope] = useState<Scope>({ of: scopes.find((of) => of !== 'tag') ?? 'all' } as Scope);
  const numbers = useScoped(library, scope, choosable, exportedUpTo(values, kind));
  const { prepared, latest, error } = usePreparedExport(library, tags, numbers, values.keyTemplate);
  const preview = usePreview(
    library,
    tags,
    format,
    prepared,
    useMemo(() => ({ ...choices, ...heading }), [choices, heading]),
  );
  const zotero = useZotero(library, tags, kind === 'zotero');
  const unsent = useUnsent(numbers, values.zoteroSent);
  const [toZotero, setToZotero] = useState<ToZotero>({ target: '', tags: [], notes: false });
  const target =
    toZotero.target || ('targets' in zotero.state && zotero.state.targets ? zotero.state.targets.selected : '');
  const working = useRef<AbortController>(undefined);
  const [isWorking, setWorking] = useState(false);

  const close = () => {
    working.current?.abort();
    onClose();
  };
  const make = async (then: (pieces: FileChunk[], format: Format) => unknown, said: (papers: number) => string) => {
    if (!format || isWorking) return;
    working.current = new AbortController();
    const { signal } = working.current;
    setWorking(true);
    try {
      const known = await latest.current;
      if (!known) return;
      await then(await makeFile(library, format, known, { ...choices, ...heading }, signal), format);
      onClose();
      show(said(known.numbers.length));
      await recordExport(library, kind, { template: values.keyTemplate, ...(format.isKeyed && { keys: known.keys }) });
    } catch (reason) {
      const isRefused = reason instanceof DOMException && reason.name === 'NotAllowedError';
      if (!signal.aborted) show(isRefused ? t('uiNotCopied') : errorWords(reason), { isError: true });
    } finally {
      setWorking(false);
    }
  };
  const copy = () => {
    return make(
      (pieces) => navigator.clipboard.writeText(pieces.join('')),
      (papers) => plural('exportCopied', papers),
    );
  };
  const save = async () => {
    const about = heading.title || (await aboutOf(library, scope, { given, query: list.results?.query ?? '' }));
    return make(
      (pieces, made) => download(pieces, made, exportName(about, new Date())),
      (papers) => plural('exportDownloaded', papers),
    );
  };
  const send = async () => {
    const sent = await zotero.send(unsent.wanted ?? [], { ...toZotero, target });
    if (sent === undefined) return;
    onClose();
    show(plural('zoteroSent', sent));
    await recordExport(library, kind, { template: values.keyTemplate });
  };
  return {
    ...{ kind, format, choices, scope, scopes, setScope, numbers, prepared, preview, error, isWorking },
    ...{ zotero, unsent, toZotero: { ...toZotero, target }, setToZotero },
    ...{ copy, save, send, close },
    heading,
    setHeading,
    lastAt: values.exported[kind]?.at,
    counts: { selection: given.length, shown: shown.length, all: choosable.size },
    setKind: (exportFormat: ExportKind) => change({ exportFormat }),
    setChoices: (chosen: Choices) => change({ exportChoices: { ...values.exportChoices, [kind]: chosen } }),
  };
}

export type ExportState = ReturnType<typeof useExportDialog>;
