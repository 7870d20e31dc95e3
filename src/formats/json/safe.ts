/** JSON from outside: parsed without letting a file reach a prototype or the end of the stack. */

/** Nesting beyond this is no file of papers. */
const deepest = 64;

/** The value, or undefined where the text is no JSON or nests too deep. `__proto__` and its like are left out. */
export function parseJson(text: string): unknown {
  if (nestsDeeper(text, deepest)) return undefined;
  try {
    return JSON.parse(text, (key, value) => (reserved.has(key) ? undefined : value));
  } catch {
    return undefined; // the caller says where; the engine's message differs from browser to browser
  }
}

const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** An object that is no array. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether brackets outside strings nest deeper than a limit: cheaper than a parser that runs out of stack. */
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
