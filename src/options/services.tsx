import { useState } from 'preact/hooks';
import { t } from '../locale';
import browser from '../messages/browser';
import { isServiceId, type ServiceId, serviceIds, services } from '../services/lookup/services';
import type { Changes } from '../ui/library/use-changes';
import { LookupDialog, serviceHints } from '../ui/paper/lookup-dialog';
import type { SettingsState } from '../ui/settings/use-settings';
import { Section } from './section';

interface ServicesProps {
  settings: SettingsState;
  changes: Changes;
}

/** A switch for a service. The browser asks for its host when it is turned on; turning it off gives the host back. */
function ServiceSwitch({ id, settings }: { id: ServiceId; settings: SettingsState }) {
  const { lookupServices: on } = settings.values;
  const isOn = on.includes(id);
  const origins = [services[id].host.origin];
  const toggle = async () => {
    if (!isOn && !(await browser.permissions.request({ origins }))) return;
    settings.change({ lookupServices: isOn ? on.filter((each) => each !== id) : [...on, id] });
    if (isOn) await browser.permissions.remove({ origins });
  };
  return (
    <div>
      <button type="button" role="switch" class="switch" aria-checked={isOn} onClick={() => void toggle()}>
        {services[id].name}
      </button>
      <p class="hint">{t(serviceHints[id])}</p>
    </div>
  );
}

/** The services that papers are updated from, the weekly check, the user's own key, and a button to update all papers. */
export function Services({ settings, changes }: ServicesProps) {
  const [numbers, setNumbers] = useState<readonly number[]>();
  const { lookupWeekly, lookupServices, semanticScholarKey } = settings.values;
  const hasServices = lookupServices.some(isServiceId);
  const open = async () => setNumbers([...(await changes.library.find('')).numbers]);
  return (
    <Section name="services">
      <p class="hint">{t('lookupHint')}</p>
      {serviceIds.map((id) => (
        <ServiceSwitch key={id} id={id} settings={settings} />
      ))}
      <div>
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={lookupWeekly && hasServices}
          disabled={!hasServices}
          onClick={() => settings.change({ lookupWeekly: !lookupWeekly })}
        >
          {t('lookupWeekly')}
        </button>
        <p class="hint">{t('lookupWeeklyHint')}</p>
      </div>
      <label class="choice">
        <span>{t('lookupKey')}</span>
        <input
          class="field"
          type="password"
          autocomplete="off"
          value={semanticScholarKey}
          onChange={(event) => settings.change({ semanticScholarKey: event.currentTarget.value.trim() })}
        />
      </label>
      <p class="hint">{t('lookupKeyHint')}</p>
      <div class="acts">
        <button type="button" class="btn" onClick={() => void open()}>
          {t('lookupAll')}
        </button>
      </div>
      {numbers && <LookupDialog numbers={numbers} changes={changes} onClose={() => setNumbers(undefined)} />}
    </Section>
  );
}
