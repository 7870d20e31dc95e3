/**
 * How much the longest tests in browsers try: `npm test` runs a fixed sample of their cases, CI (`FULL=1`) and `npm run long`
 * (`LONG=1`) run them all.
 */
export const runsAllCases = Boolean(process.env.FULL ?? process.env.LONG);

/** Every third of the cases, the first among them, or all. */
export const sampled = <T>(cases: readonly T[]): T[] => cases.filter((_, index) => runsAllCases || index % 3 === 0);
