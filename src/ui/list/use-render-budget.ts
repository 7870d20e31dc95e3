import { useEffect, useRef } from 'preact/hooks';
import { frame } from '../kit/frame';

/** New rows in a frame: at the beginning, at least, at most. */
const [first, fewest, most] = [8, 2, 24];
/** From drawing to the frame after, ms: longer, and there were too many new rows; shorter, and there could be more. */
const [slow, quick] = [28, 20];

/**
 * Who may be drawn in this frame: what was drawn in the last one stays, new ones come a few a frame, as many as this
 * machine bears without a pause. `redraw` is called in a later frame while some have to wait.
 */
export function useTurns(redraw: () => void) {
  const drawn = useRef<ReadonlySet<number>>(new Set());
  const allowed = useRef(first);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current = Number.NaN; // no redraw for a list that is gone
    },
    [],
  );

  /**
   * Some rows were drawn, of those `wanted`. Where none was, because the list moved too fast, nothing is learnt: a frame
   * without a new row is quick on any machine.
   */
  const learn = (took: number, wanted: number) => {
    if (took > slow) allowed.current = Math.max(fewest, Math.ceil(allowed.current / 2));
    else if (took < quick && wanted >= allowed.current) allowed.current = Math.min(most, allowed.current + 2);
  };
  const afterwards = async (added: number, wanted: number, isMore: boolean) => {
    const mine = ++turn.current;
    const begun = performance.now();
    // This one's, where the drawing came from scrolling, and the next; they tell how quick this machine is if they are painted.
    const isPainted = (await frame()) && (await frame());
    if (added > 0 && isPainted) learn(performance.now() - begun, wanted);
    if (isMore && mine === turn.current) redraw();
  };
  /**
   * Of some, in the order of their need, those that are drawn now. `moved` rows went by since the last time: more than can
   * be drawn, and none is until the list slows down. Nobody reads them.
   */
  return (numbers: readonly number[], moved: number): ReadonlySet<number> => {
    const now = new Set<number>();
    const most = moved > allowed.current ? 0 : allowed.current;
    let added = 0;
    for (const n of numbers) {
      if (!drawn.current.has(n) && ++added > most) continue;
      now.add(n);
    }
    drawn.current = now;
    const isMore = now.size < numbers.length;
    void afterwards(Math.min(added, most), added, isMore);
    return now;
  };
}
