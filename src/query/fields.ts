/** The fields of the query language: their names, and how a value becomes a condition. Pure. */

import { type SearchedMetric, searchedMetrics } from '../paper/metrics';
import { type Status, statuses } from '../paper/paper';
import { fold, foldName } from './fold';
import { type Have, haves, type Leaf, type RangeField, type Sort, sortKeys, type TextField } from './query';
import { type Bounds, bounds, numberPoint, publishedOn, timeOf, year } from './values';

/** A condition without its position, or a problem: a message key and its values. */
export type Condition = (Leaf extends infer L ? (L extends Leaf ? Omit<L, 'from' | 'to'> : never) : never) | Wrong;
export interface Wrong {
  wrong: string;
  values?: string[];
}

/** A field's value. It is `whole` if its quotes are closed; otherwise its last word matches as a prefix. */
export interface Value {
  text: string;
  whole: boolean;
}

type Field = (value: Value, now: Date) => Condition;

/** A condition on the words of a field. A text without letters and digits is a problem. */
export function textCondition(field: TextField, { text, whole }: Value): Condition {
  const folded = fold(text);
  if (folded === '') return { wrong: 'queryNoWord', values: [text] };
  return { is: 'text', field, needle: whole ? folded : folded.slice(0, -1) };
}

const words =
  (field: TextField): Field =>
  (value) =>
    textCondition(field, value);

const named =
  (is: 'tag' | 'site' | 'category'): Field =>
  ({ text }) => ({ is, name: foldName(text).trim() });

const range =
  (of: RangeField, wrong: string, read: (text: string, now: Date) => Bounds | undefined): Field =>
  ({ text }, now) => {
    const found = read(text.trim(), now);
    return found ? { is: 'range', of, ...found } : { wrong, values: [text] };
  };
const metric = (of: SearchedMetric) => range(of, 'queryBadNumber', (text) => bounds(text, numberPoint));
const time = (of: 'saved' | 'changed') => range(of, 'queryBadDate', (text, now) => bounds(text, timeOf(now)));

const statusOf = (text: string): Status | undefined => {
  const name = foldName(text).replace(/[-_ ]/g, '');
  return name === 'toread' ? 'unread' : statuses.find((status) => status === name);
};

/** The value of `status:` for a status, as it is shown: `unread` is understood, too. */
export const statusValue = (status: Status): string => (status === 'unread' ? 'to-read' : status);
/** Values of `status:`, as completion offers them. */
export const statusNames = statuses.map(statusValue);
const ownStates = ['starred', 'saved', 'published', 'retracted'] as const;
/** Values of `is:`. */
export const states = [...ownStates, ...statusNames] as const;

const fields: Record<string, Field> = {
  title: words('title'),
  author: words('author'),
  abstract: words('abstract'),
  note: words('note'),
  venue: words('venue'),
  tag: named('tag'),
  site: named('site'),
  category: named('category'),
  id: ({ text }) => ({ is: 'id', value: foldName(text).trim() }),
  year: range('published', 'queryBadYear', (text) => bounds(text.replace(/^(\d{4})[-–](\d{4})$/, '$1..$2'), year)),
  published: range('published', 'queryBadDate', (text, now) => bounds(text, publishedOn(now))),
  saved: time('saved'),
  changed: time('changed'),
  ...Object.fromEntries(searchedMetrics.map((name) => [name, metric(name)])),
  status: ({ text }) => {
    const status = statusOf(text);
    return status ? { is: 'status', status } : { wrong: 'queryBadChoice', values: [text, statusNames.join(', ')] };
  },
  is: ({ text }) => {
    const name = foldName(text);
    const state = ownStates.find((each) => each === name);
    if (state) return { is: state };
    const status = statusOf(text);
    return status ? { is: 'status', status } : { wrong: 'queryBadChoice', values: [text, states.join(', ')] };
  },
  has: ({ text }) => {
    const name = foldName(text);
    const what = haves.find((have): have is Have => have === name || `${have}s` === name || have === `${name}s`);
    return what ? { is: 'has', what } : { wrong: 'queryBadChoice', values: [text, haves.join(', ')] };
  },
};

/** Names of all fields. `sort` is no condition but is written like one. */
export const queryFields: readonly string[] = [...Object.keys(fields), 'sort'];

/** Whether a field has this name. */
export const isField = (name: string): boolean => queryFields.includes(name);

/** The condition for `name:value`, or its problem. */
export function condition(name: string, value: Value, now: Date): Condition {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) {
    const meant = nearest(name);
    return meant
      ? { wrong: 'queryUnknownFieldMeant', values: [name, meant] }
      : { wrong: 'queryUnknownField', values: [name] };
  }
  if (value.text.trim() === '') return { wrong: 'queryNoValue', values: [name] };
  return field(value, now);
}

/**
 * `title`, `saved-asc`, `title-desc`; undefined if it is not understood. Without a direction names go from A, statuses from
 * "to read", everything else newest, largest or best first.
 */
export function readSort(text: string): Sort | undefined {
  const [, name, way] = /^([a-z]+)(?:-(asc|desc))?$/.exec(foldName(text)) ?? [];
  const by = sortKeys.find((key) => key === name);
  if (!by) return undefined;
  return {
    by,
    descending: way ? way === 'desc' : by !== 'title' && by !== 'author' && by !== 'venue' && by !== 'status',
  };
}

/** The field that was probably meant: one typing error away, or a plural or prefix of what was typed. */
function nearest(name: string): string | undefined {
  return (
    queryFields.find((field) => oneSlip(name, field)) ??
    queryFields.find((field) => name.length > 2 && (field.startsWith(name) || name.startsWith(field)))
  );
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return left.length + right.length <= 2 || (left.length === 2 && left === [...right].reverse().join(''));
}
