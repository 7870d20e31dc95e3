import { useRef, useState } from 'preact/hooks';
import type { Row } from '../../library/types';
import browser from '../../messages/browser';
import type { Status } from '../../paper/paper';
import type { Numbers } from '../../ui/list/use-window';
import { pdfOf } from '../../ui/paper/paper-links';
import type { PaperActions } from '../../ui/surface/use-paper-keys';
import type { Surface } from '../../ui/surface/use-surface';

/** The papers that are read one after the other. They stay the same while their statuses change. */
interface Queue {
  numbers: Numbers;
  /** The place of the paper that is shown. */
  at: number;
}

/** Whether a PDF may be shown within the page: the user gave the permission for its host. */
async function mayFrame(pdf: string): Promise<boolean> {
  const { protocol, origin } = new URL(pdf);
  return protocol === 'https:' && browser.permissions.contains({ origins: [`${origin}/*`] });
}

/**
 * Reading papers one after the other: the selected ones or, without a selection, those of the list from the current one on. While
 * it is open its keys act on the paper that is shown; a status is set and leads to the next paper.
 */
export function useReading(surface: Surface) {
  const { library, list, changes, setDialog } = surface;
  const [queue, setQueue] = useState<Queue>();
  const [hasPdf, setPdf] = useState(false);
  const [isNoteWanted, wantNote] = useState(false);
  const place = useRef<HTMLElement>(null);
  const n = queue?.numbers[queue.at];

  const start = () => {
    const { selected } = list.selection;
    const numbers = selected.length > 0 ? selected : list.numbers;
    const at = list.current.current === undefined ? 0 : Math.max(0, numbers.indexOf(list.current.current));
    if (numbers.length > 0) setQueue({ numbers, at });
  };
  const leave = () => {
    setQueue(undefined);
    setPdf(false);
  };
  const close = () => {
    leave();
    const index = n === undefined ? -1 : list.numbers.indexOf(n);
    // Once the list is drawn again: a hidden row takes no focus.
    requestAnimationFrame(() => (index >= 0 ? list.current.goTo(index) : list.current.focus()));
  };
  const move = (by: number) => {
    if (!queue) return;
    wantNote(false);
    setQueue({ ...queue, at: Math.max(0, Math.min(queue.at + by, queue.numbers.length - 1)) });
    place.current?.scrollTo?.(0, 0);
  };
  const setStatus = (status: Status) => {
    if (n === undefined) return;
    void changes.setStatus([n], status);
    move(1);
  };
  const togglePdf = async () => {
    if (hasPdf) return setPdf(false);
    const [row]: Row[] = n === undefined ? [] : await library.rows([n]);
    const pdf = row && pdfOf({ ...row.facts, ids: row.ids });
    if (row && (pdf === undefined || !(await mayFrame(pdf)))) void surface.openLinks([row.n], 'pdf');
    else setPdf(true);
  };
  const actions: PaperActions =
    n === undefined
      ? {}
      : {
          next: () => move(1),
          previous: () => move(-1),
          tag: () => setDialog({ kind: 'tag', papers: [n] }),
          note: () => wantNote(true),
          star: () => void changes.toggleStar([n]),
          unread: () => setStatus('unread'),
          reading: () => setStatus('reading'),
          read: () => setStatus('read'),
          open: () => void surface.openLinks([n], 'page'),
          pdf: () => void togglePdf(),
          copy: () => void surface.copyCitations([n]),
          export: () => setDialog({ kind: 'export', papers: [n] }),
        };
  return {
    n,
    place,
    /** The place of the paper, from 1, and how many there are. */
    at: (queue?.at ?? 0) + 1,
    of: queue?.numbers.length ?? 0,
    hasPdf,
    mayFrame,
    isNoteWanted,
    wantNote,
    actions,
    start,
    /** Leads back to the list. */
    close,
    /** Makes room for what is shown next, which takes the focus. */
    leave,
    move,
    setStatus,
    togglePdf,
  };
}

export type ReadingState = ReturnType<typeof useReading>;
