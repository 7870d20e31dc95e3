/**
 * Weights of the features, fitted once by `npx tsx test/tools/fit-memory.ts` on simulated readers of real papers and then left alone.
 * `npm run bench -- --only memory` reports on other readers.
 */

/** For a tag of a paper: see `TagFeatures`. */
export const tagWeights = {
  aboveMean: 20.2,
  aboveBest: 20,
  name: 2.88,
  categories: 0.48,
  keywords: 1.91,
  bias: -2.12,
};

/** For a card of a page: see `CardFeatures`. */
export const cardWeights = {
  tag: 15.5,
  library: 6.3,
  passed: -14.9,
  categories: 0.21,
  upvotes: 0.88,
  name: 1.4,
  bias: -3.5,
};
