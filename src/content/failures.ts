/** What went wrong, what was kept, and what to do, in one sentence each. */
import { type MessageKey, t } from '../locale';
import type { Failure } from '../messages';

const texts: Record<Failure['code'], MessageKey> = {
  full: 'failureFull',
  blocked: 'failureBlocked',
  newer: 'failureNewer',
  closed: 'failureAsleep',
  asleep: 'failureAsleep',
  invalid: 'failureInvalid',
  missing: 'failureMissing',
  refused: 'failureRefused',
  orphaned: 'failureOrphaned',
  unknown: 'failureUnknown',
};

export const failureText = ({ code }: Failure): string => t(texts[code]);
