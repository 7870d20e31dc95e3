import type { ComponentChildren } from 'preact';
import { type MessageKey, plural, t } from '../locale';
import { type PageOption, pageOptionNames } from '../messages/page-options';
import type { SettingsState } from '../ui/settings/use-settings';
import { Section } from './section';
import { Switch } from './switch';
import type { SeenState } from './use-seen';

const capitalized = <N extends string>(name: N) => (name.charAt(0).toUpperCase() + name.slice(1)) as Capitalize<N>;

/** The messages of an option. One that `_locales` lacks does not compile. */
const labelOf = (name: PageOption): MessageKey => `pageOption${capitalized(name)}`;
const hintOf = (name: PageOption): MessageKey => `pageOption${capitalized(name)}Hint`;

/** Puts the page bar back where it was at first, on every site. */
function ResetBars({ settings }: { settings: SettingsState }) {
  const isMoved = Object.keys(settings.values.bars).length > 0;
  return (
    <div class="acts">
      <button type="button" class="btn" disabled={!isMoved} onClick={() => settings.change({ bars: {} })}>
        {t('optionsBarsReset')}
      </button>
    </div>
  );
}

/** How many seen papers are remembered, and a button that erases them. */
function SeenHistory({ size, erase }: SeenState) {
  return (
    <div class="acts">
      <span>{plural('optionsSeenCount', size)}</span>
      <button type="button" class="btn" disabled={size === 0} onClick={erase}>
        {t('optionsSeenErase')}
      </button>
    </div>
  );
}

/** The options for listings: a switch for each page option, and the history of seen papers. */
export function OnPages({ settings, seen }: { settings: SettingsState; seen: SeenState }) {
  const below: Partial<Record<PageOption, ComponentChildren>> = { pageBar: <ResetBars settings={settings} /> };
  return (
    <Section name="listings">
      {pageOptionNames.map((name) => (
        <>
          <Switch
            label={labelOf(name)}
            hint={hintOf(name)}
            isOn={settings.values[name]}
            onChange={(isOn) => settings.change({ [name]: isOn })}
          />
          {below[name]}
        </>
      ))}
      <Switch
        label="optionsSeen"
        hint="optionsSeenHint"
        isOn={settings.values.seen === 'on'}
        onChange={(isOn) => settings.change({ seen: isOn ? 'on' : 'off' })}
      />
      <SeenHistory {...seen} />
    </Section>
  );
}
