/** What to send to whoever mends the reader of a site: which page, how many, which versions. Nothing of what stands there. */
import type { PageReport } from './contract';

/** How many looked like papers and could not be read. */
export const unreadIn = ({ unread }: PageReport): number =>
  Object.values(unread).reduce((sum, count) => sum + count, 0);

/** The report as text, in English, since its readers are those who mend. `version` is the extension's, `agent` the browser's. */
export function reportText(report: PageReport, version: string, agent: string): string {
  const reasons = Object.entries(report.unread).map(([why, count]) => `${why}: ${count}`);
  const browser = /(?:Firefox|Edg|Chrome)\/[\d.]+/.exec(agent)?.[0] ?? 'another browser';
  return [
    `Offprint ${version}, ${browser}`,
    `Page: ${report.site}, ${report.kind}`,
    `Read: ${report.papers.length}, not read: ${unreadIn(report)} (${reasons.join(', ')})`,
  ].join('\n');
}
