/** The page bar's keys: the action of each, and when the bar may handle it. */
import type { MessageKey } from '../../locale';
import type { Site } from '../../sites/site';
import { latinKey } from '../../ui/kit/latin-key';
import type { PageScript } from '../core/page-script';

/** Actions with their keys and labels, in the order of the list of keys. */
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

/** Name of an action; `leave` is Escape. */
export type KeyAct = (typeof keyActs)[number][0] | 'leave';

const byKey = new Map<string, KeyAct>([
  ...keyActs.map(([act, key]): [string, KeyAct] => [key, act]),
  ['Escape', 'leave'],
]);

/** The action of a key that is pressed without Control, Alt or Meta. Shift extends the selection with `x`, `j` and `k`. */
export function actOf(event: KeyboardEvent): { act: KeyAct; key: string; widens: boolean } | undefined {
  if (!event.isTrusted || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const named = latinKey(event);
  const key = named.length === 1 ? named.toLowerCase() : named;
  const act = byKey.get(key);
  if (act === undefined) return undefined;
  const mayWiden = act === 'select' || act === 'next' || act === 'previous';
  return event.shiftKey && !mayWiden && act !== 'keys' ? undefined : { act, key, widens: event.shiftKey };
}

/** Whether an event comes from an element that we made, not from one that only looks like it. */
export function isOnOwnElement({ target }: Event, { layer, listing }: PageScript): boolean {
  if (target === layer.host) return true;
  return [...listing.overlays.values()].some(({ control }) => control?.host === target);
}

/** ARIA roles of elements that use letter keys themselves. */
const typing = /^(?:textbox|searchbox|combobox|spinbutton|listbox|option|menu\w*|tree\w*|grid\w*|application|slider)$/;

/**
 * Whether the page may need the key: the focus is in a field, in a frame, or in a custom element, whose closed root may hold a
 * field.
 */
export function isPages(event: Event): boolean {
  const [target] = event.composedPath();
  if (document.designMode === 'on') return true;
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  if (/^(?:input|textarea|select|iframe|object|embed|audio|video)$|-/.test(target.localName)) return true;
  return event.composedPath().some((at) => at instanceof Element && typing.test(at.getAttribute('role') ?? ''));
}

/** Whether the site has an action for the key itself. */
export const isSites = (site: Site, key: string): boolean => site.ownKeys?.includes(key) === true;
