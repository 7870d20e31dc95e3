/** The page bar's keys: what each does, and when it is ours to take. */
import type { MessageKey } from '../../locale';
import type { Site } from '../../sites/site';
import type { PageScript } from '../core/page-script';

/** What a key may do, in the order in which they are shown. */
export const keyActs = [
  ['next', 'j', 'barKeyNext'],
  ['previous', 'k', 'barKeyPrevious'],
  ['select', 'x', 'barKeySelect'],
  ['save', 's', 'barKeySave'],
  ['tag', 't', 'barKeyTag'],
  ['unread', '1', 'statusUnread'],
  ['reading', '2', 'statusReading'],
  ['read', '3', 'statusRead'],
  ['hide', 'h', 'barKeyHide'],
  ['open', 'o', 'barKeyOpen'],
  ['undo', 'z', 'barKeyUndo'],
  ['keys', '?', 'barKeyKeys'],
] as const satisfies readonly (readonly [string, string, MessageKey])[];

/** Name of what a key does; `leave` is Escape. */
export type KeyAct = (typeof keyActs)[number][0] | 'leave';

const byKey = new Map<string, KeyAct>([
  ...keyActs.map(([act, key]): [string, KeyAct] => [key, act]),
  ['Escape', 'leave'],
]);

/** The letter of a key, whatever is written on it: on a Cyrillic keyboard `j` is where it is on a Latin one. */
function letter({ key, code }: KeyboardEvent): string {
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase();
  return key.length === 1 ? code.replace(/^Key/, '').toLowerCase() : key;
}

/** What a key asks for by itself; undefined for any that is held with others. Shift widens `x`, `j` and `k`. */
export function actOf(event: KeyboardEvent): { act: KeyAct; key: string; widens: boolean } | undefined {
  if (!event.isTrusted || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const key = letter(event);
  const act = byKey.get(key);
  if (act === undefined) return undefined;
  const mayWiden = act === 'select' || act === 'next' || act === 'previous';
  return event.shiftKey && !mayWiden && act !== 'keys' ? undefined : { act, key, widens: event.shiftKey };
}

/** Whether an event comes from something of ours: from what we made, not from what looks like it. */
export function isOnOwnElement({ target }: Event, { layer, listing }: PageScript): boolean {
  if (target === layer.host) return true;
  return [...listing.overlays.values()].some(({ control }) => control?.host === target);
}

/** Roles of what takes letters for itself. */
const typing = /^(?:textbox|searchbox|combobox|spinbutton|listbox|option|menu\w*|tree\w*|grid\w*|application|slider)$/;

/**
 * Whether the page itself may want the key: the focus is in something one types in, in a frame, or in an element of the
 * page's own making, which may hold a field that nobody outside sees.
 */
export function isPages(event: Event): boolean {
  const [target] = event.composedPath();
  if (document.designMode === 'on') return true;
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  if (/^(?:input|textarea|select|iframe|object|embed|audio|video)$|-/.test(target.localName)) return true;
  return event.composedPath().some((at) => at instanceof Element && typing.test(at.getAttribute('role') ?? ''));
}

/** Whether the site uses the key itself. */
export const isSites = (site: Site, key: string): boolean => site.ownKeys?.includes(key) === true;
