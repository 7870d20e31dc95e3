import { useEffect, useState } from 'preact/hooks';
import * as settings from '../../settings';

/** The settings, kept up to date wherever they are changed. The defaults until they were read. */
export function useSettings() {
  const [values, setValues] = useState(settings.defaults);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    void settings.get().then((stored) => {
      setValues(stored);
      setRead(true);
    });
    return settings.onChange(setValues);
  }, []);
  const change = (some: Partial<settings.Settings>) => {
    setValues((now) => ({ ...now, ...some }));
    void settings.set(some);
  };
  return { values, isRead, change };
}

export type SettingsState = ReturnType<typeof useSettings>;
