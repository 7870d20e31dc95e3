/** Checks the state of a page bar: it comes from pages and from backups. */
import type { BarState } from './contract';

const states: readonly unknown[] = ['folded', 'open', 'hidden'] satisfies BarState['is'][];
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

/** Whether a value from outside is the state of a bar. It may have further fields. */
export function isBarState(value: unknown): value is BarState {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, is } = value as Partial<Record<keyof BarState, unknown>>;
  return isShare(x) && isShare(y) && states.includes(is);
}
