import type { Library } from '../library/library';
import { t } from '../locale';
import type { Settings } from '../settings';
import { Toasts } from '../ui/kit/toast';
import { useToasts } from '../ui/kit/use-toasts';
import { useChanges } from '../ui/library/use-changes';
import { useSettings } from '../ui/settings/use-settings';
import { Backups } from './backups';
import { Exporting } from './exporting';
import { LibrarySection } from './library-section';
import { OnPages } from './on-pages';
import { Privacy } from './privacy';
import { Rules } from './rules';
import { Choice, Section } from './section';
import { Shortcuts } from './shortcuts';
import { SiteList } from './site-list';

/** The options page. Every change is stored at once. */
export function OptionsPage({ library }: { library: Library }) {
  const settings = useSettings();
  const { toasts, show, dismiss } = useToasts();
  const changes = useChanges(library, show);
  const themes: { value: Settings['theme']; name: string }[] = [
    { value: 'system', name: t('optionsThemeSystem') },
    { value: 'light', name: t('optionsThemeLight') },
    { value: 'dark', name: t('optionsThemeDark') },
  ];
  return (
    <main class="options-page">
      <h1>{t('optionsTitle')}</h1>
      <Section title={t('optionsLook')}>
        <Choice
          label={t('optionsTheme')}
          value={settings.values.theme}
          choices={themes}
          onChange={(theme) => settings.change({ theme })}
        />
      </Section>
      <SiteList />
      <OnPages settings={settings} />
      <LibrarySection library={library} changes={changes} show={show} />
      <Backups settings={settings} onRefused={() => show(t('backupRefused'), { isError: true })} />
      <Rules library={library} changes={changes} />
      <Exporting library={library} settings={settings} />
      <Shortcuts settings={settings} />
      <Privacy />
      <Toasts toasts={toasts} onDismiss={dismiss} />
    </main>
  );
}
