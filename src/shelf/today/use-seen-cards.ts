import { useEffect, useRef } from 'preact/hooks';
import { Seen } from '../../library/seen';

const seen = new Seen();

/** How long a card must be in sight to count as seen, as on pages, ms. */
const seenAfterMs = 1000;

/** Numbers of the cards whose titles are in sight. */
function inSight(): Set<number> {
  const list = document.querySelector('.today .list')?.getBoundingClientRect();
  const titles = [...document.querySelectorAll<HTMLElement>('.today .row-title [data-n]')];
  const isIn = (title: HTMLElement) => {
    const { top, bottom } = title.getBoundingClientRect();
    return list !== undefined && top >= list.top && bottom <= list.bottom;
  };
  return new Set(titles.filter(isIn).map((title) => Number(title.dataset.n)));
}

/**
 * Remembers the papers that were in sight, where the reader agreed to that, so that listings do not mark them as new. `idsOf`
 * gives a card's ids.
 */
export function useSeenCards(isOn: boolean, idsOf: (n: number) => readonly string[]): void {
  const latest = useRef(idsOf);
  latest.current = idsOf;
  useEffect(() => {
    if (!isOn) return;
    const told = new Set<number>();
    let before = new Set<number>();
    const look = () => {
      const now = document.visibilityState === 'visible' ? inSight() : new Set<number>();
      const fresh = [...now].filter((n) => before.has(n) && !told.has(n));
      before = now;
      for (const n of fresh) told.add(n);
      // If this fails, they count as seen the next time.
      if (fresh.length > 0) seen.see(fresh.flatMap((n) => latest.current(n))).catch(() => undefined);
    };
    const timer = setInterval(look, seenAfterMs);
    return () => clearInterval(timer);
  }, [isOn]);
}
