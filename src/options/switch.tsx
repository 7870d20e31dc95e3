import { type MessageKey, t } from '../locale';

interface SwitchProps {
  label: MessageKey;
  hint: MessageKey;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

/** A switch with its explanation below. */
export function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  return (
    <div>
      <button type="button" role="switch" class="switch" aria-checked={isOn} onClick={() => onChange(!isOn)}>
        {t(label)}
      </button>
      <p class="hint">{t(hint)}</p>
    </div>
  );
}
