import { date, day, plural } from '../../locale';
import type { Triage } from './triage';
import { Unfindable } from './unfindable';

/** A time in words: the time of day today, the weekday within the last six days, else the date. */
function since(at: number): string {
  const age = Date.now() - at;
  if (new Date(at).toDateString() === new Date().toDateString())
    return date(at, { hour: 'numeric', minute: 'numeric' });
  return age < 6 * 24 * 60 * 60 * 1000 ? date(at, { weekday: 'long' }) : day(at);
}

/** A toggle with the number of papers that are new since the last visit. While pressed, the others are dimmed or hidden. */
export function NewButton({ triage }: { triage: Triage }) {
  const { visible } = triage;
  const { before } = visible.seen;
  const fresh = visible.cards().filter((overlay) => visible.seen.wasSeen(overlay) === false).length;
  if (before === undefined) return null;
  const text = plural('barNew', fresh, since(before));
  return (
    <button
      type="button"
      class="btn ghost new"
      aria-pressed={visible.options.isNewOnly}
      disabled={fresh === 0}
      aria-label={text}
      onClick={() => triage.setView({ isNewOnly: !visible.options.isNewOnly })}
    >
      <Unfindable text={text} />
    </button>
  );
}
