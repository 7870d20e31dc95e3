import { useEffect, useState } from 'preact/hooks';
import type { Row } from '../library/library';
import { plural, t } from '../locale';
import type { Completion } from '../messages';
import { Dialog } from './dialog';
import { TagInput } from './tag-input';
import type { Changes } from './use-changes';
import type { Tags } from './use-tags';

interface TagDialogProps {
  rows: readonly Row[];
  tags: Tags;
  changes: Changes;
  onClose(): void;
}

/** Names of the tags that all papers have. */
function sharedTags(rows: readonly Row[], tags: Tags): string[] {
  const [first, ...others] = rows;
  const ids = first?.tags.filter((id) => others.every((row) => row.tags.includes(id))) ?? [];
  return ids.map((id) => tags.byId.get(id)?.name).filter((name) => name !== undefined);
}

/** Tags one paper or many: shown are the tags that all have; what is added or taken out is so for all, at once. */
export function TagDialog({ rows, tags, changes, onClose }: TagDialogProps) {
  const [recent, setRecent] = useState<readonly Completion[]>([]);
  const [names, setNames] = useState(() => sharedTags(rows, tags));
  useEffect(() => {
    void tags.complete('').then(setRecent);
  }, []);
  const change = (now: string[]) => {
    const add = now.filter((name) => !names.includes(name));
    const remove = names.filter((name) => !now.includes(name));
    setNames(now);
    void changes.tag(
      rows.map((row) => row.n),
      add,
      remove,
    );
  };
  const [only] = rows;
  return (
    <Dialog
      title={rows.length === 1 && only ? only.facts.title : plural('uiTagMany', rows.length)}
      onClose={onClose}
      actions={
        <button type="button" class="btn" onClick={onClose}>
          {t('uiDone')}
        </button>
      }
    >
      <TagInput
        tags={names}
        label={t('uiTags')}
        complete={tags.complete}
        colorOf={tags.colorOf}
        recent={recent}
        autoFocus
        onChange={change}
        onDone={onClose}
      />
    </Dialog>
  );
}
