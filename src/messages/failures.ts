/** Texts of failures: what went wrong, what was kept, what to do. */
import { type MessageKey, t } from '../locale';
import type { Failure } from './contract';

/** The text of a failure. A library that the browser closed reads like one that does not answer. */
export function failureText({ code }: Failure): string {
  const name = code === 'closed' ? 'asleep' : code;
  return t(`failure${name.charAt(0).toUpperCase()}${name.slice(1)}` as MessageKey);
}
