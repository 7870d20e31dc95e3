import { useState } from 'preact/hooks';
import { t } from '../locale';
import type { SettingsState } from '../ui/settings/use-settings';
import { keyLabel } from '../ui/surface/keys-dialog';
import { defaultKeys, type KeyAction, keyActions, keyNames, keysOf } from '../ui/surface/shortcuts';
import { Section } from './section';

/** Keys that are not to be given away: they move, leave, or are held with others. */
const reserved =
  /^(?:Tab|Escape|Arrow.*|Shift|Control|Alt|Meta|AltGraph|CapsLock|Dead|Process|Unidentified|F\d+|Backspace)$/;

/** Enter unfolds because it presses the button one is on; that cannot be another key. */
const changeable = keyActions.filter((action) => action !== 'details');

/** The keys of popup and library. A key is changed by pressing it; one that is taken changes hands with its owner. */
export function Shortcuts({ settings }: { settings: SettingsState }) {
  const [asking, setAsking] = useState<KeyAction>();
  const keys = keysOf(settings.values.keys);
  const isChanged = changeable.some((action) => keys[action] !== defaultKeys[action]);
  const take = (action: KeyAction, key: string) => {
    const owner = changeable.find((each) => keys[each] === key && each !== action);
    settings.change({ keys: { ...settings.values.keys, [action]: key, ...(owner && { [owner]: keys[action] }) } });
    setAsking(undefined);
  };
  const onKeyDown = (event: KeyboardEvent, action: KeyAction) => {
    if (asking !== action || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') setAsking(undefined);
    else if (!reserved.test(event.key) && event.key !== 'Enter') take(action, event.key);
    else if (event.key === 'Tab') return setAsking(undefined);
    event.preventDefault();
  };
  return (
    <Section title={t('optionsShortcuts')}>
      <p class="hint">{t('optionsShortcutsHint')}</p>
      <ul class="shortcuts">
        {changeable.map((action) => (
          <li key={action}>
            <span id={`key-${action}`}>{t(keyNames[action])}</span>
            <button
              type="button"
              class="btn key"
              aria-describedby={`key-${action}`}
              aria-pressed={asking === action}
              onClick={() => setAsking(asking === action ? undefined : action)}
              onKeyDown={(event) => onKeyDown(event, action)}
              onBlur={() => setAsking(undefined)}
            >
              {asking === action ? t('optionsPressKey') : keyLabel(keys[action])}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="btn" disabled={!isChanged} onClick={() => settings.change({ keys: {} })}>
        {t('optionsShortcutsReset')}
      </button>
    </Section>
  );
}
