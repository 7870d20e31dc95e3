import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Rule } from '../library/rules';
import { type RuleProblem, ruleProblem } from '../library/rules';
import type { Trial } from '../library/types';

/** The state of trying a rule on the library. */
export interface TrialState {
  /** Why the rule cannot be used. */
  problem?: RuleProblem | undefined;
  /** The papers found so far. */
  result?: Trial | undefined;
  /** Whether all papers were tried. */
  isDone: boolean;
}

/** How long typing must pause before the rule is tried. */
const pauseMs = 200;
/** The average time that a rule may take per paper, ms, once this many were tried: saving a page waits for its rules. */
const [maxMsPerPaper, minPapers] = [1, 50];

const isSlow = ({ milliseconds, done }: Trial) => done >= minPapers && milliseconds / done > maxMsPerPaper;

/** Tries a rule on the library while it is edited, again after each change. Nothing is written. */
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
    }, pauseMs);
    return () => {
      clearTimeout(start);
      stop.abort();
    };
  }, [library, field, is, asked, names]);
  return state;
}
