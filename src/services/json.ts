/** Reads members of JSON from a server, which may be of any type. Pure. */
import { isObject } from '../formats/json/safe';

export type Json = Record<string, unknown>;

/** A member that is an object; otherwise one without members. */
export const jsonObject = (value: unknown): Json => (isObject(value) ? value : {});

/** A text that is not empty. */
export const jsonText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** The texts of a list, or none. */
export const jsonTexts = (value: unknown): string[] => jsonList(value).flatMap((each) => jsonText(each) ?? []);

export const jsonList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Page numbers: "525 - 535" is "525-535", "145-145" is "145". */
export const pages = (value: unknown): string | undefined =>
  jsonText(value)
    ?.replace(/\s*[–—-]+\s*/g, '-')
    .replace(/^([^-]+)-\1$/, '$1');
