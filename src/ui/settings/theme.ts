/** The theme of a page of ours: follows the system unless the user chose one. */
import * as settings from '../../settings';

const name = 'theme';

/** Copied where it can be read before anything is painted: the settings themselves are only to be had a moment later. */
function apply(theme: settings.Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  localStorage.setItem(name, theme);
}

/** Applies the theme now and whenever it is changed. */
export function followTheme(): void {
  const last = localStorage.getItem(name);
  if (last === 'light' || last === 'dark') apply(last);
  void settings.get().then(({ theme }) => apply(theme));
  settings.onChange(({ theme }) => apply(theme));
}
