import type { ImportPlan, PlannedPaper } from '../../library/import/import-plan';
import { type MessageKey, number, plural, t } from '../../locale';
import { plainText } from '../../paper/tex/plain-text';
import { reportOf } from './import-report';
import { backupWords, problemWords } from './problem-words';
import { Lines, ReportView } from './report-view';
import type { Preview } from './use-import';

const names: Record<string, MessageKey> = { tags: 'uiTags', note: 'uiNote', status: 'uiStatus', starred: 'uiStar' };

/** A paper of the library, and the names of the fields that would change. */
const changeLine = ({ title, changes }: PlannedPaper): string =>
  `${plainText(title)} (${changes.map((name) => (names[name] ? t(names[name]) : name)).join(', ')})`;

/** Shows what the import would do by a plan: the preview's own, or what was chosen of it. */
export function PreviewOf({ preview, plan }: { preview: Preview; plan: ImportPlan }) {
  const { problems } = preview;
  const of = (is: PlannedPaper['is']) => plan.papers.filter((paper) => paper.is === is);
  const added = of('new').map(({ title }) => plainText(title));
  const changed = of('changed').map(changeLine);
  const [same, twins] = [of('same').length, of('twin').length];
  const whole = preview.isBackup ? problems.filter(({ reason, isLost }) => !isLost && backupWords[reason]) : [];
  const report = reportOf({ ...preview, problems: problems.filter((problem) => !whole.includes(problem)) });
  return (
    <>
      <p>{t('importRead', preview.name, preview.format)}</p>
      {whole.map(({ reason, line }) => (
        <p class="warning" role="alert" key={reason}>
          {t(backupWords[reason] ?? problemWords[reason], number(line))}
        </p>
      ))}
      <Lines title={plural('importNew', added.length)} lines={added} />
      <Lines title={plural('importChanged', changed.length)} lines={changed} />
      {twins > 0 && <p class="hint">{plural('importTwin', twins)}</p>}
      {same > 0 && <p class="hint">{plural('importSame', same)}</p>}
      <ReportView report={report} />
    </>
  );
}
