/** The report for whoever repairs the reader of a site: kind of page, number of cards, versions. No content of the page. */
import type { PageReport } from './contract';

/** How many cards of a page could not be parsed. */
export const unparsedIn = ({ unparsed }: Pick<PageReport, 'unparsed'>): number =>
  Object.values(unparsed).reduce((sum, count) => sum + count, 0);

/** What is reported of a page. */
export interface ParseReport extends Pick<PageReport, 'site'> {
  kind: PageReport['kind'] | undefined;
  /** How many papers were read. */
  read: number;
  /** How many cards could not be parsed, by the reason, or in all where the reasons are not known. */
  unparsed: PageReport['unparsed'] | number;
}

/** The report as text, in English, since its readers are those who mend. `version` is the extension's, `agent` the browser's. */
export function reportText({ site, kind, read, unparsed }: ParseReport, version: string, agent: string): string {
  const browser = /(?:Firefox|Edg|Chrome)\/[\d.]+/.exec(agent)?.[0] ?? 'another browser';
  const reasons =
    typeof unparsed === 'number' ? [] : Object.entries(unparsed).map(([why, count]) => `${why}: ${count}`);
  const count = typeof unparsed === 'number' ? unparsed : unparsedIn({ unparsed });
  return [
    `Offprint ${version}, ${browser}`,
    `Page: ${site}, ${kind ?? 'unknown'}`,
    `Read: ${read}, not read: ${count}${reasons.length ? ` (${reasons.join(', ')})` : ''}`,
  ].join('\n');
}
