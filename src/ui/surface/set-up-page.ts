/** What every page of ours does first. */
import { language } from '../../locale';
import { followTheme } from '../settings/theme';

/** Languages that are read from right to left. */
const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/** Language, direction and theme of the document. */
export function setUpPage(title: string): void {
  const root = document.documentElement;
  root.lang = language();
  root.dir = rightToLeft.test(root.lang) ? 'rtl' : 'ltr';
  document.title = title;
  followTheme();
}
