/** Many papers in lots that one message may name. */
import { most } from '../../messages/contract';
import type { Card } from '../../sites/site';

/** Keys in lots. */
export function* lotsOf(keys: readonly string[]): Generator<string[]> {
  for (let at = 0; at < keys.length; at += most) yield keys.slice(at, at + most);
}

/** Ids of cards in lots; a card's ids stay together. */
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
