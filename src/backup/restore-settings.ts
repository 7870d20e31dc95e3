/** Checks the settings of a backup file: the file is untrusted. */
import { type Choices, formatOf } from '../formats';
import { templateProblem } from '../formats/citation-keys';
import { citationStyles } from '../formats/cite';
import { isBarState } from '../messages/bar-state';
import { forEachPageOption } from '../messages/page-options';
import { isListView } from '../query/list-view';
import type { ExportKind, Settings } from '../settings';

type Check = (value: unknown) => boolean;

/** Largest number of entries in a list or table, and longest text in UTF-16 units. */
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
  status: isBoolean,
  stars: isBoolean,
  groupBy: isOneOf('tag', 'month', 'none'),
};
const isChoices: Check = (value) =>
  isObject(value) &&
  Object.entries(value).every(([name, each]) => Object.hasOwn(choices, name) && choices[name as keyof Choices](each));

/** Not restored: it names paper numbers, downloads or times of the browser that wrote the backup. */
const ofThatBrowser = 'of that browser';
/** Not restored: it records that something was shown once. An older file must not show it again. */
const shownOnce = 'shown once';

/**
 * How each setting of a backup is checked, or why it is not restored. A new setting does not compile until it is listed
 * here.
 */
export const restoring: { readonly [N in keyof Settings]: Check | typeof ofThatBrowser | typeof shownOnce } = {
  theme: isOneOf('system', 'light', 'dark'),
  ...forEachPageOption(() => isBoolean),
  // `ask` is no answer, so it does not replace one.
  seen: isOneOf('on', 'off'),
  suggestTags: isBoolean,
  bars: isTableOf(isText(maxLength), isBarState),
  hintsSeen: shownOnce,
  sitesOff: isListOf(isText(maxLength)),
  backupOffered: shownOnce,
  listView: isListView,
  apart: isListOf(isText(maxLength)),
  exportFormat: isExportKind,
  exportChoices: isTableOf(isExportKind, isChoices),
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
  // Requests to the web begin with a click, which no file can make.
  readsMornings: ofThatBrowser,
  keyTemplate: (value) => isText(199)(value) && templateProblem(value as string) === undefined,
  citationStyle: isOneOf(...citationStyles),
  keys: isTableOf(isText(maxLength), isText(19)),
  // Asking services needs permissions, which no file can give; the key is in no backup.
  lookupServices: ofThatBrowser,
  lookupWeekly: ofThatBrowser,
  lookedUpAt: ofThatBrowser,
  semanticScholarKey: ofThatBrowser,
};

/**
 * The settings of a backup that can be restored. Invalid values are left out. Pairs of papers in `apart` are added to
 * those of `own`, so that the user is not asked about them again.
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
