import { t } from '../../locale';
import type { Tag } from '../../paper/paper';
import { repositoryName } from '../../paper/repositories';
import { StatusWord } from '../kit/status-control';
import { pageOf } from '../paper/paper-links';
import { authorsLine, whereAndWhen } from '../paper/paper-words';
import { marked, type RowCallbacks, RowFrame, type RowState, RowTitle } from './row-frame';
import { RowTags } from './row-tags';

export interface PaperRowProps extends RowState {
  /** Tags by id. */
  tags: ReadonlyMap<string, Tag>;
  acts: RowCallbacks;
}

function Meta({ row, words }: Pick<PaperRowProps, 'row' | 'words'>) {
  const isNamed = Boolean(row.facts.authors?.length);
  const page = pageOf({ ...row.facts, ids: row.ids });
  const [code] = row.facts.links?.code ?? [];
  const where = whereAndWhen(row.facts, row.key);
  return (
    <p class="row-meta">
      <bdi class={isNamed ? 'row-authors' : 'row-authors missing'}>
        {marked(authorsLine(row.facts), isNamed ? words : [])}
      </bdi>
      {page === undefined ? (
        <span class="row-when">{where}</span>
      ) : (
        <a class="row-when" href={page} target="_blank" rel="noreferrer" tabIndex={-1} title={t('uiOpen')}>
          {where}
        </a>
      )}
      {code !== undefined && (
        <a class="row-code" href={code} target="_blank" rel="noreferrer" tabIndex={-1} title={repositoryName(code)}>
          {t('uiCode')}
        </a>
      )}
    </p>
  );
}

/** A paper in a list: title, authors, venue and date, tags, status, code. */
export function PaperRow(props: PaperRowProps) {
  const { row, tags, acts } = props;
  return (
    <RowFrame {...props}>
      <div class="row-head">
        <RowTitle {...props} />
        <StatusWord status={row.status} />
      </div>
      <Meta row={row} words={props.words} />
      <RowTags row={row} tags={tags} onTag={acts.onTag} />
    </RowFrame>
  );
}
