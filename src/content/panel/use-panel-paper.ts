/** The mark of the panel's paper as shown, and the actions on it. */
import { useState } from 'preact/hooks';
import { t } from '../../locale';
import type { Changed } from '../../messages/contract';
import { send } from '../../messages/transport';
import type { Mark } from '../../paper/marks';
import type { Status } from '../../paper/paper';
import type { PageScript } from '../core/page-script';
import type { PanelPaper } from './panel-paper';

export function usePanelPaper({ layer, listing }: PageScript, paper: PanelPaper) {
  const { key, title, facts } = paper;
  /** Changes that were sent and not answered yet. They are shown at once, and reverted if they are refused. */
  const [wanted, setWanted] = useState<Partial<Mark>>({});

  const change = async (asked: Promise<Changed>, shown: Partial<Mark> = {}): Promise<Changed | undefined> => {
    setWanted((before) => ({ ...before, ...shown }));
    try {
      const changed = await asked;
      listing.apply(facts.ids, changed.marks);
      return changed;
    } catch (error) {
      return layer.sayError(error);
    } finally {
      setWanted((before) =>
        Object.fromEntries(Object.entries(before).filter(([name, value]) => shown[name as keyof Mark] !== value)),
      );
    }
  };

  return {
    mark: { ...paper.mark, ...wanted },
    setTags: (tags: string[]) => change(send('setTags', { key, tags }), { tags }),
    setStatus: (status: Status) => change(send('setStatus', { keys: [key], status }), { status }),
    setStarred: (starred: boolean) => change(send('setStarred', { keys: [key], starred }), { starred }),
    /** Resolves to true once the note is saved. */
    setNote: async (note: string) => (await change(send('setNote', { key, note }))) !== undefined,
    openLibrary: () => send('openLibrary', { key }).catch(layer.sayError),
    undo: (entry: number) => change(send('undo', { change: entry })),
    async remove() {
      const removed = await change(send('remove', { keys: [key] }));
      if (!removed) return;
      const run = () => change(send('undo', { change: removed.change }));
      layer.say({ text: t('panelRemoved', title), shown: true, action: { label: t('panelUndo'), run } });
    },
  };
}
