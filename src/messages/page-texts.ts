/** The messages that content scripts show on every page. They come with the settings, so that drawing waits for nothing. */
import type { MessageKey } from '../locale';

const keys: readonly MessageKey[] = [
  'language',
  'papers_one',
  'papers_other',
  'barName',
  'barSaved',
  'overlayUnread_one',
  'overlayUnread_other',
  'overlaySave',
  'overlaySaveName',
  'overlaySaving',
  'overlaySavingName',
  'overlaySaved',
  'overlaySavedName',
  'overlayRetry',
  'overlayRetryName',
  'overlayDismiss',
  'overlayReload',
  'failureOrphaned',
];

/** Places of values stay as they are: `$1` … `$9`. */
const places = [...'123456789'].map((n) => `$${n}`);

/** The messages by key, with `$1` … `$9` in them. `getMessage` is the browser's. */
export const pageTexts = (getMessage: (key: string, values: string[]) => string): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, getMessage(key, places)]));
