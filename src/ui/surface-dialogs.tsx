import type { Library } from '../library/library';
import { ExportDialog } from './export-dialog';
import type { KeyAction } from './keys';
import { KeysDialog } from './keys-dialog';
import { TagDialog } from './tag-dialog';
import type { Surface } from './use-surface';

interface SurfaceDialogsProps {
  library: Library;
  surface: Surface;
  works: ReadonlySet<KeyAction>;
}

/** The dialog that is open, if one is. */
export function SurfaceDialogs({ library, surface, works }: SurfaceDialogsProps) {
  const { dialog, setDialog, keys, tags, changes, show } = surface;
  const onClose = () => setDialog(undefined);
  if (!dialog) return null;
  if (dialog.kind === 'keys') return <KeysDialog keys={keys} works={works} onClose={onClose} />;
  if (dialog.kind === 'tag')
    return <TagDialog library={library} papers={dialog.papers} tags={tags} changes={changes} onClose={onClose} />;
  return (
    <ExportDialog
      library={library}
      tags={tags}
      changes={changes}
      numbers={dialog.papers}
      show={show}
      onClose={onClose}
    />
  );
}
