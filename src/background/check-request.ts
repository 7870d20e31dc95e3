/**
 * Checks of what a page's process sends, which is not trusted: the type and size of every value. Each throws a
 * `LibraryError` with the code `invalid`, and the name of what is wrong as its message.
 */
import type { Runtime } from 'webextension-polyfill';
import { LibraryError } from '../library/error';
import { maxKeysPerMessage } from '../messages/contract';
import { toFacts } from '../paper/check';
import { isId } from '../paper/identity';
import type { Context, Facts } from '../paper/paper';
import { siteFor } from '../sites';
import { any } from '../sites/any';

/** Throws unless the condition holds; `what` names the value that is wrong. */
export function check(isRight: boolean, what: string): asserts isRight {
  if (!isRight) throw new LibraryError('invalid', what);
}

/** A list of ids of papers, of at most the length a message may have. */
export function checkKeys(keys: unknown, max = maxKeysPerMessage): asserts keys is string[] {
  check(Array.isArray(keys) && keys.length <= max && keys.every((key) => typeof key === 'string' && isId(key)), 'keys');
}

/** The facts of papers, each as `toFacts` lets it pass. One that does not pass refuses them all, with its reason. */
export function checkFacts(facts: readonly unknown[]): Facts[] {
  return facts.map((each) => {
    const { facts: right, reason } = toFacts(each);
    if (!right) throw new LibraryError('invalid', reason);
    return right;
  });
}

/** Whether a value is a text of at most `maxLength` UTF-16 units. */
export const isBoundedText = (value: unknown, maxLength: number): value is string =>
  typeof value === 'string' && value.length <= maxLength;

/** Where a save comes from. The browser knows the sender's origin; what the page says counts only within it. */
export function checkContext(context: Context, sender: Runtime.MessageSender): Context {
  check(isBoundedText(context?.url, 4000) && URL.canParse(context.url), 'context');
  const url = new URL(context.url);
  check(url.origin === new URL(sender.url ?? '').origin, 'context');
  // Only the generic reader tells the kind of a page by its content; a site tells it by the address.
  if (context.site === any.id && any.kind(url))
    return { site: any.id, url: url.href, kind: context.kind === 'paper' ? 'paper' : 'listing' };
  const site = siteFor(url);
  check(site !== undefined, 'context');
  return { site: site.id, url: url.href, kind: site.kind(url) ?? 'listing' };
}
