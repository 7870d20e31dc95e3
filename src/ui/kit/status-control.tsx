import { useId } from 'preact/hooks';
import { statusName } from '../../locale';
import { type Status, statuses } from '../../paper/paper';
import { leaveGroup } from './leave-group';

/** The status of a paper in a list. */
export function StatusWord({ status }: { status: Status }) {
  return <span class={`status ${status}`}>{statusName(status)}</span>;
}

interface StatusControlProps {
  /** Undefined where papers differ in it. */
  status: Status | undefined;
  /** The accessible name: which paper's status it is. */
  label: string;
  onChange(status: Status): void;
}

/** The three statuses as a segmented control. Its parts are native radio buttons, for their keyboard behaviour. */
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
