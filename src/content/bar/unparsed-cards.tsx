import { plural, t } from '../../locale';
import { api } from '../../messages/api';
import type { Triage } from './triage';

/** What a person needs who mends a site's file: which page, how much of it, which versions. Nothing that the page says. */
function report({ bridge }: Triage): string {
  const { site, pill } = bridge;
  const { papers, unread } = pill.counts;
  const [browser = ''] = /(?:Firefox|Chrome)\/[\d.]+/.exec(navigator.userAgent) ?? [];
  const kind = site.kind(new URL(location.href)) ?? 'none';
  const { version } = api.runtime.getManifest();
  return [`Offprint ${version}`, browser, `site ${site.id}`, `page ${kind}`, `read ${papers}`, `unread ${unread}`].join(
    '\n',
  );
}

/** Says that the site's cards are not understood any more, and gives a text to report it with. */
export function Unread({ triage }: { triage: Triage }) {
  const { say, pill } = triage.bridge;
  const { unread } = pill.counts;
  if (unread === 0) return null;
  const copy = async () => {
    const text = report(triage);
    // A page may forbid it: then the text is there to be read.
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    say({ text: isCopied ? t('barReportCopied') : text.replaceAll('\n', ', '), shown: true });
  };
  return (
    <div class="row">
      <p class="soft unread">{plural('overlayUnread', unread)}</p>
      <button type="button" class="btn" onClick={copy}>
        {t('barReport')}
      </button>
    </div>
  );
}
