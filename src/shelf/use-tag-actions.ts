import { useState } from 'preact/hooks';
import { plural, t } from '../locale';
import type { Tag } from '../paper/paper';
import type { Surface } from '../ui/surface/use-surface';

/** The actions of the tag tree, and of the dialog that edits a tag. */
export function useTagActions({ changes, tags }: Surface) {
  const [editedId, setEdited] = useState<string>();
  const nameOf = (id: string) => tags.byId.get(id)?.name ?? '';
  const rename = (id: string, name: string) =>
    void changes.attempt(
      (own) => own.renameTag(id, name),
      () => t('shelfTagRenamed', name),
    );
  return {
    ofTree: {
      onEdit: (id: string) => setEdited(id),
      onDropPapers: (name: string, papers: number[]) => void changes.tag(papers, [name]),
      /** Moves a tag below another; it keeps the last part of its name. */
      onNest: (id: string, below: string) => {
        const name = `${below}/${nameOf(id).split('/').at(-1)}`;
        if (!below.startsWith(`${nameOf(id)}/`) && name !== nameOf(id)) rename(id, name);
      },
    },
    edited: editedId === undefined ? undefined : tags.byId.get(editedId),
    editor: (tag: Tag) => ({
      tag,
      tags,
      onRename: (name: string) => rename(tag.id, name),
      onMerge: (into: string) =>
        void changes.attempt(
          (own) => own.mergeTags([tag.id], into),
          () => t('shelfTagMerged', nameOf(into)),
        ),
      onColor: (color: number | undefined) =>
        void changes.attempt(
          (own) => own.setTagColor(tag.id, color),
          () => undefined,
        ),
      onDelete: () => {
        setEdited(undefined);
        const papers = tags.counts.get(tag.id) ?? 0;
        void changes.attempt(
          (own) => own.deleteTag(tag.id),
          () => plural('shelfTagDeleted', papers, tag.name),
        );
      },
      onClose: () => setEdited(undefined),
    }),
  };
}
