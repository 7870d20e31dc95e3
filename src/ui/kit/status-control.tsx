import { useId } from 'preact/hooks';
import { statusName } from '../../locale';
import { type Status, statuses } from '../../paper/paper';
import { leaveGroup } from './leave-group';

/** The word in a list. */
export function StatusWord({ status }: { status: Status }) {
  return <span class={`status ${status}`}>{statusName(status)}</span>;
}

interface StatusControlProps {
  /** Undefined where several papers differ. */
  status: Status | undefined;
  /** What it is the status of, to assistive tools. */
  label: string;
  onChange(status: Status): void;
}

/** The three statuses side by side, one chosen: native radio buttons, so that arrow keys work as everywhere. */
export function StatusControl({ status, label, onChange }: StatusControlProps) {
  const name = useId();
  return (
    <div class="segments" role="radiogroup" aria-label={label}>
      {statuses.map((each) => (
        <label key={each}>
          <input type="radio" ref={leaveGroup} name={name} checked={each === status} onChange={() => onChange(each)} />
          {statusName(each)}
        </label>
      ))}
    </div>
  );
}
