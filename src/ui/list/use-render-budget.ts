import { useEffect, useRef } from 'preact/hooks';
import { nextFrame } from '../kit/frame';

/** New rows per frame: at first, and the limits between which it adapts. */
const [initialRows, minRows, maxRows] = [8, 2, 24];
/** Time from drawing to the frame after it, ms: above the first the budget is halved, below the second it grows. */
const [slowMs, quickMs] = [28, 20];

/**
 * Limits new rows per frame. Returns a function that takes the numbers of the rows wanted, most urgent first, and returns
 * those that may be drawn now: every row of the last frame, and as many new ones as this machine draws without a visible
 * pause. `redraw` is called in a later frame while some rows still have to wait.
 */
export function useRenderBudget(redraw: () => void) {
  const drawn = useRef<ReadonlySet<number>>(new Set());
  const budget = useRef(initialRows);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current = Number.NaN; // the list is gone: never redraw it
    },
    [],
  );

  /**
   * Adapts the budget to how long it took to draw. Not called when no new row was drawn (the list scrolled too fast): a
   * frame without new rows is quick on any machine.
   */
  const adapt = (tookMs: number, wanted: number) => {
    if (tookMs > slowMs) budget.current = Math.max(minRows, Math.ceil(budget.current / 2));
    else if (tookMs < quickMs && wanted >= budget.current) budget.current = Math.min(maxRows, budget.current + 2);
  };
  const afterDrawing = async (added: number, wanted: number, isMore: boolean) => {
    const mine = ++turn.current;
    const begun = performance.now();
    // The current frame, where scrolling caused the drawing, and the next. Unpainted frames say nothing about the machine.
    const isPainted = (await nextFrame()) && (await nextFrame());
    if (added > 0 && isPainted) adapt(performance.now() - begun, wanted);
    if (isMore && mine === turn.current) redraw();
  };
  /**
   * `moved` is how many rows the list was scrolled by since the last call. Above the budget no new row is drawn until the
   * list slows down: nobody could read them.
   */
  return (numbers: readonly number[], moved: number): ReadonlySet<number> => {
    const now = new Set<number>();
    const limit = moved > budget.current ? 0 : budget.current;
    let wanted = 0;
    for (const n of numbers) {
      if (!drawn.current.has(n) && ++wanted > limit) continue;
      now.add(n);
    }
    drawn.current = now;
    const isMore = now.size < numbers.length;
    void afterDrawing(Math.min(wanted, limit), wanted, isMore);
    return now;
  };
}
