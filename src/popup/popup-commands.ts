import { number, t } from '../locale';
import type { Command } from '../ui/palette/command';
import { openPage } from './open-page';
import type { PageActions } from './use-page-actions';
import type { PageInFront } from './use-page-in-front';

/** Commands of the popup alone: what its page in front offers; and the extension's other pages. */
export function popupCommands(
  inFront: PageInFront | undefined,
  actions: PageActions,
): { own: Command[]; places: Command[] } {
  const own: Command[] = [];
  if (inFront?.is === 'paper' && !inFront.row) own.push({ id: 'save-page', name: t('uiSave'), run: actions.save });
  if (inFront?.is === 'listing') {
    const left = inFront.papers - inFront.saved;
    const isShown = inFront.report?.isShown !== false;
    if (!isShown) own.push({ id: 'draw', name: t('popupHereDraw'), run: actions.draw });
    else own.push({ id: 'bar', name: t('popupHereBar'), run: actions.toggleBar });
    const name = t(inFront.saved === 0 ? 'popupHereSaveAll' : 'popupHereSaveRest', number(left));
    if (isShown && left > 0) own.push({ id: 'save-all', name, run: actions.saveAll });
  }
  if (actions.saved !== undefined) own.push({ id: 'undo-save', name: t('popupHereUndo'), run: actions.undoSave });
  return {
    own,
    places: [
      { id: 'library', name: t('popupLibrary'), run: () => void openPage('shelf') },
      { id: 'options', name: t('popupOptions'), run: () => void openPage('options') },
    ],
  };
}
