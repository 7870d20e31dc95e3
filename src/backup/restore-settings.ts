/** Settings of a backup file, checked: the file comes from outside. */
import { type Choices, formatOf } from '../formats';
import { templateProblem } from '../formats/citation-keys';
import { citationStyles } from '../formats/cite';
import { isBarState } from '../messages/bar-state';
import { forEachPageOption } from '../messages/page-options';
import type { ExportKind, Settings } from '../settings';

type Check = (value: unknown) => boolean;

/** Most entries that a list or a table of a backup may have, and UTF-16 units of one of its texts. */
const maxEntries = 10_000;
const maxLength = 1000;

const isBoolean: Check = (value) => typeof value === 'boolean';
const isOneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);
const isText =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= max;
const isCount =
  (max: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max;
const isListOf =
  (isItem: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= maxEntries && value.every(isItem);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTableOf =
  (isName: Check, isValue: Check): Check =>
  (value) =>
    isObject(value) &&
    Object.keys(value).length <= maxEntries &&
    Object.entries(value).every(([name, each]) => isName(name) && isValue(each));

const isExportKind = (value: unknown): value is ExportKind =>
  value === 'zotero' || (typeof value === 'string' && formatOf(value)?.write !== undefined);

const choices: { [N in keyof Choices]-?: Check } = {
  accents: isOneOf('utf8', 'latex'),
  abstracts: isBoolean,
  notes: isBoolean,
  groupBy: isOneOf('tag', 'month', 'none'),
};
const isChoices: Check = (value) =>
  isObject(value) &&
  Object.entries(value).every(([name, each]) => Object.hasOwn(choices, name) && choices[name as keyof Choices](each));

/** It names papers by their numbers, downloads or times of the browser that wrote the backup: it means nothing in another. */
const ofThatBrowser = 'of that browser';
/** It remembers that something was shown once, and must not be undone by an older file. */
const shownOnce = 'shown once';

/** What becomes of each setting of a backup: how its value is checked, or why it is not restored. A new one must stand here. */
export const restoring: { readonly [N in keyof Settings]: Check | typeof ofThatBrowser | typeof shownOnce } = {
  theme: isOneOf('system', 'light', 'dark'),
  ...forEachPageOption(() => isBoolean),
  // `ask` is no answer: it takes none away.
  seen: isOneOf('on', 'off'),
  bars: isTableOf(isText(maxLength), isBarState),
  hintsSeen: shownOnce,
  sitesOff: isListOf(isText(maxLength)),
  backupOffered: shownOnce,
  apart: isListOf(isText(maxLength)),
  exportFormat: isExportKind,
  exportChoices: isTableOf(isExportKind, isChoices),
  exportBy: isOneOf('copy', 'download'),
  exported: ofThatBrowser,
  zoteroSent: ofThatBrowser,
  zoteroPending: ofThatBrowser,
  // Writing into the downloads needs a permission, which no file can give.
  backupBy: isOneOf('nobody', 'reminder'),
  backupDays: isCount(365),
  backupKeep: isCount(100),
  backedUpAt: ofThatBrowser,
  backupFailedAt: ofThatBrowser,
  backupRemindedAt: ofThatBrowser,
  backupDownloads: ofThatBrowser,
  keyTemplate: (value) => isText(199)(value) && templateProblem(value as string) === undefined,
  citationStyle: isOneOf(...citationStyles),
  keys: isTableOf(isText(maxLength), isText(19)),
};

/**
 * The settings of a backup that can be taken over, what is wrong left out. Pairs of papers that were called two (`apart`)
 * are added to the ones of `own`: an answer that was given is not asked for again.
 */
export function restorable(from: unknown, own: Pick<Settings, 'apart'>): Partial<Settings> {
  if (!isObject(from)) return {};
  const known = Object.entries(from).filter(([name, value]) => {
    const check = Object.hasOwn(restoring, name) ? restoring[name as keyof Settings] : undefined;
    return typeof check === 'function' && check(value);
  });
  const restored: Partial<Settings> = Object.fromEntries(known);
  if (restored.apart) restored.apart = [...new Set([...own.apart, ...restored.apart])];
  return restored;
}
