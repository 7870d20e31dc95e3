/** Many papers in batches that one message may name. */
import { maxKeysPerMessage } from '../../messages/contract';
import type { Card } from '../../sites/site';

/** Keys in batches. */
export function* keyBatches(keys: readonly string[]): Generator<string[]> {
  for (let at = 0; at < keys.length; at += maxKeysPerMessage) yield keys.slice(at, at + maxKeysPerMessage);
}

/** Ids of cards in batches; a card's ids stay together. */
export function* cardIdBatches(cards: { card: Card }[]): Generator<string[]> {
  let ids = new Set<string>();
  for (const { card } of cards) {
    if (ids.size + card.ids.length > maxKeysPerMessage) {
      yield [...ids];
      ids = new Set();
    }
    for (const id of card.ids) ids.add(id);
  }
  if (ids.size) yield [...ids];
}
