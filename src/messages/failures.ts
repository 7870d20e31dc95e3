/** What went wrong, what was kept, and what to do, in one sentence each. */
import { type MessageKey, t } from '../locale';
import type { Failure } from './contract';

/** The library closed by the browser is to a page as one that does not answer. */
export function failureText({ code }: Failure): string {
  const name = code === 'closed' ? 'asleep' : code;
  return t(`failure${name.charAt(0).toUpperCase()}${name.slice(1)}` as MessageKey);
}
