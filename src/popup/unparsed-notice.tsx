import { plural, t } from '../locale';
import browser from '../messages/browser';
import type { PageReport } from '../messages/contract';
import { reportText, unparsedIn } from '../messages/report';

interface UnparsedNoticeProps {
  report: PageReport;
  onCopy(text: string): void;
  /** Reads the page by the generic reader. */
  onReadAny(): void;
}

/** Says how many papers of the page could not be read, with a report to copy and the generic reader to try instead. */
export function UnparsedNotice({ report, onCopy, onReadAny }: UnparsedNoticeProps) {
  const count = unparsedIn(report);
  if (count === 0) return null;
  const copy = () => {
    const { site, kind, papers, unparsed } = report;
    const text = reportText(
      { site, kind, read: papers.length, unparsed },
      browser.runtime.getManifest().version,
      navigator.userAgent,
    );
    onCopy(text);
  };
  return (
    <div class="offer" role="note">
      <p>{plural('overlayUnread', count)}</p>
      <button type="button" class="link" title={t('popupReportHint')} onClick={copy}>
        {t('popupReport')}
      </button>
      {report.site !== 'any' && (
        <button type="button" class="link" onClick={onReadAny}>
          {t('popupReadAny')}
        </button>
      )}
    </div>
  );
}
