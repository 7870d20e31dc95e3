/**
 * Computes the difference between a record before and after a change, and applies it in either direction. If the record
 * has changed again since, only the change itself is reverted. Pure.
 */
import type { Difference, Fields } from '../db/schema';

/** Whether two stored values are equal. An undefined field equals an absent one. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Fields, b as Fields];
  const names = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...names].every((name) => same(x[name], y[name]));
}

/** How a record changed; undefined if it did not. Pass undefined for a record that does not exist. */
export function difference(before: Fields | undefined, after: Fields | undefined): Difference | undefined {
  if (!before || !after) {
    if (before) return { is: 'deleted', record: before };
    return after && { is: 'added' };
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !same(before[name], after[name]),
  );
  if (names.length === 0) return undefined;
  const side = (record: Fields) => Object.fromEntries(names.map((name) => [name, record[name]]));
  return { is: 'changed', before: side(before), after: side(after) };
}

/** A record with its fields moved from one side of a difference to the other. */
export function move(record: Fields, from: Fields, to: Fields): Fields {
  const moved = { ...record };
  for (const name of Object.keys(to)) {
    const value = moveValue(name, record[name], from[name], to[name]);
    if (value === undefined) delete moved[name];
    else moved[name] = value;
  }
  return moved;
}

/** Keys by which members of list fields are compared. */
const member: Record<string, (value: never) => string> = {
  ids: (id: string) => id,
  tags: (tag: string) => tag,
  alike: (id: string) => id,
  unfitTags: (tag: string) => tag,
  sources: ({ site }: { site: string }) => site,
  sightings: (sighting: unknown) => JSON.stringify(sighting),
};

function moveValue(name: string, now: unknown, from: unknown, to: unknown): unknown {
  if (same(now, from)) return to;
  const by = member[name] as ((value: unknown) => string) | undefined;
  if (by) return moveList(by, now as unknown[], from as unknown[], to as unknown[]);
  if (name === 'edits') return moveEdits(now as Fields, from as Fields, to as Fields);
  return now; // changed again since: keep the later change
}

function moveList(by: (value: unknown) => string, now: unknown[] = [], from: unknown[] = [], to: unknown[] = []) {
  const [before, after] = [from, to].map((list) => new Map(list.map((value) => [by(value), value]))) as [
    Map<string, unknown>,
    Map<string, unknown>,
  ];
  const moved = now.flatMap((value) => {
    const key = by(value);
    if (!before.has(key) || !same(before.get(key), value)) return [value];
    return after.has(key) ? [after.get(key)] : [];
  });
  const known = new Set(moved.map(by));
  return [...moved, ...to.filter((value) => !before.has(by(value)) && !known.has(by(value)))];
}

function moveEdits(now: Fields = {}, from: Fields = {}, to: Fields = {}): Fields | undefined {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  const side = (fields: Fields) => Object.fromEntries([...names].map((name) => [name, fields[name]]));
  const moved = move(now, side(from), side(to));
  return Object.keys(moved).length > 0 ? moved : undefined;
}

/** Direction in which a difference is applied. */
export type Way = 'undo' | 'redo';
