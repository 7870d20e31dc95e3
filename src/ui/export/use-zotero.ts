import { useEffect, useRef, useState } from 'preact/hooks';
import { exportPapers } from '../../files/export-file';
import { zoteroItem } from '../../formats';
import type { Library } from '../../library/library';
import { type MessageKey, plural, t } from '../../locale';
import browser from '../../messages/browser';
import { ZoteroError, type ZoteroTargets, zoteroTargets } from '../../services/zotero/connector';
import { sendPapers } from '../../services/zotero/send-papers';
import { errorWords } from '../library/error-words';
import type { Tags } from '../tags/use-tags';

/** The host permission that it needs: Zotero listens on this computer. */
const origins = ['http://127.0.0.1/*'];

/** The state of the connection to Zotero. */
export type ZoteroState =
  | { is: 'unknown' }
  | { is: 'not-allowed' }
  | { is: 'asking' }
  | { is: 'ready'; targets: ZoteroTargets }
  /** `done` is the progress, 0 to 1. */
  | { is: 'sending'; targets: ZoteroTargets; done: number }
  | { is: 'failed'; why: string; targets?: ZoteroTargets };

const reasons: Record<ZoteroError['code'], MessageKey> = {
  absent: 'zoteroAbsent',
  refused: 'zoteroRefused',
  'read-only': 'zoteroReadOnly',
  strange: 'zoteroStrange',
};

/** A message for what went wrong, and how many papers were sent before. */
export function zoteroWords(error: unknown): string {
  if (!(error instanceof ZoteroError)) return errorWords(error);
  return [t(reasons[error.code], error.message), error.sent > 0 && plural('zoteroArrived', error.sent)]
    .filter(Boolean)
    .join(' ');
}

/** Where papers are sent in Zotero, and with what. */
export interface ToZotero {
  target: string;
  tags: readonly string[];
  notes: boolean;
}

/** The connection to Zotero while `isWanted`: reads the collections once it is permitted to, and sends papers. */
export function useZotero(library: Library, tags: Tags, isWanted: boolean) {
  const [state, setState] = useState<ZoteroState>({ is: 'unknown' });
  const running = useRef<AbortController>(undefined);
  const ask = async () => {
    setState({ is: 'asking' });
    try {
      setState({ is: 'ready', targets: await zoteroTargets() });
    } catch (error) {
      setState({ is: 'failed', why: zoteroWords(error) });
    }
  };
  useEffect(() => {
    if (!isWanted) return;
    void browser.permissions
      .contains({ origins })
      .then((isGranted) => (isGranted ? ask() : setState({ is: 'not-allowed' })));
    return () => running.current?.abort();
  }, [isWanted]);

  /** To be called within a click: the browser asks for the permission if it is not granted yet. */
  const connect = async () => {
    if (await browser.permissions.request({ origins })) await ask();
    else setState({ is: 'failed', why: t('zoteroNotAllowed') });
  };
  /** Returns how many papers were sent; undefined if it failed: then the state holds why. */
  const send = async (numbers: readonly number[], { target, tags: added, notes }: ToZotero) => {
    if (state.is === 'sending' || !('targets' in state) || !state.targets) return undefined;
    const { targets } = state;
    running.current = new AbortController();
    const { signal } = running.current;
    setState({ is: 'sending', targets, done: 0 });
    try {
      const itemsOf = async (some: readonly number[]) =>
        (await exportPapers(library, tags.byId, some)).papers.map((paper) => zoteroItem(paper, { notes }));
      const progress = (sent: number) => setState({ is: 'sending', targets, done: sent / numbers.length });
      const sent = await sendPapers(numbers, { target, tags: added, itemsOf, progress, signal });
      setState({ is: 'ready', targets });
      return sent;
    } catch (error) {
      if (!signal.aborted) setState({ is: 'failed', why: zoteroWords(error), targets });
      return undefined;
    }
  };
  return { state, connect, send };
}

export type Zotero = ReturnType<typeof useZotero>;
