import { useMemo } from 'preact/hooks';
import type { Library } from '../library/library';
import { previewMerge } from '../library/preview-merge';
import { day, plural, statusName, t } from '../locale';
import { displayName } from '../paper/east-asian-names';
import type { Paper } from '../paper/paper';
import { Dialog } from '../ui/kit/dialog';
import { useRead } from '../ui/library/use-read';
import { publishedWords } from '../ui/paper/paper-words';
import type { Surface } from '../ui/surface/use-surface';
import { pairOf } from './use-duplicates';

/** The papers that are not in the trash, the oldest first: the others are merged into it. */
async function readPapers(library: Library, numbers: readonly number[]): Promise<Paper[]> {
  const found = (await library.papers(numbers)).filter(({ removedAt }) => removedAt === undefined);
  return found.sort((a, b) => a.savedAt - b.savedAt || a.n - b.n);
}

type Line = [name: string, of: (paper: Paper) => string | undefined];

/** The lines of the comparison: a label, and a paper's value as text. */
const linesOf = (tagName: (id: string) => string | undefined): Line[] => [
  [t('shelfFieldTitle'), ({ facts }) => facts.title],
  [t('shelfAuthors'), ({ facts }) => facts.authors?.map(displayName).join(', ')],
  [t('shelfFieldPublished'), ({ facts }) => facts.published && publishedWords(facts.published)],
  [t('shelfFieldVenue'), ({ facts }) => facts.venue],
  [t('shelfFieldAbstract'), ({ facts }) => facts.abstract],
  [t('shelfIds'), ({ ids }) => ids.join('\n')],
  [t('uiTags'), ({ tags }) => tags.map(tagName).filter(Boolean).join(', ')],
  [t('uiStatus'), ({ status }) => statusName(status)],
  [t('uiStarred'), ({ starredAt }) => (starredAt === undefined ? undefined : day(starredAt))],
  [t('uiNote'), ({ note }) => note],
  [t('shelfSaved'), ({ savedAt }) => day(savedAt)],
];

interface ComparisonProps {
  papers: readonly Paper[];
  lines: readonly Line[];
}

/** The papers side by side, and the merged result. Values that are the same in all are dimmed. */
function Comparison({ papers, lines }: ComparisonProps) {
  const together = useMemo(() => previewMerge(papers), [papers]);
  return (
    <table class="sides">
      <thead>
        <tr>
          <td />
          {papers.map((paper, i) => (
            <th scope="col" key={paper.n}>
              {t('shelfSideN', i + 1)}
            </th>
          ))}
          <th scope="col">{t('shelfTogether')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, of]) => {
          const values = papers.map(of);
          if (values.every((value) => !value)) return null;
          return (
            <tr key={name} class={values.every((value) => value === values[0]) ? 'alike' : undefined}>
              <th scope="row">{name}</th>
              {[...values, together && of(together)].map((value, i) => (
                <td key={i} dir="auto" class={i === papers.length ? 'together' : undefined}>
                  <div class={value ? 'side-value' : 'side-value missing'}>{value || '–'}</div>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface MergeDialogProps {
  library: Library;
  surface: Surface;
  numbers: readonly number[];
  onClose(): void;
}

/** Compares possible duplicates; the user merges them or keeps them separate. */
export function MergeDialog({ library, surface, numbers, onClose }: MergeDialogProps) {
  const { changes, tags, settings } = surface;
  const [papers = []] = useRead(library, (own) => readPapers(own, numbers), [numbers]);
  const lines = useMemo(() => linesOf((id) => tags.byId.get(id)?.name), [tags]);
  const [first, ...others] = papers;
  const merge = () => {
    if (!first) return;
    onClose();
    void changes.attempt(
      (own) =>
        own.mergePapers(
          first.n,
          others.map((paper) => paper.n),
        ),
      () => plural('shelfMerged', papers.length),
    );
  };
  const keepApart = () => {
    const pairs = papers.flatMap((a, i) => papers.slice(i + 1).map((b) => pairOf(a, b)));
    settings.change({ apart: [...new Set([...settings.values.apart, ...pairs])] });
    onClose();
  };
  return (
    <Dialog
      title={t('shelfMergeTitle')}
      wide
      onClose={onClose}
      actions={
        <>
          <button type="button" class="btn" disabled={others.length === 0} onClick={keepApart}>
            {t('shelfKeepApart')}
          </button>
          <button type="button" class="btn primary" disabled={others.length === 0} onClick={merge}>
            {t('shelfMerge')}
          </button>
        </>
      }
    >
      <Comparison papers={papers} lines={lines} />
    </Dialog>
  );
}
