import { ExportDialog } from '../export/export-dialog';
import { TagDialog } from '../tags/tag-dialog';
import { KeysDialog } from './keys-dialog';
import type { KeyAction } from './shortcuts';
import type { Surface } from './use-surface';

interface SurfaceDialogsProps {
  surface: Surface;
  works: ReadonlySet<KeyAction>;
}

/** The dialog that is open, if any. */
export function SurfaceDialogs({ surface, works }: SurfaceDialogsProps) {
  const { dialog, setDialog, keys, tags, changes, library } = surface;
  const onClose = () => setDialog(undefined);
  if (!dialog) return null;
  if (dialog.kind === 'keys') return <KeysDialog keys={keys} works={works} onClose={onClose} />;
  if (dialog.kind === 'tag')
    return <TagDialog library={library} papers={dialog.papers} tags={tags} changes={changes} onClose={onClose} />;
  return <ExportDialog host={surface} given={dialog.papers} onClose={onClose} />;
}
