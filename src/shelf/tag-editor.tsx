import { useState } from 'preact/hooks';
import { plural, t } from '../locale';
import type { Tag } from '../paper/paper';
import { Dialog } from '../ui/kit/dialog';
import { leaveGroup } from '../ui/kit/leave-group';
import { tagColor, tagColors } from '../ui/tags/tag-color';
import { TagNameField } from '../ui/tags/tag-name-field';
import { tidyTag } from '../ui/tags/tag-options';
import type { Tags } from '../ui/tags/use-tags';

interface TagEditorProps {
  tag: Tag;
  tags: Tags;
  onRename(name: string): void;
  onMerge(into: string): void;
  onColor(color: number | undefined): void;
  onDelete(): void;
  onClose(): void;
}

function Colors({ tag, onColor }: Pick<TagEditorProps, 'tag' | 'onColor'>) {
  return (
    <fieldset class="colors">
      <legend>{t('shelfTagColor')}</legend>
      {Array.from({ length: tagColors }, (_, color) => (
        <label key={color} title={t('shelfTagColorN', color + 1)}>
          <input
            type="radio"
            ref={leaveGroup}
            name="tag-color"
            aria-label={t('shelfTagColorN', color + 1)}
            checked={tag.color === color}
            onChange={() => onColor(color)}
          />
          <i class="dot" style={{ '--dot': tagColor({ name: tag.name, color }) }} />
        </label>
      ))}
      <button type="button" class="link" disabled={tag.color === undefined} onClick={() => onColor(undefined)}>
        {t('shelfTagColorAuto')}
      </button>
    </fieldset>
  );
}

/** Renames, nests, merges, colours or deletes a tag. The name of another tag merges the two. */
export function TagEditor(props: TagEditorProps) {
  const { tag, tags, onClose } = props;
  const [text, setText] = useState(tag.name);
  const name = tidyTag(text);
  const named = tags.named(name);
  const other = named?.id === tag.id ? undefined : named;
  const papers = tags.counts.get(tag.id) ?? 0;
  const rename = (event: Event) => {
    event.preventDefault();
    if (name === '') return;
    if (other) props.onMerge(other.id);
    else if (name !== tag.name) props.onRename(name);
    onClose();
  };
  return (
    <Dialog
      title={t('shelfTagTitle', tag.name)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="btn danger" onClick={props.onDelete}>
            {t('shelfTagDelete')}
          </button>
          <span class="space" />
          <button type="submit" form="rename-tag" class="btn primary" disabled={name === '' || name === tag.name}>
            {t(other ? 'shelfTagMerge' : 'shelfTagRename')}
          </button>
        </>
      }
    >
      <form id="rename-tag" onSubmit={rename}>
        <TagNameField label={t('shelfTagName')} value={text} complete={tags.complete} autoFocus onInput={setText} />
      </form>
      <p class="hint" role="status">
        {other ? plural('shelfTagMergeHint', papers, other.name) : t('shelfTagNestHint')}
      </p>
      <Colors tag={tag} onColor={props.onColor} />
    </Dialog>
  );
}
