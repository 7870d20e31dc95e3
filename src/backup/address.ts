/** The backup of the library as a file that has an address. */

import { openLibrary } from '../library/open';
import type { Settings } from '../settings';
import { fileOf } from '../files/export-file';
import type { BackupFile } from './file';
import { backupName, makeBackup } from './make';

/** Makes it with these settings: a page that nobody sees cannot read them. The address holds until `done`. Throws what the library throws. */
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
