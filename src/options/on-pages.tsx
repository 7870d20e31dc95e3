import { useEffect, useState } from 'preact/hooks';
import { Seen } from '../library/seen';
import { type MessageKey, plural, t } from '../locale';
import type { Settings } from '../settings';
import { ignoreClosed } from '../ui/library/ignore-closed';
import type { SettingsState } from '../ui/settings/use-settings';
import { Section } from './section';

const seen = new Seen();

interface SwitchProps {
  label: MessageKey;
  hint: MessageKey;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  return (
    <div>
      <button type="button" role="switch" class="switch" aria-checked={isOn} onClick={() => onChange(!isOn)}>
        {t(label)}
      </button>
      <p class="hint">{t(hint)}</p>
    </div>
  );
}

/** What is remembered of what was seen, and its end. */
function Remembered() {
  const [size, setSize] = useState(0);
  useEffect(() => ignoreClosed(seen.size().then(setSize)), []);
  const erase = () => ignoreClosed(seen.erase().then(() => setSize(0)));
  return (
    <div class="acts">
      <span>{plural('optionsSeenCount', size)}</span>
      <button type="button" class="btn" disabled={size === 0} onClick={erase}>
        {t('optionsSeenErase')}
      </button>
    </div>
  );
}

/** What Offprint does on listings besides its controls. */
export function OnPages({ settings }: { settings: SettingsState }) {
  const { badgeCount, pageBar, pageKeys, bars, seen, hoverCard, previews } = settings.values;
  const set = (change: Partial<Settings>) => settings.change(change);
  return (
    <Section title={t('optionsOnPages')}>
      <Switch
        label="optionsPageBar"
        hint="optionsPageBarHint"
        isOn={pageBar}
        onChange={(isOn) => set({ pageBar: isOn })}
      />
      <div class="acts">
        <button type="button" class="btn" disabled={Object.keys(bars).length === 0} onClick={() => set({ bars: {} })}>
          {t('optionsBarsReset')}
        </button>
      </div>
      <Switch
        label="optionsPageKeys"
        hint="optionsPageKeysHint"
        isOn={pageKeys}
        onChange={(isOn) => set({ pageKeys: isOn })}
      />
      <Switch
        label="optionsSeen"
        hint="optionsSeenHint"
        isOn={seen === 'on'}
        onChange={(isOn) => set({ seen: isOn ? 'on' : 'off' })}
      />
      <Remembered />
      <Switch
        label="optionsPreviews"
        hint="optionsPreviewsHint"
        isOn={previews}
        onChange={(isOn) => set({ previews: isOn })}
      />
      <Switch
        label="optionsHover"
        hint="optionsHoverHint"
        isOn={hoverCard}
        onChange={(isOn) => set({ hoverCard: isOn })}
      />
      <Switch
        label="optionsBadge"
        hint="optionsBadgeHint"
        isOn={badgeCount}
        onChange={(isOn) => set({ badgeCount: isOn })}
      />
    </Section>
  );
}
