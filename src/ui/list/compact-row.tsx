import { StatusWord } from '../kit/status-control';
import { authorsLine } from '../paper/paper-words';
import type { PaperRowProps } from './paper-row';
import { marked, RowFrame, RowTitle } from './row-frame';
import { RowTags } from './row-tags';

/** A paper in one line: title, first author, year, venue, tags, status. What finds no room in a narrow list is left out. */
export function CompactRow(props: PaperRowProps) {
  const { row, words, tags, acts } = props;
  const { facts } = row;
  const isNamed = Boolean(facts.authors?.length);
  return (
    <RowFrame kind="compact" {...props}>
      <div class="row-line">
        <RowTitle {...props} />
        <bdi class={isNamed ? 'row-authors' : 'row-authors missing'}>
          {marked(authorsLine(facts, 1), isNamed ? words : [])}
        </bdi>
        <span class="row-year">{facts.published?.slice(0, 4)}</span>
        <bdi class="row-venue">{facts.venue}</bdi>
        <div class="line-tags">
          <RowTags row={row} tags={tags} onTag={acts.onTag} room={1} />
        </div>
        <StatusWord status={row.status} />
      </div>
    </RowFrame>
  );
}
