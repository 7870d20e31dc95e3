import { t } from '../locale';
import { todaysPapers } from '../ui/search/empty';

/** The page shown after the installation if no listing was open. */
export function Welcome() {
  return (
    <main class="welcome">
      <img src="/icons/icon-128.png" alt="" width="64" height="64" />
      <h1>{t('shelfWelcome')}</h1>
      <p>{t('shelfWelcomeHow')}</p>
      <a class="btn primary" href={todaysPapers}>
        {t('uiOpenToday')}
      </a>
    </main>
  );
}
