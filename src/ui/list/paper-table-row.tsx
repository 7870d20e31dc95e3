import type { ComponentChildren } from 'preact';
import type { Row } from '../../library/types';
import { day, number } from '../../locale';
import type { ColumnName } from '../../query/list-view';
import { StatusWord } from '../kit/status-control';
import { TablePart } from '../kit/table-part';
import { authorsLine } from '../paper/paper-words';
import type { PaperRowProps } from './paper-row';
import { marked, RowFrame, RowTitle } from './row-frame';
import { RowTags } from './row-tags';

const numeric = (value: number | undefined): ComponentChildren => value !== undefined && number(value);

function cellOf(name: ColumnName, row: Row, { words, tags, acts }: PaperRowProps): ComponentChildren {
  const { facts } = row;
  switch (name) {
    case 'authors':
      return marked(authorsLine(facts, 1), facts.authors?.length ? words : []);
    case 'venue':
      return facts.venue && marked(facts.venue, words);
    case 'year':
      return facts.published?.slice(0, 4);
    case 'tags':
      return <RowTags row={row} tags={tags} onTag={acts.onTag} room={1} />;
    case 'status':
      return <StatusWord status={row.status} />;
    case 'saved':
      return day(row.savedAt);
    default:
      return numeric(facts.metrics?.[name]);
  }
}

interface PaperTableRowProps extends PaperRowProps {
  columns: readonly ColumnName[];
  /** Its place in the table, from 1; the head is the first row. */
  tableRow: number;
}

/** A paper as a row of a table: title, then the columns that were chosen. */
export function PaperTableRow({ columns, ...props }: PaperTableRowProps) {
  return (
    <RowFrame kind="table-row" {...props}>
      <TablePart as="cell">
        <RowTitle {...props} />
      </TablePart>
      {columns.map((name) => (
        <TablePart as="cell" key={name} class={`cell ${name}`} dir="auto">
          {cellOf(name, props.row, props)}
        </TablePart>
      ))}
    </RowFrame>
  );
}
