import { plural, t } from '../locale';
import browser from '../messages/browser';
import type { PageReport } from '../messages/contract';
import { reportText, unreadIn } from '../messages/report';

interface UnreadProps {
  report: PageReport;
  onCopy(text: string): void;
  /** Lets the reader of any page take over. */
  onReadAny(): void;
}

/** Where papers could not be read: that, a report to copy, and the reader of any page instead. */
export function Unread({ report, onCopy, onReadAny }: UnreadProps) {
  const count = unreadIn(report);
  if (count === 0) return null;
  const copy = () => onCopy(reportText(report, browser.runtime.getManifest().version, navigator.userAgent));
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
