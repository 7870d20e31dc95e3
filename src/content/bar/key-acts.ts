/** What the bar's keys do. */
import type { KeyAct } from './page-keys';
import type { Triage } from './triage';

/** Does what a key asks for; with Shift for all from the card before. */
export async function doKey(triage: Triage, act: KeyAct, widens: boolean): Promise<void> {
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
      return triage.acts.undo();
    case 'keys':
      return triage.set({ below: triage.view.below === 'keys' ? undefined : 'keys' });
    case 'leave':
      return leave(triage);
    case 'tag':
      return triage.targets().length ? triage.set({ isTagging: true }) : triage.sayNone();
    case 'open': {
      const targets = triage.targets();
      return targets.length ? triage.acts.open(targets) : triage.sayNone();
    }
    default:
      return triage.setStatus(act);
  }
}

function move(triage: Triage, by: 1 | -1, widens: boolean): void {
  const { cursor, selection } = triage;
  const shown = triage.showing.shown();
  const before = cursor.entry(shown);
  const entry = cursor.move(by, shown);
  if (!widens || !entry) return;
  if (before) selection.set(before, true);
  triage.pick(entry, true, false);
}

function toggle(triage: Triage, widens: boolean): void {
  const shown = triage.showing.shown();
  const entry = triage.cursor.entry(shown) ?? triage.cursor.move(1, shown);
  if (entry) triage.pick(entry, widens || !triage.selection.has(entry.key), widens);
}

/** One step back: what is unfolded, what is picked out, the cursor. */
function leave(triage: Triage): void {
  const { view, selection } = triage;
  if (view.below || view.isTagging) triage.set({ below: undefined, isTagging: false });
  else if (selection.size || view.isSelecting) triage.drop();
  else triage.cursor.leave();
}
