import { t } from '../../locale';
import { send } from '../../messages/transport';
import type { Triage } from './triage';

/** Asks once whether to remember which papers were seen. Only the options turn it on: a page may not answer for the user. */
export function Question({ triage }: { triage: Triage }) {
  const { page } = triage;
  const dismiss = () => {
    if (page.settings) page.settings.seen = 'off';
    triage.changed();
    send('hintSeen', 'seen').catch(page.layer.sayError);
  };
  return (
    <div class="row">
      <p class="soft">{t('barAskSeen')}</p>
      <button type="button" class="btn" onClick={() => void send('openOptions').catch(page.layer.sayError)}>
        {t('barAskSeenOptions')}
      </button>
      <button type="button" class="btn ghost" onClick={dismiss}>
        {t('barDisagree')}
      </button>
    </div>
  );
}
