/** Reading JSON that a page holds: any member may be missing or of another type than it should be. Pure. */
import { clean } from './text';

export type JsonObject = Record<string, unknown>;

/** The value if it is an object, else an empty one. */
export const object = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null ? (value as JsonObject) : {};

/** The members of an array; none of anything else. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The members of an array, or the one that stands bare in its place, as JSON-LD allows; none of nothing. */
export const oneOrMore = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A text, cleaned; undefined if it is none or empty. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? clean(value) || undefined : undefined;

/** The texts of a list. */
export const texts = (value: unknown): string[] => list(value).flatMap((member) => text(member) ?? []);

/** A whole number, else undefined. */
export const wholeNumber = (value: unknown): number | undefined =>
  Number.isInteger(value) ? (value as number) : undefined;
