import { useMemo } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Change } from '../../library/types';
import { plural, statusName, t } from '../../locale';
import type { Status } from '../../paper/paper';
import type { ShowToast } from '../kit/use-toasts';
import { errorWords } from './error-words';

/** The changes a user makes to papers. Each shows what was done with an Undo button, or why it failed with a Retry button. */
export function useChanges(library: Library, show: ShowToast) {
  return useMemo(() => {
    const undo = (change?: number) =>
      attempt(
        async (own) => {
          await own.undo(change);
        },
        () => t('uiUndone'),
      );

    /** Runs a change and shows the text that `describe` makes of its result, if any. Resolves with whether it succeeded. */
    async function attempt<T>(
      run: (own: Library) => Promise<T>,
      describe: (done: T) => string | undefined,
    ): Promise<boolean> {
      try {
        const done = await run(library);
        const text = describe(done);
        if (text !== undefined) show(text, undoAction(done));
        return true;
      } catch (error) {
        show(errorWords(error), {
          isError: true,
          action: { label: t('uiRetry'), run: () => void attempt(run, describe) },
        });
        return false;
      }
    }
    const undoAction = (done: unknown) =>
      isChange(done) ? { action: { label: t('uiUndo'), run: () => void undo(done.id) } } : {};

    return {
      attempt,
      undo: () => void undo(),
      tag: (papers: number[], add: string[], remove: string[] = []) =>
        attempt(
          (own) => own.tag(papers, { add, remove }, 'own'),
          () => taggedWords(papers.length, add, remove),
        ),
      setTags: (paper: number, tags: string[]) => attempt((own) => own.setTags([paper], tags, 'own'), silent),
      setStatus: (papers: number[], status: Status) =>
        attempt(
          (own) => own.setStatus(papers, status, 'own'),
          () => (papers.length > 1 ? plural('uiStatusSet', papers.length, statusName(status)) : undefined),
        ),
      setStarred: (papers: number[], starred: boolean) =>
        attempt(
          (own) => own.setStarred(papers, starred, 'own'),
          () => (papers.length > 1 ? plural(starred ? 'uiStarredMany' : 'uiUnstarredMany', papers.length) : undefined),
        ),
      /** Stars all papers, or unstars them if all are starred. */
      toggleStar: (papers: number[]) => {
        let starred = true;
        return attempt(
          async (own) => {
            starred = (await own.facets(papers)).starred < papers.length;
            return own.setStarred(papers, starred, 'own');
          },
          () => (papers.length > 1 ? plural(starred ? 'uiStarredMany' : 'uiUnstarredMany', papers.length) : undefined),
        );
      },
      setNote: (paper: number, note: string) => attempt((own) => own.setNote([paper], note, 'own'), silent),
      remove: (papers: number[]) =>
        attempt(
          async (own) => {
            const [single] = papers.length === 1 ? await own.rows(papers) : [];
            return { ...(await own.remove(papers, 'own')), title: single?.facts.title };
          },
          ({ title }) => (title === undefined ? plural('uiRemoved', papers.length) : t('uiRemovedTitle', title)),
        ),
    };
  }, [library, show]);
}

export type Changes = ReturnType<typeof useChanges>;

/** No toast, for changes that are visible where they are made. They can be undone by key all the same. */
const silent = (): undefined => undefined;

const isChange = (done: unknown): done is Change =>
  typeof done === 'object' && done !== null && 'id' in done && 'numbers' in done;

function taggedWords(papers: number, add: readonly string[], remove: readonly string[]): string {
  const names = (list: readonly string[]) => list.join(', ');
  return add.length ? plural('uiTagged', papers, names(add)) : plural('uiUntagged', papers, names(remove));
}
