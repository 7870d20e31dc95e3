import { useState } from 'preact/hooks';
import { number, plural, t } from '../../locale';
import { type ImportReport, importReportText, leftOutLine } from './import-report';

/** Lines of a list that are shown, followed by the number of others. */
const maxLines = 50;

/** A list that is folded up. */
export function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details class="import-lines">
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, maxLines).map((line, i) => (
          <li key={i} dir="auto">
            {line}
          </li>
        ))}
        {lines.length > maxLines && <li>{t('importMore', number(lines.length - maxLines))}</li>}
      </ul>
    </details>
  );
}

function CopyReport({ report }: { report: ImportReport }) {
  const [outcome, setOutcome] = useState<'uiCopied' | 'uiNotCopied'>();
  const copy = () =>
    navigator.clipboard.writeText(importReportText(report)).then(
      () => setOutcome('uiCopied'),
      () => setOutcome('uiNotCopied'),
    );
  return (
    <div class="import-copy">
      <button type="button" class="btn" onClick={() => void copy()}>
        {t('importCopyReport')}
      </button>
      <span role="status">{outcome && t(outcome)}</span>
    </div>
  );
}

/** How much of a file was read, what was not and why, and which fields are not kept. */
export function ReportView({ report }: { report: ImportReport }) {
  const { records, read, lost, partial, leftOut } = report;
  const rows = [
    [t('importRecords'), records],
    [t('importReadCount'), read],
    [t('importLostCount'), lost.length],
  ] as const;
  const hasMore = lost.length + partial.length + leftOut.length > 0;
  return (
    <>
      <table class="import-counts">
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Lines title={plural('importLost', lost.length)} lines={lost} />
      <Lines title={plural('importUnread', partial.length)} lines={partial} />
      <Lines title={t('importLeftOutTitle')} lines={leftOut.map(leftOutLine)} />
      {hasMore && <CopyReport report={report} />}
    </>
  );
}
