import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { plural, t } from '../../locale';
import type { Completion } from '../../paper/marks';
import { plainText } from '../../paper/tex/plain-text';
import { Dialog } from '../kit/dialog';
import { ignoreClosed } from '../library/ignore-closed';
import type { Changes } from '../library/use-changes';
import { TagInput } from './tag-input';
import { TagStates } from './tag-states';
import type { Tags } from './use-tags';

interface TagDialogProps {
  library: Library;
  papers: readonly number[];
  tags: Tags;
  changes: Changes;
  onClose(): void;
}

/** The tags of a single paper by name, a function that changes them, and its title. Several papers have no tags of their own. */
function useOwnTags({ library, papers, tags, changes }: Omit<TagDialogProps, 'onClose'>) {
  const [names, setNames] = useState<string[]>([]);
  const [title, setTitle] = useState<string>();
  useEffect(() => {
    if (papers.length !== 1) return;
    const read = async () => {
      const [row] = await library.rows(papers);
      const known = row?.tags.map((id) => tags.byId.get(id)?.name).filter((name) => name !== undefined) ?? [];
      setNames((now) => [...new Set([...known, ...now])]);
      setTitle(row && plainText(row.facts.title));
    };
    ignoreClosed(read());
  }, [library, papers]);
  const change = (now: string[]) => {
    const add = now.filter((name) => !names.includes(name));
    const remove = names.filter((name) => !now.includes(name));
    if (papers.length === 1) setNames(now);
    void changes.tag([...papers], add, remove);
  };
  return { names, title, change };
}

/** Tags one paper or several. Of several it shows every tag that any of them has, and how many have it. */
export function TagDialog({ onClose, ...context }: TagDialogProps) {
  const { library, papers, tags, changes } = context;
  const [recent, setRecent] = useState<readonly Completion[]>([]);
  const { names, title, change } = useOwnTags(context);
  useEffect(() => {
    void tags.complete('').then(setRecent);
  }, []);
  return (
    <Dialog
      title={papers.length === 1 && title !== undefined ? title : plural('uiTagMany', papers.length)}
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
      {papers.length > 1 && (
        <TagStates
          library={library}
          papers={papers}
          tags={tags}
          onChange={(name, has) => void changes.tag([...papers], has ? [name] : [], has ? [] : [name])}
        />
      )}
    </Dialog>
  );
}
