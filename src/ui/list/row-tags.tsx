import type { Row } from '../../library/types';
import { number, t } from '../../locale';
import type { Tag } from '../../paper/paper';
import { tagColor } from '../tags/tag-color';

interface RowTagsProps {
  row: Row;
  /** Tags by id. */
  tags: ReadonlyMap<string, Tag>;
  onTag(name: string): void;
  /** From how many tags on it says how many there are beyond those for which there may be no room. */
  room?: number;
}

/** The tags of a paper in a list; a click on one filters by it. */
export function RowTags({ row, tags, onTag, room = 2 }: RowTagsProps) {
  const own = row.tags.map((id) => tags.get(id)).filter((tag): tag is Tag => tag !== undefined);
  if (own.length === 0) return null;
  return (
    <div class="row-tags">
      {own.map((tag) => (
        <button
          type="button"
          class="chip"
          key={tag.id}
          tabIndex={-1}
          title={tag.name}
          aria-label={t('uiTagFilter', tag.name)}
          onClick={() => onTag(tag.name)}
        >
          <i class="dot" style={{ '--dot': tagColor(tag) }} />
          <bdi class="name">{tag.name}</bdi>
        </button>
      ))}
      {own.length > room && <span class="row-tags-more">+{number(own.length - room)}</span>}
    </div>
  );
}
