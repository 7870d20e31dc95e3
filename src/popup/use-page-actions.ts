import { t } from '../locale';
import { ask } from '../messages/transport';
import type { Surface } from '../ui/surface/use-surface';
import type { PageInFront } from './use-page-in-front';

/** Actions on the page in front. `refresh` is called after each, to read the page again. */
export function usePageActions(inFront: PageInFront | undefined, refresh: () => void, { show }: Surface) {
  const onPage = (run: (tab: number) => Promise<unknown>) => () => {
    if (!inFront) return;
    // An error here means that the background could not be reached: nothing was done.
    run(inFront.tab).then(refresh, () => show(t('failureAsleep'), { isError: true }));
  };
  return {
    /** Saves the paper whose own page it is. */
    save: onPage((tab) => ask('savePage', tab)),
    /** Draws Save controls on the papers that were read. */
    draw: onPage((tab) => ask('showPapers', tab)),
    /** Reads the page by the generic reader instead of the site's own. */
    readAny: onPage(async (tab) => (await ask('readPage', { tab, any: true })) && ask('showPapers', tab)),
  };
}
