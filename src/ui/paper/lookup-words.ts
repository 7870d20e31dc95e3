/** Says how a run of updates ended. */
import { date, plural, t } from '../../locale';
import type { Left, Outcome } from '../../services/lookup/kept-run';
import { services } from '../../services/lookup/services';

const reasons = {
  unknown: 'lookupUnknown',
  busy: 'lookupBusy',
  offline: 'lookupOffline',
  refused: 'lookupRefused',
  unreadable: 'lookupUnreadable',
} as const;

function leftWords({ service, reason, papers, retryAt }: Left): string | undefined {
  if (reason === 'stopped') return undefined;
  const words = plural(reasons[reason], papers, services[service].name);
  return retryAt === undefined
    ? words
    : `${words} ${t('lookupRetryAt', date(retryAt, { hour: 'numeric', minute: '2-digit' }))}`;
}

/** "Updated 12 papers. Crossref doesn’t know 2 papers." */
export const outcomeWords = ({ learnt, recent, withoutId, left, isStopped }: Outcome): string =>
  [
    isStopped && t('lookupStopped'),
    plural('lookupDone', learnt),
    recent > 0 && plural('lookupRecent', recent),
    withoutId > 0 && plural('lookupWithoutId', withoutId),
    ...left.map(leftWords),
  ]
    .filter(Boolean)
    .join(' ');
