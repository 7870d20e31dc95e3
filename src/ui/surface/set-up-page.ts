import { language } from '../../locale';
import { followTheme } from '../settings/theme';

/** Languages written from right to left. */
const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/** Sets the document's title, language, direction and theme. Every page of the extension calls it first. */
export function setUpPage(title: string): void {
  const root = document.documentElement;
  root.lang = language();
  root.dir = rightToLeft.test(root.lang) ? 'rtl' : 'ltr';
  document.title = title;
  followTheme();
}
