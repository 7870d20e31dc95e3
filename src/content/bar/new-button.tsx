import { date, day, plural } from '../../locale';
import { Quiet } from './quiet';
import type { Triage } from './triage';

/** "Tuesday", as one says it: the time on the same day, the weekday within the week, else the date. */
function since(at: number): string {
  const age = Date.now() - at;
  if (new Date(at).toDateString() === new Date().toDateString())
    return date(at, { hour: 'numeric', minute: 'numeric' });
  return age < 6 * 24 * 60 * 60 * 1000 ? date(at, { weekday: 'long' }) : day(at);
}

/** How many papers are new since the last visit; pressed, only they stand out. */
export function NewButton({ triage }: { triage: Triage }) {
  const { showing } = triage;
  const { before } = showing.seen;
  const fresh = showing.cards().filter((entry) => showing.seen.wasSeen(entry) === false).length;
  if (before === undefined) return null;
  const text = plural('barNew', fresh, since(before));
  return (
    <button
      type="button"
      class="btn ghost new"
      aria-pressed={showing.wishes.isNewOnly}
      disabled={fresh === 0}
      aria-label={text}
      onClick={() => triage.wish({ isNewOnly: !showing.wishes.isNewOnly })}
    >
      <Quiet text={text} />
    </button>
  );
}
