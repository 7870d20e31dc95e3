/** Keyboard shortcuts of popup and library. Arrow keys, Enter, Delete and Escape always work as well. */
import type { MessageKey } from '../../locale';
import { latinKey } from '../kit/latin-key';

/** The actions that have a key, in the order in which the list of shortcuts shows them. */
export const keyActions = [
  'search',
  'next',
  'previous',
  'details',
  'peek',
  'select',
  'selectAll',
  'save',
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
  'dismiss',
  'undo',
  'help',
] as const;
export type KeyAction = (typeof keyActions)[number];
export type Keys = Record<KeyAction, string>;

/** Values of `KeyboardEvent.key`. */
export const defaultKeys: Keys = {
  search: '/',
  next: 'j',
  previous: 'k',
  details: 'Enter',
  peek: ' ',
  select: 'x',
  selectAll: 'a',
  save: 's',
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
  dismiss: 'h',
  undo: 'z',
  help: '?',
};

/** The keys in use: the defaults with the user's changes. */
export function keysOf(changed: Readonly<Record<string, string>>): Keys {
  const own = keyActions.filter((action) => Object.hasOwn(changed, action));
  return { ...defaultKeys, ...Object.fromEntries(own.map((action) => [action, changed[action]])) };
}

/** Keys that always work and cannot be changed. */
const fixedKeys: Partial<Record<string, KeyAction>> = { ArrowDown: 'next', ArrowUp: 'previous', Delete: 'remove' };

/**
 * The action of a key; undefined if it has none. A key without a Latin letter acts by its position, unless it is one of the
 * user's own.
 */
export function actionOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>, keys: Keys): KeyAction | undefined {
  const of = (key: string) => fixedKeys[key] ?? keyActions.find((action) => keys[action] === key);
  return of(event.key) ?? of(latinKey(event));
}

/** A key as it is shown. */
export const keyLabel = (key: string): string => ({ Enter: '⏎', ' ': '␣', Delete: 'Del' })[key] ?? key;

/** The label of each action. */
export const keyNames: Record<KeyAction, MessageKey> = {
  search: 'keySearch',
  next: 'keyNext',
  previous: 'keyPrevious',
  details: 'keyDetails',
  peek: 'keyPeek',
  select: 'keySelect',
  selectAll: 'keySelectAll',
  save: 'keySave',
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
  dismiss: 'keyDismiss',
  undo: 'keyUndo',
  help: 'keyHelp',
};
