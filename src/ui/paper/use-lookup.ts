import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { type MessageKey, t } from '../../locale';
import browser from '../../messages/browser';
import { ask } from '../../messages/transport';
import { currentRun, lastOutcome, type Run, shareDone } from '../../services/lookup/kept-run';
import { type ServiceId, services } from '../../services/lookup/services';
import type { Changes } from '../library/use-changes';
import { outcomeWords } from './lookup-words';

/** How often the progress is read, milliseconds. */
const pollMs = 400;

/** Reads the run that is under way. Asks the background to carry on with it: its worker may have died. */
async function readRun(library: Library): Promise<Run | undefined> {
  const run = await currentRun(library);
  if (run) await ask('resumeLookup');
  return run;
}

/** The share of the run that is done, 0 to 1, followed while it lasts; undefined without one. */
function useProgress(library: Library) {
  const [done, setDone] = useState<number>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const read = async () => {
      const run = await readRun(library).catch(() => undefined);
      setDone(run && shareDone(run));
      timer = setTimeout(read, pollMs);
    };
    void read();
    return () => clearTimeout(timer);
  }, [library]);
  return done;
}

/**
 * Updates papers from services. The browser asks for permission first. The run is the background's; its end is told on the
 * page even if what started it is gone.
 */
export function useLookup(changes: Changes) {
  const { library } = changes;
  const done = useProgress(library);
  const [trouble, setTrouble] = useState<string>();
  const refuse = (why: MessageKey): false => {
    setTrouble(t(why));
    return false;
  };
  /** Resolves when the run has ended, with whether there was one. */
  const start = async (numbers: readonly number[], ids: readonly ServiceId[]) => {
    setTrouble(undefined);
    const origins = ids.map((id) => services[id].host.origin);
    if (!(await browser.permissions.request({ origins }))) return refuse('lookupRefusedHosts');
    const before = (await lastOutcome(library))?.startedAt;
    if (!(await ask('startLookup', { numbers: [...numbers], services: [...ids] }))) return refuse('lookupOther');
    await changes.attempt(
      async (own) => {
        while (await readRun(own)) await new Promise((resolve) => setTimeout(resolve, pollMs));
        const outcome = await lastOutcome(own);
        return outcome?.startedAt === before ? undefined : outcome && { ...outcome.change, outcome };
      },
      (ended) => ended && outcomeWords(ended.outcome),
    );
    return true;
  };
  const stop = () => void ask('stopLookup');
  return { done, trouble, start, stop };
}
