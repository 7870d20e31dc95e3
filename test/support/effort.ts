/**
 * Whether the longest tests in browsers try all of their cases, as they do in CI (`FULL=1`) and in `npm run long` (`LONG=1`):
 * `npm test` runs a fixed part of them.
 */
export const runsAllCases = Boolean(process.env.FULL ?? process.env.LONG);
