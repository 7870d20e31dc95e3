/** Keys of the lists: one letter an act, the same in popup and shelf. Arrow keys, Enter, Delete and Escape work besides. */
import type { MessageKey } from '../../locale';

/** What a key may do, in the order of the list that `?` shows. */
export const keyActions = [
  'search',
  'next',
  'previous',
  'details',
  'select',
  'selectAll',
  'tag',
  'note',
  'star',
  'unread',
  'reading',
  'read',
  'open',
  'pdf',
  'copy',
  'export',
  'remove',
  'undo',
  'help',
] as const;
export type KeyAction = (typeof keyActions)[number];
export type Keys = Record<KeyAction, string>;

/** As `KeyboardEvent.key` gives them. */
export const defaultKeys: Keys = {
  search: '/',
  next: 'j',
  previous: 'k',
  details: 'Enter',
  select: 'x',
  selectAll: 'a',
  tag: 't',
  note: 'n',
  star: 'f',
  unread: '1',
  reading: '2',
  read: '3',
  open: 'o',
  pdf: 'p',
  copy: 'c',
  export: 'e',
  remove: '#',
  undo: 'z',
  help: '?',
};

/** The keys as they are, where the user changed some. */
export function keysOf(changed: Readonly<Record<string, string>>): Keys {
  const own = keyActions.filter((action) => Object.hasOwn(changed, action));
  return { ...defaultKeys, ...Object.fromEntries(own.map((action) => [action, changed[action]])) };
}

/** Keys that always work beside those that can be changed. */
const fixed: Partial<Record<string, KeyAction>> = { ArrowDown: 'next', ArrowUp: 'previous', Delete: 'remove' };

/** What a key does; undefined if nothing. */
export function actionOf(key: string, keys: Keys): KeyAction | undefined {
  return fixed[key] ?? keyActions.find((action) => keys[action] === key);
}

/** What an act is called in the list of keys. */
export const keyNames: Record<KeyAction, MessageKey> = {
  search: 'keySearch',
  next: 'keyNext',
  previous: 'keyPrevious',
  details: 'keyDetails',
  select: 'keySelect',
  selectAll: 'keySelectAll',
  tag: 'keyTag',
  note: 'keyNote',
  star: 'keyStar',
  unread: 'keyUnread',
  reading: 'keyReading',
  read: 'keyRead',
  open: 'keyOpen',
  pdf: 'keyPdf',
  copy: 'keyCopy',
  export: 'keyExport',
  remove: 'keyRemove',
  undo: 'keyUndo',
  help: 'keyHelp',
};
