/** The backup of the library as a file that has an address. */

import { fileOf } from '../files/export-file';
import { openLibrary } from '../library/open';
import type { Settings } from '../settings';
import { backupName, makeBackup } from './make';

export interface BackupFile {
  address: string;
  /** With extension. */
  name: string;
  /** To be called when the download has ended. */
  done(): Promise<void>;
}

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
