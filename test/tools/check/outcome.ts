/** What a stage of the check came to. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped?: number;
  notes?: string[];
}

/** The outcome of a single check. */
export const one = (ok: boolean, ...notes: string[]): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, notes });
