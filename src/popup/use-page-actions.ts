import { useState } from 'preact/hooks';
import { plural, t } from '../locale';
import { ask } from '../messages/transport';
import type { Surface } from '../ui/surface/use-surface';
import type { PageInFront } from './use-page-in-front';

/** Actions on the page in front. `refresh` is called after each, to read the page again. */
export function usePageActions(inFront: PageInFront | undefined, refresh: () => void, surface: Surface) {
  const { changes, show } = surface;
  /** The change that saved the paper in front since the popup is open. */
  const [saved, setSaved] = useState<number>();
  const onPage = (run: (tab: number) => Promise<unknown>) => () => {
    if (!inFront) return;
    // An error here means that the background could not be reached: nothing was done.
    run(inFront.tab).then(refresh, () => show(t('failureAsleep'), { isError: true }));
  };
  return {
    saved,
    /** Saves the paper whose own page it is. */
    save: onPage(async (tab) => {
      const change = await ask('savePage', tab);
      if (change === undefined) return show(t('menuNotPaper'), { isError: true });
      setSaved(change || undefined);
    }),
    /** Takes back that save. */
    undoSave: () => {
      changes.undo(saved);
      setSaved(undefined);
    },
    /** Saves the papers of the listing that are not saved yet. */
    saveAll: onPage(async (tab) => {
      const done = await ask('saveAll', tab);
      if (!done) return show(t('menuNone'), { isError: true });
      const undo = { label: t('uiUndo'), run: () => changes.undo(done.change) };
      show(plural('popupHereSavedMany', done.papers), { action: undo });
    }),
    /** Opens or folds the page bar, which the popup would hide. */
    toggleBar: onPage(async (tab) => {
      await ask('toggleBar', tab);
      close();
    }),
    /** Draws Save controls on the papers that were read. */
    draw: onPage((tab) => ask('showPapers', tab)),
    /** Reads the page by the generic reader instead of the site's own. */
    readAny: onPage(async (tab) => (await ask('readPage', { tab, any: true })) && ask('showPapers', tab)),
  };
}

export type PageActions = ReturnType<typeof usePageActions>;
