import { fold } from '../../query/fold';
import type { Lists } from './lists';

/** The place of each venue, by the number of its list, in alphabetical order; case and accents do not matter. */
export function venueRanks(venues: Lists): Uint32Array {
  const folded = venues.all.map(([name = '']) => fold(name).trim());
  const order = [...folded.keys()].sort((a, b) => {
    const [x, y] = [folded[a] as string, folded[b] as string];
    return x < y ? -1 : x > y ? 1 : 0;
  });
  const ranks = new Uint32Array(folded.length);
  let rank = 0;
  for (const [place, list] of order.entries()) {
    const before = order[place - 1];
    if (before !== undefined && folded[before] !== folded[list]) rank++;
    ranks[list] = rank;
  }
  return ranks;
}
