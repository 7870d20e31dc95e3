/** Writes the backup into a blob with a URL. Runs in a page: a worker has no `URL.createObjectURL`. */

import { fileOf } from '../files/export-file';
import { openLibrary } from '../library/open';
import type { Settings } from '../settings';
import { backupName, makeBackup } from './make';

export interface BackupFile {
  address: string;
  /** File name with extension. */
  name: string;
  /** Releases the address. Call it when the download has ended. */
  done(): Promise<void>;
}

/**
 * Makes a backup with these settings; an offscreen document cannot read them itself. The address is valid until `done`.
 * Throws what the library throws.
 */
export async function backupFile(own: Settings): Promise<BackupFile> {
  const library = openLibrary();
  try {
    const { pieces, format } = await makeBackup(library, own);
    const address = URL.createObjectURL(await fileOf(pieces, format));
    return {
      address,
      name: `${backupName()}.${format.extension}`,
      done: async () => URL.revokeObjectURL(address),
    };
  } finally {
    library.close();
  }
}
