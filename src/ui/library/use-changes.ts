import { useMemo } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Change } from '../../library/types';
import { plural, statusName, t } from '../../locale';
import type { Status } from '../../paper/paper';
import { shortTitle } from '../kit/short-title';
import type { ShowToast } from '../kit/use-toasts';
import { errorWords } from './error-words';

/**
 * The changes a user makes to papers. Each shows what was done with an Undo button, or why it failed with a Retry button. A
 * single paper is named by its title, several by their number: what is changed may be out of sight.
 */
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

    /** Changes papers. `describe` gets the title of a single paper, shortened; undefined for several. */
    const change = (
      papers: readonly number[],
      run: (own: Library) => Promise<Change>,
      describe: (title: string | undefined) => string,
    ) =>
      attempt(
        async (own) => {
          const [only] = papers.length === 1 ? await own.rows(papers) : [];
          return { ...(await run(own)), title: only && shortTitle(only.facts.title) };
        },
        ({ title }) => describe(title),
      );
    /** A change made by the control that shows it needs no words. */
    const quietly = (run: (own: Library) => Promise<Change>) => attempt(run, silent);

    return {
      library,
      attempt,
      /** Undoes a change; the last one without a number. */
      undo: (change?: number) => void undo(change),
      tag: (papers: number[], add: string[], remove: string[] = []) =>
        change(
          papers,
          (own) => own.tag(papers, { add, remove }, 'own'),
          (title) => taggedWords(title ?? papers.length, add, remove),
        ),
      setStatus: (papers: number[], status: Status) =>
        change(
          papers,
          (own) => own.setStatus(papers, status, 'own'),
          (title) =>
            title === undefined
              ? plural('uiStatusSet', papers.length, statusName(status))
              : t('uiStatusSetTitle', title, statusName(status)),
        ),
      /** Stars all papers, or unstars them if all are starred. */
      toggleStar: (papers: number[]) => {
        let starred = true;
        return change(
          papers,
          async (own) => {
            starred = (await own.facets(papers)).starred < papers.length;
            return own.setStarred(papers, starred, 'own');
          },
          (title) =>
            title === undefined
              ? plural(starred ? 'uiStarredMany' : 'uiUnstarredMany', papers.length)
              : t(starred ? 'uiStarredTitle' : 'uiUnstarredTitle', title),
        );
      },
      remove: (papers: number[]) =>
        change(
          papers,
          (own) => own.remove(papers, 'own'),
          (title) => (title === undefined ? plural('uiRemoved', papers.length) : t('uiRemovedTitle', title)),
        ),
      /** Changes of one paper by the controls of its details, which show them. */
      ofShown: (paper: number) => ({
        setTags: (tags: string[]) => quietly((own) => own.setTags([paper], tags, 'own')),
        refuseTag: (tag: string) => quietly((own) => own.refuseTag([paper], tag)),
        setStatus: (status: Status) => quietly((own) => own.setStatus([paper], status, 'own')),
        setStarred: (starred: boolean) => quietly((own) => own.setStarred([paper], starred, 'own')),
        setNote: (note: string) => quietly((own) => own.setNote([paper], note, 'own')),
      }),
    };
  }, [library, show]);
}

export type Changes = ReturnType<typeof useChanges>;

/** No toast, for changes that are visible where they are made. They can be undone by key all the same. */
const silent = (): undefined => undefined;

const isChange = (done: unknown): done is Change =>
  typeof done === 'object' && done !== null && 'id' in done && 'numbers' in done;

/** Which tags were added to or removed from a paper of that title, or so many papers. */
function taggedWords(papers: string | number, add: readonly string[], remove: readonly string[]): string {
  const names = (add.length ? add : remove).join(', ');
  if (typeof papers === 'string') return t(add.length ? 'uiTaggedTitle' : 'uiUntaggedTitle', papers, names);
  return plural(add.length ? 'uiTagged' : 'uiUntagged', papers, names);
}
