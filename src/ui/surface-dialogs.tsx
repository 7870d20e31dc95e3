import type { FormatId } from '../formats/format';
import type { Library } from '../library/library';
import { ExportDialog } from './export-dialog';
import type { KeyAction, Keys } from './keys';
import { KeysDialog } from './keys-dialog';
import { TagDialog } from './tag-dialog';
import type { Surface } from './use-surface';

interface SurfaceDialogsProps {
  library: Library;
  surface: Surface;
  keys: Keys;
  works: ReadonlySet<KeyAction>;
  format: FormatId;
  onFormat(format: FormatId): void;
}

/** The dialog that is open, if one is. */
export function SurfaceDialogs({ library, surface, keys, works, format, onFormat }: SurfaceDialogsProps) {
  const { dialog, setDialog, tags, changes, list, show } = surface;
  const onClose = () => setDialog(undefined);
  if (!dialog) return null;
  if (dialog.kind === 'keys') return <KeysDialog keys={keys} works={works} onClose={onClose} />;
  if (dialog.kind === 'tag')
    return <TagDialog rows={list.rowsOf(dialog.papers)} tags={tags} changes={changes} onClose={onClose} />;
  return (
    <ExportDialog
      library={library}
      tags={tags}
      numbers={dialog.papers}
      format={format}
      onFormat={onFormat}
      show={show}
      onClose={onClose}
    />
  );
}
