import { t } from '../locale';
import { ask } from '../messages/transport';
import type { Surface } from '../ui/surface/use-surface';
import type { PageInFront } from './use-page-in-front';

/** What can be done on the page in front; `look` looks at it again afterwards. */
export function usePageActions(inFront: PageInFront | undefined, look: () => void, { show }: Surface) {
  const on = (act: (tab: number) => Promise<unknown>) => () => {
    if (!inFront) return;
    // The background could not be woken: nothing was done.
    act(inFront.tab).then(look, () => show(t('failureAsleep'), { isError: true }));
  };
  return {
    /** Saves the paper whose own page it is. */
    save: on((tab) => ask('savePage', tab)),
    /** Draws controls on the papers that were read. */
    draw: on((tab) => ask('showPapers', tab)),
    /** Lets the reader of any page take over from the site's own. */
    readAny: on(async (tab) => (await ask('readPage', { tab, any: true })) && ask('showPapers', tab)),
  };
}
