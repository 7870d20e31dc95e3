import type { Row } from '../types';
import type { StoredRow } from './schema';

/** A row for a list. */
export function toRow(stored: StoredRow): Row {
  const { newest: _newest, change: _change, joinedByPage: _joined, alike: _alike, ...row } = stored;
  return row;
}
