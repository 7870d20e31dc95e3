import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';
import { plural, t } from '../../locale';
import type { Completion } from '../../paper/marks';
import { plainText } from '../../paper/tex/plain-text';
import { Dialog } from '../kit/dialog';
import { ignoreClosed } from '../library/ignore-closed';
import type { Changes } from '../library/use-changes';
import { TagInput } from './tag-input';
import type { Tags } from './use-tags';

interface TagDialogProps {
  library: Library;
  papers: readonly number[];
  tags: Tags;
  changes: Changes;
  onClose(): void;
}

/** Rows read at a time. */
const batch = 500;

interface SharedTags {
  /** Ids of the tags that all papers have. */
  tags: readonly string[];
  first: Row | undefined;
}

/** The tags that papers have in common. Stops reading once there can be none. */
async function readSharedTags(library: Library, papers: readonly number[]): Promise<SharedTags> {
  const [first] = await library.rows(papers.slice(0, 1));
  let tags: readonly string[] = first?.tags ?? [];
  for (let at = 1; at < papers.length && tags.length > 0; at += batch) {
    const rows = await library.rows(papers.slice(at, at + batch));
    tags = tags.filter((id) => rows.every((row) => row.tags.includes(id)));
  }
  return { tags, first };
}

/** The names of the tags that all papers have, a function that changes them, and the first paper's title. */
function useSharedTags({ library, papers, tags, changes }: Omit<TagDialogProps, 'onClose'>) {
  const [names, setNames] = useState<string[]>([]);
  const [title, setTitle] = useState<string>();
  useEffect(() => {
    const read = async () => {
      const shared = await readSharedTags(library, papers);
      const known = shared.tags.map((id) => tags.byId.get(id)?.name).filter((name) => name !== undefined);
      setNames((now) => [...new Set([...known, ...now])]);
      setTitle(shared.first && plainText(shared.first.facts.title));
    };
    ignoreClosed(read());
  }, [library, papers]);
  const change = (now: string[]) => {
    const add = now.filter((name) => !names.includes(name));
    const remove = names.filter((name) => !now.includes(name));
    setNames(now);
    void changes.tag([...papers], add, remove);
  };
  return { names, title, change };
}

/** Tags one paper or several. Shows the tags that all of them have; adding and removing applies to all of them at once. */
export function TagDialog({ onClose, ...context }: TagDialogProps) {
  const { papers, tags } = context;
  const [recent, setRecent] = useState<readonly Completion[]>([]);
  const { names, title, change } = useSharedTags(context);
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
    </Dialog>
  );
}
