import { t } from '../../locale';
import { send } from '../../messages/transport';
import type { Triage } from './triage';

/** Asks once for consent to remember which papers were seen. */
export function Question({ triage }: { triage: Triage }) {
  const { layer } = triage.page;
  const answer = (agrees: boolean) => void send('agreeSeen', agrees).catch(layer.sayError);
  return (
    <div class="row">
      <p class="soft">{t('barAskSeen')}</p>
      <button type="button" class="btn" onClick={() => answer(true)}>
        {t('barAgree')}
      </button>
      <button type="button" class="btn ghost" onClick={() => answer(false)}>
        {t('barDisagree')}
      </button>
    </div>
  );
}
