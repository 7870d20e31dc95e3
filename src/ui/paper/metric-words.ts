/** Words for counts. A count without its messages, `metricStars` and, where it is searched, `sortStars`, does not compile. */
import { type MessageKey, plural } from '../../locale';
import type { MetricName, SearchedMetric } from '../../paper/metrics';

const capitalized = <N extends string>(name: N) => (name.charAt(0).toUpperCase() + name.slice(1)) as Capitalize<N>;

/** "12 upvotes" */
export const metricWords = (name: MetricName, count: number): string => plural(`metric${capitalized(name)}`, count);

/** Message that names the order by a count, largest first: "Most upvotes". */
export const metricSort = (name: SearchedMetric): MessageKey => `sort${capitalized(name)}`;
