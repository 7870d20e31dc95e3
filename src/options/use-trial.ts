import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Rule } from '../library/rules';
import { type RuleProblem, ruleProblem } from '../library/rules';
import type { Trial } from '../library/types';

/** A rule being tried on the library. */
export interface TrialState {
  /** Why it can not be used. */
  problem?: RuleProblem | undefined;
  /** What was found so far. */
  result?: Trial | undefined;
  /** Whether every paper was looked at. */
  isDone: boolean;
}

/** How long one types before it is tried, in ms. */
const quiet = 200;
/** Milliseconds that a rule may take for a paper on average, measured on so many: a save of a page must not wait for it. */
const slowest = 1;
const measured = 50;

const isSlow = ({ milliseconds, done }: Trial) => done >= measured && milliseconds / done > slowest;

/** Tries a rule as it is typed; a change begins anew. Nothing is written. */
export function useTrial(library: Library, { field, is, asked, tags }: Omit<Rule, 'id' | 'on'>): TrialState {
  const [state, setState] = useState<TrialState>({ isDone: false });
  const names = tags.join('\n');
  useEffect(() => {
    const rule = { field, is, asked, tags };
    const problem = ruleProblem(rule);
    setState({ problem, isDone: false });
    if (problem) return undefined;
    const stop = new AbortController();
    const progress = (result: Trial) => {
      if (isSlow(result)) stop.abort();
      const slow = isSlow(result) ? { message: 'ruleSlow' } : undefined;
      setState({ result, problem: slow, isDone: result.done === result.papers });
    };
    const start = setTimeout(() => {
      library.tryRule(rule, { signal: stop.signal, progress }).then(progress, () => {
        if (!stop.signal.aborted) setState({ problem: { message: 'errorUnknown' }, isDone: false });
      });
    }, quiet);
    return () => {
      clearTimeout(start);
      stop.abort();
    };
  }, [library, field, is, asked, names]);
  return state;
}
