import { useRef, useState } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../locale';
import browser from '../../messages/browser';
import { arxivApi, completeFromArxiv, type LeftReason } from '../../services/arxiv/complete';
import type { Changes } from '../library/use-changes';

/** The host permission that it needs. */
const origins = [arxivApi.origin];

const why: Partial<Record<LeftReason, MessageKey>> = {
  offline: 'completeOffline',
  busy: 'completeBusy',
  refused: 'completeRefused',
  unreadable: 'completeUnreadable',
};

/**
 * Fetches missing details of papers from arXiv. The browser asks for permission first. `done` is the progress, 0 to 1,
 * while it runs.
 */
export function useCompleting(changes: Changes) {
  const [done, setDone] = useState<number>();
  const running = useRef<AbortController>(undefined);
  const complete = async (numbers: readonly number[]) => {
    if (!(await browser.permissions.request({ origins }))) return;
    running.current = new AbortController();
    const { signal } = running.current;
    setDone(0);
    await changes.attempt(
      async (own) => {
        const { change, completed, left } = await completeFromArxiv(own, numbers, {
          signal,
          onProgress: (papers, of) => setDone(papers / Math.max(1, of)),
        });
        return { ...change, completed, left };
      },
      ({ completed, left }) => {
        const trouble = left.map(({ reason }) => why[reason]).find((key) => key !== undefined);
        return [
          plural('completeDone', completed),
          left.length > 0 && plural('completeLeft', left.length),
          trouble && t(trouble),
        ]
          .filter(Boolean)
          .join(' ');
      },
    );
    setDone(undefined);
  };
  return { done, complete };
}
