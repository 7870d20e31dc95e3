import { useMemo } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Change } from '../../library/types';
import { plural, statusName, t } from '../../locale';
import type { Status } from '../../paper/paper';
import type { ShowToast } from '../kit/use-toasts';
import { errorWords } from './error-words';

/** Changes a person may make to some papers. Each says what was done and offers to take it back, or says why it failed. */
export function useChanges(library: Library, show: ShowToast) {
  return useMemo(() => {
    const undo = (change?: number) =>
      attempt(
        async (own) => {
          await own.undo(change);
        },
        () => t('uiUndone'),
      );

    /** Does something, says it; what failed can be tried again. Returns whether it was done. */
    async function attempt<T>(
      does: (own: Library) => Promise<T>,
      said: (done: T) => string | undefined,
    ): Promise<boolean> {
      try {
        const done = await does(library);
        const text = said(done);
        if (text !== undefined) show(text, offerOf(done));
        return true;
      } catch (error) {
        show(errorWords(error), {
          isError: true,
          action: { label: t('uiRetry'), run: () => void attempt(does, said) },
        });
        return false;
      }
    }
    const offerOf = (done: unknown) =>
      isChange(done) ? { action: { label: t('uiUndo'), run: () => void undo(done.id) } } : {};

    return {
      attempt,
      undo: () => void undo(),
      tag: (papers: number[], add: string[], remove: string[] = []) =>
        attempt(
          (own) => own.tag(papers, { add, remove }, 'own'),
          () => taggedWords(papers.length, add, remove),
        ),
      setTags: (paper: number, tags: string[]) => attempt((own) => own.setTags([paper], tags, 'own'), nothing),
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
      /** Stars all, or where all have a star takes it off. */
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
      setNote: (paper: number, note: string) => attempt((own) => own.setNote([paper], note, 'own'), nothing),
      remove: (papers: number[]) =>
        attempt(
          (own) => own.remove(papers, 'own'),
          () => plural('uiRemoved', papers.length),
        ),
    };
  }, [library, show]);
}

export type Changes = ReturnType<typeof useChanges>;

/** A change that is seen where it is made needs no message; undo by key works all the same. */
const nothing = (): undefined => undefined;

const isChange = (done: unknown): done is Change =>
  typeof done === 'object' && done !== null && 'id' in done && 'numbers' in done;

function taggedWords(papers: number, add: readonly string[], remove: readonly string[]): string {
  const names = (list: readonly string[]) => list.join(', ');
  return add.length ? plural('uiTagged', papers, names(add)) : plural('uiUntagged', papers, names(remove));
}
