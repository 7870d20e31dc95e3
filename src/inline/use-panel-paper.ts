/** The mark of the panel's paper as shown, and the actions on it. All are requests to the background. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Changed } from '../messages/contract';
import { failureText } from '../messages/failures';
import type { FrameClaim, PaperChange } from '../messages/frame-views';
import { ask, MessageError } from '../messages/transport';
import type { Mark } from '../paper/marks';
import type { Status } from '../paper/paper';

export type PanelClaim = Extract<FrameClaim, { is: 'panel' }>;

interface PanelPaperOptions {
  claim: PanelClaim;
  /** Registers a function that is called when the paper was changed elsewhere. */
  onChanged(listener: () => void): void;
  /** The paper is not in the library any more, and not by *Move to trash* of this panel. */
  onGone(): void;
}

export function usePanelPaper({ claim: { key, mark: first }, onChanged, onGone }: PanelPaperOptions) {
  const [mark, setMark] = useState(first);
  /** Changes that were sent and not answered yet. They are shown at once, and reverted if they are refused. */
  const [wanted, setWanted] = useState<Partial<Mark>>({});
  /** What went wrong with the last change. */
  const [problem, setProblem] = useState<string>();
  /** Number of the change that moved the paper to the trash. */
  const [removal, setRemoval] = useState<number>();
  /** Whether this panel moves, or moved, the paper to the trash. */
  const isRemoving = useRef(false);

  useEffect(() => {
    onChanged(async () => {
      const now = await ask('markOf', key).catch(() => mark); // the next change shows what is wrong
      if (now) setMark(now);
      else if (!isRemoving.current) onGone();
    });
  }, []);

  /** Numbers of the changes made here. */
  const made = useRef<number[]>([]);
  const run = async (asked: Promise<Changed>, shown: Partial<Mark> = {}): Promise<Changed | undefined> => {
    setWanted((before) => ({ ...before, ...shown }));
    setProblem(undefined);
    try {
      const changed = await asked;
      made.current.push(changed.change);
      const [now] = Object.values(changed.marks);
      if (now) setMark(now);
      return changed;
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      setProblem(failureText(error.failure));
      return undefined;
    } finally {
      setWanted((before) =>
        Object.fromEntries(Object.entries(before).filter(([name, value]) => shown[name as keyof Mark] !== value)),
      );
    }
  };
  const change = (wish: PaperChange, shown?: Partial<Mark>) => run(ask('changePaper', { key, change: wish }), shown);

  return {
    mark: { ...mark, ...wanted },
    problem,
    isRemoved: removal !== undefined,
    setTags: (tags: string[]) => change({ tags }, { tags }),
    refuseTag: (tag: string) => change({ unfitTag: tag }),
    setStatus: (status: Status) => change({ status }, { status }),
    setStarred: (starred: boolean) => change({ isStarred: starred }, { starred }),
    /** Resolves to true once the note is saved. */
    setNote: async (note: string) => (await change({ note })) !== undefined,
    async remove() {
      isRemoving.current = true;
      const removed = await change({ isRemoved: true });
      isRemoving.current = removed !== undefined;
      setRemoval(removed?.change);
    },
    /** Undoes the removal. */
    async restore() {
      if (!removal || !(await run(ask('undoChange', removal)))) return;
      isRemoving.current = false;
      setRemoval(undefined);
    },
    /** Undoes the save that opened the panel. Resolves to whether it was undone. */
    async undoSave(saved: number) {
      isRemoving.current = true;
      const undone = await run(
        ask('undoSave', { saved, since: [...made.current] }).then(() => ({ change: saved, marks: {} })),
      );
      isRemoving.current = undone !== undefined;
      return undone !== undefined;
    },
    openLibrary: () => ask('openLibraryAt', key).catch(() => undefined),
  };
}
