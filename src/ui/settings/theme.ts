/** The theme of the extension's own pages: the system's unless the user chose one. */
import * as settings from '../../settings';

const storageKey = 'theme';

/** Also copied to localStorage, which can be read before the first paint: settings are read asynchronously. */
function apply(theme: settings.Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  localStorage.setItem(storageKey, theme);
}

/** Applies the theme now and whenever it is changed. */
export function followTheme(): void {
  const last = localStorage.getItem(storageKey);
  if (last === 'light' || last === 'dark') apply(last);
  void settings.get().then(({ theme }) => apply(theme));
  settings.onChange(({ theme }) => apply(theme));
}
