/** Settings of a backup, as far as they are what they should be: it comes from outside. */
import { formatOf } from '../formats';
import { templateProblem } from '../formats/citation-keys';
import { citationStyles } from '../formats/cite';
import type { Settings } from '../settings';

/** How each setting that a person chose is checked. What is only remembered (hints, the last export) is not restored. */
const checks: { [N in keyof Settings]?: (value: unknown) => boolean } = {
  theme: (value) => value === 'system' || value === 'light' || value === 'dark',
  exportFormat: (value) => value === 'zotero' || (typeof value === 'string' && formatOf(value)?.write !== undefined),
  exportBy: (value) => value === 'copy' || value === 'download',
  keyTemplate: (value) => typeof value === 'string' && value.length < 200 && templateProblem(value) === undefined,
  citationStyle: (value) => citationStyles.some((style) => style === value),
  keys: (value) => isObject(value) && Object.values(value).every((key) => typeof key === 'string' && key.length < 20),
  // Writing into the downloads wants a permission, which no file can give.
  backupBy: (value) => value === 'nobody' || value === 'reminder',
  backupDays: (value) => isCount(value, 365),
  backupKeep: (value) => isCount(value, 100),
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;

/** The settings that can be taken over. */
export function restorable(from: unknown): Partial<Settings> {
  if (!isObject(from)) return {};
  const known = Object.entries(from).filter(
    ([name, value]) => Object.hasOwn(checks, name) && checks[name as keyof Settings]?.(value),
  );
  return Object.fromEntries(known);
}
