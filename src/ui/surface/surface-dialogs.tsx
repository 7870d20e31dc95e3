import { useEffect, useState } from 'preact/hooks';
import type { Filter } from '../../library/types';
import { plural, t } from '../../locale';
import { lazy } from '../kit/lazy';
import { shortTitle } from '../kit/short-title';
import type { Command, CommandGroup } from '../palette/command';
import { OpenTabsDialog } from './open-tabs-dialog';
import type { KeyAction } from './shortcuts';
import { surfaceCommands } from './surface-commands';
import type { PaperActions } from './use-paper-keys';
import type { Surface } from './use-surface';

const ExportDialog = lazy(async () => (await import('../export/export-dialog')).ExportDialog);
const TagDialog = lazy(async () => (await import('../tags/tag-dialog')).TagDialog);
const LookupDialog = lazy(async () => (await import('../paper/lookup-dialog')).LookupDialog);
const KeysDialog = lazy(async () => (await import('./keys-dialog')).KeysDialog);
const Palette = lazy(async () => (await import('../palette/palette')).Palette);

/** Loads the dialogs before they are opened, after the list: what is typed while one is loaded would be taken for shortcuts. */
function preloadDialogs(): void {
  for (const each of [TagDialog, Palette, KeysDialog, ExportDialog]) void each.preload();
}

interface SurfaceDialogsProps {
  surface: Surface;
  actions: PaperActions;
  query: string;
  onQuery(query: string): void;
  /** Shows a paper, whatever is listed. */
  onPaper(n: number): void;
  /** Commands of this surface alone, and places to go to. */
  own: readonly Command[];
  places: readonly Command[];
  more?: readonly CommandGroup[];
}

/** The saved searches, and what the actions apply to in words. Undefined until they were read. */
function usePaletteContext({ library, list }: Surface) {
  const [context, setContext] = useState<{ filters: Filter[]; target: string | undefined }>();
  useEffect(() => {
    const papers = list.targets();
    const read = async () => {
      const [filters, [only]] = await Promise.all([library.filters(), library.rows(papers.slice(0, 1))]);
      const single = only && t('paletteOn', shortTitle(only.facts.title));
      return { filters, target: papers.length > 1 ? plural('uiSelected', papers.length) : single };
    };
    // Where the library cannot be read, the other commands still work.
    read().then(setContext, () => setContext({ filters: [], target: undefined }));
  }, []);
  return context;
}

function SurfacePalette(props: SurfaceDialogsProps & { onClose(): void }) {
  const { surface, actions, own, places, more = [], query, onQuery, onPaper, onClose } = props;
  const context = usePaletteContext(surface);
  const { keys, tags, library, list, setDialog } = surface;
  if (!context) return null;
  const lookUp = (papers: readonly number[]) => setDialog({ kind: 'lookup', papers });
  const updates: Command[] = [
    { id: 'lookup', name: t('lookupFrom'), run: () => lookUp(list.targets()) },
    { id: 'lookup-all', name: t('lookupAll'), run: async () => lookUp([...(await library.find('')).numbers]) },
  ];
  const { filters, target } = context;
  const groups = surfaceCommands({
    actions,
    keys,
    own: [...own, ...updates],
    places,
    more,
    tags,
    filters,
    query,
    onQuery,
  });
  return <Palette library={library} groups={groups} target={target} onPaper={onPaper} onClose={onClose} />;
}

/** The dialog that is open, if any. */
export function SurfaceDialogs(props: SurfaceDialogsProps) {
  const { surface, actions } = props;
  const { dialog, setDialog, keys, tags, changes, library } = surface;
  const onClose = () => setDialog(undefined);
  const isListed = surface.list.results !== undefined;
  useEffect(() => {
    if (isListed) preloadDialogs();
  }, [isListed]);
  if (!dialog) return null;
  if (dialog.kind === 'palette') return <SurfacePalette {...props} onClose={onClose} />;
  if (dialog.kind === 'keys') {
    const works = new Set(Object.keys(actions) as KeyAction[]);
    return <KeysDialog keys={keys} works={works} onClose={onClose} />;
  }
  if (dialog.kind === 'open')
    return (
      <OpenTabsDialog
        papers={dialog.papers.length}
        onOpen={() => void surface.openTabsOf(dialog.papers, dialog.link)}
        onClose={onClose}
      />
    );
  if (dialog.kind === 'tag')
    return <TagDialog library={library} papers={dialog.papers} tags={tags} changes={changes} onClose={onClose} />;
  if (dialog.kind === 'lookup') return <LookupDialog numbers={dialog.papers} changes={changes} onClose={onClose} />;
  return <ExportDialog host={surface} given={dialog.papers} onClose={onClose} />;
}
