/** The report of an import: what the file has, what was read, and what was not, where and why. */
import type { FileProblem } from '../../formats';
import type { ImportPlan } from '../../library/import/import-plan';
import { number, plural, t } from '../../locale';
import { problemWords, refusalWords } from './problem-words';

export interface ImportReport {
  name: string;
  /** The format's proper name. */
  format: string;
  /** Records in the file: those read and those not read. */
  records: number;
  read: number;
  /** One line each: records that were not read. */
  lost: string[];
  /** One line each: records that were read in part, and problems of the file. */
  partial: string[];
  /** Fields that are not kept, by how many records have them, the most frequent first. */
  leftOut: [name: string, count: number][];
}

interface ReportInput {
  name: string;
  format: string;
  plan: Pick<ImportPlan, 'papers' | 'refused'>;
  problems: readonly FileProblem[];
  leftOut: readonly [name: string, count: number][];
}

export function reportOf({ name, format, plan, problems, leftOut }: ReportInput): ImportReport {
  const at = (line: number, text: string) => (line > 0 ? t('importLine', number(line), text) : text);
  const words = ({ line, reason, detail, excerpt }: FileProblem) =>
    at(line, [t(problemWords[reason]), excerpt ?? detail].filter(Boolean).join(' '));
  const refused = plan.refused.map(({ line, title, reason }) =>
    at(line, [refusalWords[reason] ? t(refusalWords[reason]) : reason, title].filter(Boolean).join(' ')),
  );
  const lost = [...problems.filter(({ isLost }) => isLost).map(words), ...refused];
  const read = plan.papers.length;
  return {
    name,
    format,
    records: read + lost.length,
    read,
    lost,
    partial: problems.filter(({ isLost }) => !isLost).map(words),
    leftOut: [...leftOut].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  };
}

/** A field that is left out, and how often: "isbn: 12". */
export const leftOutLine = ([name, count]: [string, number]): string => plural('importLeftOut', count, name);

/** The whole report as text, to be sent to someone. */
export function importReportText(report: ImportReport): string {
  const { name, format, records, read, lost, partial, leftOut } = report;
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', title, ...lines.map((line) => `- ${line}`)] : [];
  return [
    `${name} (${format})`,
    `${t('importRecords')}: ${number(records)}`,
    `${t('importReadCount')}: ${number(read)}`,
    ...list(plural('importLost', lost.length), lost),
    ...list(plural('importUnread', partial.length), partial),
    ...list(t('importLeftOutTitle'), leftOut.map(leftOutLine)),
    '',
  ].join('\n');
}
