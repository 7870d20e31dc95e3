import type { Card } from '../sites/site';

/** Keys one look-up may ask for. */
const most = 500;

/** Ids in lots that one look-up may ask for; a card's ids stay together. */
export function* inLots(entries: { card: Card }[]): Generator<string[]> {
  let ids = new Set<string>();
  for (const { card } of entries) {
    if (ids.size + card.ids.length > most) {
      yield [...ids];
      ids = new Set();
    }
    for (const id of card.ids) ids.add(id);
  }
  if (ids.size) yield [...ids];
}
