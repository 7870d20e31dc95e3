/** Splits papers into batches that fit one message. */
import { maxKeysPerMessage } from '../../messages/contract';
import type { Card } from '../../sites/site';

/** Batches of keys. */
export function* keyBatches(keys: readonly string[]): Generator<string[]> {
  for (let at = 0; at < keys.length; at += maxKeysPerMessage) yield keys.slice(at, at + maxKeysPerMessage);
}

/** Batches of the ids of cards. The ids of a card stay in one batch. */
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
