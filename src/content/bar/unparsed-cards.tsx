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

/** Says that the site's cards are not understood any more, and gives a text to report it with. */
export function UnparsedCards({ triage }: { triage: Triage }) {
  const { layer, pill } = triage.page;
  const { unparsed } = pill.counts;
  if (unparsed === 0) return null;
  const copy = async () => {
    const text = report(triage.page);
    // A page may forbid it: then the text is there to be read.
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
