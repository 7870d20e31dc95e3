import type { Library } from '../library/library';
import { t } from '../locale';
import type { Settings } from '../settings';
import { Toasts } from '../ui/kit/toast';
import { useToasts } from '../ui/kit/use-toasts';
import { useChanges } from '../ui/library/use-changes';
import type { SettingsState } from '../ui/settings/use-settings';
import { Exporting } from './exporting';
import { LibrarySection } from './library-section';
import { OnPages } from './on-pages';
import { Privacy } from './privacy';
import { Rules } from './rules';
import { Choice, Section } from './section';
import { SectionNav } from './section-nav';
import { Services } from './services';
import { Shortcuts } from './shortcuts';
import { SiteList } from './site-list';
import { useOptions } from './use-options';

function Appearance({ settings }: { settings: SettingsState }) {
  const themes: { value: Settings['theme']; name: string }[] = [
    { value: 'system', name: t('optionsThemeSystem') },
    { value: 'light', name: t('optionsThemeLight') },
    { value: 'dark', name: t('optionsThemeDark') },
  ];
  return (
    <Section name="appearance">
      <Choice
        label={t('optionsTheme')}
        value={settings.values.theme}
        choices={themes}
        onChange={(theme) => settings.change({ theme })}
      />
    </Section>
  );
}

/** The options page. Every change is stored at once. Its sections are drawn together, once all they show is known. */
export function OptionsPage({ library }: { library: Library }) {
  const { settings, sites, seen, shown, isReady } = useOptions(library);
  const { toasts, show, dismiss } = useToasts();
  const changes = useChanges(library, show);
  return (
    <div class="options-layout">
      <SectionNav isReady={isReady} />
      <main class="options-page">
        <h1>{t('optionsTitle')}</h1>
        {isReady && (
          <>
            <Appearance settings={settings} />
            <SiteList {...sites} />
            <OnPages settings={settings} seen={seen} />
            <LibrarySection
              library={library}
              storage={shown?.storage}
              settings={settings}
              changes={changes}
              show={show}
            />
            <Services settings={settings} changes={changes} />
            <Rules library={library} changes={changes} rules={shown?.rules ?? []} />
            <Exporting newest={shown?.newest} settings={settings} />
            <Shortcuts settings={settings} />
            <Privacy />
          </>
        )}
      </main>
      <Toasts toasts={toasts} onDismiss={dismiss} />
    </div>
  );
}
