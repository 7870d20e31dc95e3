import type { ProblemReason } from '../../formats/file-items';
import type { PlannedPaper } from '../../library/import/import-plan';
import { type MessageKey, number, plural, t } from '../../locale';
import type { Preview } from './use-import';

/** Lines of a list that are shown, followed by the number of others. */
const maxLines = 50;

const reasons: Record<ProblemReason, MessageKey> = {
  'cut-off': 'importCutOff',
  syntax: 'importSyntax',
  unbalanced: 'importUnbalanced',
  'not-a-paper': 'importNotAPaper',
  'no-title': 'importNoTitle',
  'partly-read': 'importPartlyRead',
  'too-deep': 'importTooDeep',
  shortened: 'importShortened',
  'unclear-authors': 'importUnclearAuthors',
  'guessed-authors': 'importGuessedAuthors',
  'unknown-columns': 'importUnknownColumns',
  'no-paper-address': 'importNoPaperAddress',
  'newer-version': 'importNewer',
  edited: 'importEdited',
  'not-recognised': 'importNotRecognised',
  unreadable: 'importUnreadable',
};

/** Problems of the file as a whole. */
const ofTheFile: Partial<Record<ProblemReason, MessageKey>> = {
  'cut-off': 'importCutOffFile',
  edited: 'importEditedFile',
  'newer-version': 'importNewerFile',
};

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
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

const names: Record<string, MessageKey> = { tags: 'uiTags', note: 'uiNote', status: 'uiStatus', starred: 'uiStar' };

/** A paper of the library, and the names of the fields that would change. */
const changeLine = ({ title, changes }: PlannedPaper): string =>
  `${title} (${changes.map((name) => (names[name] ? t(names[name]) : name)).join(', ')})`;

/** Shows what the import would do. */
export function PreviewOf({ preview }: { preview: Preview }) {
  const { plan, problems } = preview;
  const of = (is: PlannedPaper['is']) => plan.papers.filter((paper) => paper.is === is);
  const added = of('new').map(({ title }) => title);
  const changed = of('changed').map(changeLine);
  const [same, twins] = [of('same').length, of('twin').length];
  const whole = preview.isBackup ? problems.filter(({ reason }) => ofTheFile[reason]) : [];
  const at = (line: number, text: string) => (line > 0 ? t('importLine', number(line), text) : text);
  const unread = [
    ...problems
      .filter((problem) => !whole.includes(problem))
      .map(({ line, reason, detail }) => at(line, [t(reasons[reason]), detail].filter(Boolean).join(' '))),
    ...plan.refused.map(({ line, title, reason }) => at(line, [title, reason].filter(Boolean).join(': '))),
  ];
  return (
    <>
      <p>{t('importRead', preview.name, preview.format)}</p>
      {whole.map(({ reason, line }) => (
        <p class="warning" role="alert" key={reason}>
          {t(ofTheFile[reason] ?? reasons[reason], number(line))}
        </p>
      ))}
      <Lines title={plural('importNew', added.length)} lines={added} />
      <Lines title={plural('importChanged', changed.length)} lines={changed} />
      {twins > 0 && <p class="hint">{plural('importTwin', twins)}</p>}
      {same > 0 && <p class="hint">{plural('importSame', same)}</p>}
      <Lines title={plural('importUnread', unread.length)} lines={unread} />
    </>
  );
}
