/** Views and dialogs of the library that nobody sees at once: loaded after the list, so that it is drawn sooner. */
import { lazy } from '../ui/kit/lazy';

export const later = {
  Duplicates: lazy(async () => (await import('./duplicates')).Duplicates),
  FilterDialog: lazy(async () => (await import('./filter-dialog')).FilterDialog),
  ImportDialog: lazy(async () => (await import('../ui/import/import-dialog')).ImportDialog),
  MergeDialog: lazy(async () => (await import('./merge-dialog')).MergeDialog),
  Overview: lazy(async () => (await import('./overview')).Overview),
  ReadingView: lazy(async () => (await import('./reading/reading-view')).ReadingView),
  TagEditor: lazy(async () => (await import('./tag-editor')).TagEditor),
  Today: lazy(async () => (await import('./today/today')).Today),
  Trash: lazy(async () => (await import('./trash')).Trash),
};

/** Loads all of them: what is typed while a dialog is still loaded would be taken for shortcuts. */
export function preloadLater(): void {
  for (const each of Object.values(later)) void each.preload();
}
