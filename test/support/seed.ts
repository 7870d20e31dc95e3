/** Fills the library of a running browser, by the library's own functions in a page of the extension. */
import type { Library } from '../../src/library/library';
import type { Shelved } from '../e2e/pages/library';
import { libraryScript } from './library-page';
import type { Session } from './session';

/** Runs in the page, as text. */
async function fill(library: Library, shelved: readonly Shelved[]): Promise<void> {
  const context = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' } as const;
  for (const { facts, tags, status, starred, note } of shelved) {
    const { numbers } = await library.save([facts], context, { tags });
    if (status) await library.setStatus(numbers, status);
    if (starred) await library.setStarred(numbers, true);
    if (note) await library.setNote(numbers, note);
  }
  library.close();
}

/** Saves papers one after the other: the last is the newest. */
export async function seed(session: Session, shelved: readonly Shelved[]): Promise<void> {
  const tab = await session.page('options');
  // A function, since only expressions run in Firefox.
  await tab.run(`(() => { ${await libraryScript()}; globalThis.ownLibrary = offprint.openLibrary(); })()`);
  await tab.run(`(${String(fill)})(ownLibrary, ${JSON.stringify(shelved)})`);
  await tab.close();
}
