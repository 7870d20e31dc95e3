/** The actions of the bar's keys. */
import { chooseTagsFor } from './choose-tags';
import type { KeyAct } from './page-keys';
import type { Triage } from './triage';

/** Runs the action of a key. With Shift, j, k and x extend the selection. */
export async function runKey(triage: Triage, act: KeyAct, widens: boolean): Promise<void> {
  switch (act) {
    case 'next':
      return move(triage, 1, widens);
    case 'previous':
      return move(triage, -1, widens);
    case 'select':
      return toggle(triage, widens);
    case 'save':
      return triage.save();
    case 'hide':
      return triage.hide();
    case 'undo':
      return triage.actions.undo();
    case 'keys':
      return triage.unfold({ below: triage.unfolded.below === 'keys' ? undefined : 'keys' });
    case 'leave':
      return leave(triage);
    case 'tag':
      return chooseTagsFor(triage);
    case 'open': {
      const targets = triage.targets();
      return targets.length ? triage.actions.open(targets) : triage.sayNone();
    }
    default:
      return triage.setStatus(act);
  }
}

function move(triage: Triage, by: 1 | -1, widens: boolean): void {
  const { cursor, selection } = triage;
  const shown = triage.visible.shown();
  const before = cursor.overlay(shown);
  const overlay = cursor.move(by, shown);
  if (!widens || !overlay) return;
  if (before) selection.set(before, true);
  triage.pick(overlay, true, false);
}

function toggle(triage: Triage, widens: boolean): void {
  const shown = triage.visible.shown();
  const overlay = triage.cursor.overlay(shown) ?? triage.cursor.move(1, shown);
  if (overlay) triage.pick(overlay, widens || !triage.selection.has(overlay.key), widens);
}

/** Goes one step back: closes what is open, else ends the selection, else leaves the cursor. */
function leave(triage: Triage): void {
  const { unfolded, selection } = triage;
  if (unfolded.below) triage.unfold({ below: undefined });
  else if (selection.size || unfolded.isSelecting) triage.drop();
  else triage.cursor.leave();
}
