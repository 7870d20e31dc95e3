import type { Library } from '../../library/library';
import { number, t } from '../../locale';
import { tagColor } from './tag-color';
import { useTagCounts } from './use-tag-counts';
import type { Tags } from './use-tags';

/** Tags shown at once: the most frequent ones. The others are found by the field above. */
const maxShown = 100;

interface TagStatesProps {
  library: Library;
  papers: readonly number[];
  tags: Tags;
  /** Gives a tag to all papers, or removes it from all. */
  onChange(name: string, has: boolean): void;
}

/** The tags that any of several papers has: on, off, or mixed where only some have it. A click on a mixed one gives it to all. */
export function TagStates({ library, papers, tags, onChange }: TagStatesProps) {
  const counts = useTagCounts(library, papers);
  const known = [...(counts ?? [])].flatMap(([id, count]) => {
    const tag = tags.byId.get(id);
    return tag ? [{ tag, count }] : [];
  });
  if (known.length === 0) return null;
  known.sort((a, b) => b.count - a.count || a.tag.name.localeCompare(b.tag.name));
  return (
    <ul class="tag-states" aria-label={t('uiTagsOfAny')}>
      {known.slice(0, maxShown).map(({ tag, count }) => (
        <li key={tag.id}>
          <label>
            <input
              type="checkbox"
              checked={count === papers.length}
              indeterminate={count < papers.length}
              onChange={() => onChange(tag.name, count < papers.length)}
            />
            <i class="dot" style={{ '--dot': tagColor(tag) }} />
            <bdi class="name">{tag.name}</bdi>
            <span class="n">{t('popupCountOf', number(count), number(papers.length))}</span>
          </label>
          <button
            type="button"
            class="link"
            aria-label={t('uiTagRemove', tag.name)}
            onClick={() => onChange(tag.name, false)}
          >
            {t('uiTagRemoveAll')}
          </button>
        </li>
      ))}
      {known.length > maxShown && <li class="hint">{t('importMore', number(known.length - maxShown))}</li>}
    </ul>
  );
}
