/** Parses JSON from outside safely: no access to prototypes, no stack overflow. */

/** No file of papers nests deeper. */
const maxDepth = 64;

/** The value, or undefined if the text is not JSON or nests too deep. Members such as `__proto__` are left out. */
export function parseJson(text: string): unknown {
  if (nestsDeeper(text, maxDepth)) return undefined;
  try {
    return JSON.parse(text, (key, value) => (reserved.has(key) ? undefined : value));
  } catch {
    return undefined; // callers report the line; the engines' own messages differ
  }
}

const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value is an object and not an array. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether brackets outside strings nest deeper than a limit. */
function nestsDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let isString = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isString) {
      if (unit === 92) i++;
      else if (unit === 34) isString = false;
    } else if (unit === 34) isString = true;
    else if (unit === 123 || unit === 91) {
      if (++depth > limit) return true;
    } else if (unit === 125 || unit === 93) depth--;
  }
  return false;
}
