import { plural, t } from '../../locale';
import { api } from '../../messages/api';
import { reportText } from '../../messages/report';
import type { PageScript } from '../core/page-script';
import type { Triage } from './triage';

function report({ site, pill }: PageScript): string {
  const { papers: read, unparsed } = pill.counts;
  const kind = site.kind(new URL(location.href));
  return reportText({ site: site.id, kind, read, unparsed }, api.runtime.getManifest().version, navigator.userAgent);
}

/** Says how many cards could not be parsed, and copies a report about it. */
export function UnparsedCards({ triage }: { triage: Triage }) {
  const { layer, pill } = triage.page;
  const { unparsed } = pill.counts;
  if (unparsed === 0) return null;
  const copy = async () => {
    const text = report(triage.page);
    // A page may forbid the clipboard: then the text is shown.
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    layer.say({ text: isCopied ? t('barReportCopied') : text.replaceAll('\n', ', '), shown: true });
  };
  return (
    <div class="row">
      <p class="soft unparsed">{plural('overlayUnread', unparsed)}</p>
      <button type="button" class="btn" onClick={copy}>
        {t('barReport')}
      </button>
    </div>
  );
}
