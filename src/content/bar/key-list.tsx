import { t } from '../../locale';
import { keyActs } from './page-keys';
import type { Triage } from './triage';

/** The list of keys, and where they work. */
export function KeyList({ triage }: { triage: Triage }) {
  const { site, settings } = triage.page;
  const isFree = settings?.pageKeys === true;
  // With the focus in an element of ours, keys of the site work too.
  const own = isFree ? (site.ownKeys ?? []) : [];
  return (
    <div class="menu">
      <dl class="keys" aria-label={t('barKeyKeys')}>
        {keyActs
          .filter(([, key]) => !own.includes(key))
          .map(([act, key, name]) => (
            <div key={act}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(name)}</dd>
            </div>
          ))}
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t('barKeyLeave')}</dd>
        </div>
      </dl>
      <div class="row">
        <p class="soft">{t(isFree ? 'barKeysAnywhere' : 'barKeysHere')}</p>
        <button type="button" class="btn ghost end" onClick={() => triage.unfold({ below: undefined })}>
          {t('overlayDismiss')}
        </button>
      </div>
    </div>
  );
}
