/**
 * The settings, and what is remembered with them. Each is a key of its own in `storage.local`, so that two surfaces that change
 * different settings at the same time do not overwrite each other. This is the only place with defaults.
 */

import type { FormatId } from './formats';
import type { CitationStyle } from './formats/cite';
import type { Choices } from './formats/format';
import browser from './messages/browser';
import type { BarState, Hint } from './messages/contract';
import { type PageOptions, pageOptionDefaults } from './messages/page-options';
import { defaultListView, type ListView } from './query/list-view';

/** Where papers are exported to: a file of a format, or Zotero. */
export type ExportKind = FormatId | 'zotero';

/** An export to Zotero that is not complete. It is resumed under the same session name, so that no paper arrives twice. */
export interface ZoteroPending {
  session: string;
  numbers: number[];
  /** How many of them were sent. */
  sent: number;
  target: string;
}

export interface Settings extends PageOptions {
  theme: 'system' | 'light' | 'dark';
  /** Whether the papers that were on the screen are remembered; `ask` until the reader has answered. */
  seen: 'ask' | 'on' | 'off';
  /** Whether tags are suggested for papers that were just saved. Off: nothing is computed. */
  suggestTags: boolean;
  /** State of the page bar, by site. */
  bars: Record<string, BarState>;
  /** Introductory hints that were shown: each once, ever. */
  hintsSeen: Hint[];
  /** Ids of sites that are turned off though their host permission is a required one. */
  sitesOff: string[];
  /** Whether a backup was offered, which happens once. */
  backupOffered: boolean;
  /** How the library lists papers. */
  listView: ListView;
  /** Pairs of papers (two keys, sorted, with a space between) to keep separate: never suggested as duplicates again. */
  apart: string[];
  /** The kind of the last export, which is the default of the next. */
  exportFormat: ExportKind;
  /** Options of exports, by kind. */
  exportChoices: Partial<Record<ExportKind, Choices>>;
  /** The last export of each kind: the greatest paper number at that time, and the time (ms since 1970). */
  exported: Partial<Record<ExportKind, { upTo: number; at: number }>>;
  /** Numbers of the papers that were sent to Zotero. */
  zoteroSent: number[];
  /** The export to Zotero that is not complete, if there is one. */
  zoteroPending: ZoteroPending | null;
  /** Automatic backups: off (`nobody`), reminders, or files written to Downloads. */
  backupBy: 'nobody' | 'reminder' | 'download';
  /** Days between two backups. */
  backupDays: number;
  /** How many automatic backups are kept. */
  backupKeep: number;
  /** When the last backup was made, ms since 1970; 0 for never. */
  backedUpAt: number;
  /** When an automatic backup last failed, ms since 1970; 0 for never. */
  backupFailedAt: number;
  /** When the user was last reminded, ms since 1970; 0 for never. */
  backupRemindedAt: number;
  /** The browser's download ids of the automatic backups, oldest first. */
  backupDownloads: number[];
  /** Whether the followed listings are read each morning, without a page of ours open. */
  readsMornings: boolean;
  /** The template of citation keys, see `formats/citation-keys.ts`. */
  keyTemplate: string;
  /** The style of citations that are copied. */
  citationStyle: CitationStyle;
  /** Shortcuts that differ from the defaults in `ui/surface/shortcuts.ts`, by action. */
  keys: Record<string, string>;
  /** Ids of the services that are asked what others know of papers. */
  lookupServices: string[];
  /** Whether they are asked every week of papers of the last two years, and when they last were, ms since 1970; 0 for never. */
  lookupWeekly: boolean;
  lookedUpAt: number;
  /** The user's own key for Semantic Scholar; '' for none. */
  semanticScholarKey: string;
}

export const defaults: Settings = {
  theme: 'system',
  ...pageOptionDefaults,
  seen: 'ask',
  suggestTags: true,
  bars: {},
  hintsSeen: [],
  sitesOff: [],
  backupOffered: false,
  listView: defaultListView,
  apart: [],
  exportFormat: 'bibtex',
  exportChoices: {},
  exported: {},
  zoteroSent: [],
  zoteroPending: null,
  backupBy: 'nobody',
  backupDays: 7,
  backupKeep: 5,
  backedUpAt: 0,
  backupFailedAt: 0,
  backupRemindedAt: 0,
  backupDownloads: [],
  readsMornings: false,
  keyTemplate: '[auth:lower][shorttitle:3][year]',
  citationStyle: 'apa',
  keys: {},
  lookupServices: [],
  lookupWeekly: false,
  lookedUpAt: 0,
  semanticScholarKey: '',
};

const prefix = 'setting:';
const names = Object.keys(defaults) as (keyof Settings)[];

/** All settings: the stored ones, and defaults for the others. */
export async function get(): Promise<Settings> {
  const stored = await browser.storage.local.get(names.map((name) => prefix + name));
  return fromStored((name) => stored[prefix + name]);
}

/** Changes some settings. Resolves once they are stored. */
export async function set(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(
    Object.fromEntries(Object.entries(change).map(([name, value]) => [prefix + name, value])),
  );
}

/** Calls back with all settings after each change, wherever it was made. Returns a function that unsubscribes. */
export function onChange(listener: (settings: Settings) => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(prefix))) get().then(listener);
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}

const fromStored = (stored: (name: keyof Settings) => unknown): Settings =>
  Object.fromEntries(names.map((name) => [name, stored(name) ?? defaults[name]])) as unknown as Settings;
