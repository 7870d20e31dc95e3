/** Counts that a page shows of a paper, or a service knows. Every list of them, here and in the rooms above, is made of these two. */

/** All counts: each is checked, kept with the sighting, merged and shown. Names are permanent: records hold them. */
export const metricNames = ['upvotes', 'comments', 'stars', 'citations', 'influential'] as const;
export type MetricName = (typeof metricNames)[number];

/** Counts that are also fields of the query language (`upvotes:>50`) and orders of a list (`sort:upvotes`). */
export const searchedMetrics = ['upvotes', 'citations'] as const satisfies readonly MetricName[];
export type SearchedMetric = (typeof searchedMetrics)[number];

/** Counts by name. A shown 0 is a 0; a count not shown is absent. */
export type Metrics = { [N in MetricName]?: number };
