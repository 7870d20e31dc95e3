import type { PaperGroup } from '../../library/types';
import { date, plural, statusName, t } from '../../locale';
import { type Status, statuses } from '../../paper/paper';
import type { GroupKey } from '../../query/query';
import { TablePart } from '../kit/table-part';

/** What the papers without a tag, venue or year are headed by. */
const without = { tag: 'groupNoTag', venue: 'groupNoVenue', year: 'groupNoYear' } as const;

/** A group's name in the user's language. */
export function groupWords(by: GroupKey, { name }: PaperGroup): string {
  if (by === 'status') return statuses.some((each) => each === name) ? statusName(name as Status) : name;
  if (by === 'month') {
    const [year = 0, month = 1] = name.split('-').map(Number);
    return date(Date.UTC(year, month - 1), { year: 'numeric', month: 'long', timeZone: 'UTC' });
  }
  return name === '' ? t(without[by]) : name;
}

/** The heading above the first paper of a group. In a table it is a row of one cell. */
export function GroupHead({ by, group, isTable }: { by: GroupKey; group: PaperGroup; isTable: boolean }) {
  const head = (
    <h2 class="group-head">
      <bdi>{groupWords(by, group)}</bdi> <span class="n">{plural('papers', group.papers)}</span>
    </h2>
  );
  if (!isTable) return head;
  return (
    <TablePart as="row">
      <TablePart as="cell">{head}</TablePart>
    </TablePart>
  );
}
