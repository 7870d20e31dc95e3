import { useState } from 'preact/hooks';
import { t } from '../locale';
import type { SettingsState } from '../ui/settings/use-settings';
import { defaultKeys, type KeyAction, keyActions, keyLabel, keyNames, keysOf } from '../ui/surface/shortcuts';
import { Section } from './section';

/** Keys that cannot be assigned: they move the focus, close, or are modifiers. */
const reserved =
  /^(?:Tab|Escape|Arrow.*|Shift|Control|Alt|Meta|AltGraph|CapsLock|Dead|Process|Unidentified|F\d+|Backspace)$/;

/** All but `details`: Enter opens details because it presses the focused button, which no other key does. */
const changeable = keyActions.filter((action) => action !== 'details');

/** The shortcuts of popup and library. A key is changed by pressing it; if another action has it, the two swap keys. */
export function Shortcuts({ settings }: { settings: SettingsState }) {
  const [recording, setRecording] = useState<KeyAction>();
  const keys = keysOf(settings.values.keys);
  const isChanged = changeable.some((action) => keys[action] !== defaultKeys[action]);
  const assign = (action: KeyAction, key: string) => {
    const owner = changeable.find((each) => keys[each] === key && each !== action);
    settings.change({ keys: { ...settings.values.keys, [action]: key, ...(owner && { [owner]: keys[action] }) } });
    setRecording(undefined);
  };
  const onKeyDown = (event: KeyboardEvent, action: KeyAction) => {
    if (recording !== action || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') setRecording(undefined);
    else if (!reserved.test(event.key) && event.key !== 'Enter') assign(action, event.key);
    else if (event.key === 'Tab') return setRecording(undefined);
    event.preventDefault();
  };
  return (
    <Section name="shortcuts">
      <p class="hint">{t('optionsShortcutsHint')}</p>
      <ul class="shortcuts">
        {changeable.map((action) => (
          <li key={action}>
            <span id={`key-${action}`}>{t(keyNames[action])}</span>
            <button
              type="button"
              class="btn key"
              aria-describedby={`key-${action}`}
              aria-pressed={recording === action}
              onClick={() => setRecording(recording === action ? undefined : action)}
              onKeyDown={(event) => onKeyDown(event, action)}
              onBlur={() => setRecording(undefined)}
            >
              {recording === action ? t('optionsPressKey') : keyLabel(keys[action])}
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
