/**
 * What the user can set. Each setting is one key of `storage.local`, so that two surfaces which change two settings at the
 * same time do not undo each other. The defaults stand here and nowhere else.
 */

import type { FormatId } from './formats';
import type { CitationStyle } from './formats/cite';
import type { Choices } from './formats/format';
import browser from './messages/browser';
import type { BarState } from './messages/contract';
import { type PageOptions, pageOptionDefaults } from './messages/page-options';

/** Where papers can go: into a file of a format, or straight into Zotero. */
export type ExportKind = FormatId | 'zotero';

/** Papers on their way into Zotero: what is sent again after a failure, under the same name, so that nothing arrives twice. */
export interface ZoteroPending {
  session: string;
  numbers: number[];
  /** How many of them Zotero has. */
  sent: number;
  target: string;
}

export interface Settings extends PageOptions {
  theme: 'system' | 'light' | 'dark';
  /** Whether the papers that were on the screen are remembered; `ask` until the reader has answered. */
  seen: 'ask' | 'on' | 'off';
  /** How the page bar rests, by site. */
  bars: Record<string, BarState>;
  /** Hints of the first minute that were shown: once, ever. */
  hintsSeen: ('save' | 'find')[];
  /** Ids of sites turned off though their hosts are permitted: the required ones. */
  sitesOff: string[];
  /** Whether the one offer of a backup was made. */
  backupOffered: boolean;
  /** Pairs of papers, by their keys, that the user said are two: not suggested as duplicates again. */
  apart: string[];
  /** The kind exported last: offered first. */
  exportFormat: ExportKind;
  /** What was chosen of each kind's files. */
  exportChoices: Partial<Record<ExportKind, Choices>>;
  /** Whether the last export was copied or downloaded: offered first. */
  exportBy: 'copy' | 'download';
  /** The last export of each kind: the greatest number of a paper that there was, and the time. */
  exported: Partial<Record<ExportKind, { upTo: number; at: number }>>;
  /** Numbers of the papers that were sent to Zotero. */
  zoteroSent: number[];
  /** What is on its way into Zotero, if it did not all arrive. */
  zoteroPending: ZoteroPending | null;
  /** Who sees to backups: Offprint writes them into the downloads, reminds of them, or neither. */
  backupBy: 'nobody' | 'reminder' | 'download';
  /** Days between two. */
  backupDays: number;
  /** How many that Offprint wrote by itself are kept. */
  backupKeep: number;
  /** When one was last made, milliseconds since 1970; 0 for never. */
  backedUpAt: number;
  /** When Offprint last failed to write one by itself. */
  backupFailedAt: number;
  /** When one was last reminded of it. */
  backupRemindedAt: number;
  /** Numbers that the browser gave to the downloads that Offprint wrote by itself, oldest first. */
  backupDownloads: number[];
  /** How citation keys are made: a template of `formats/keys.ts`. */
  keyTemplate: string;
  /** How one paper's citation is written when it is copied. */
  citationStyle: CitationStyle;
  /** Keys of popup and shelf that differ from `ui/keys.ts`, by what they do. */
  keys: Record<string, string>;
}

export const defaults: Settings = {
  theme: 'system',
  ...pageOptionDefaults,
  seen: 'ask',
  bars: {},
  hintsSeen: [],
  sitesOff: [],
  backupOffered: false,
  apart: [],
  exportFormat: 'bibtex',
  exportChoices: {},
  exportBy: 'copy',
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
  keyTemplate: '[auth:lower][shorttitle:3][year]',
  citationStyle: 'apa',
  keys: {},
};

const prefix = 'setting:';
const names = Object.keys(defaults) as (keyof Settings)[];

/** All settings; the default where the user set nothing. */
export async function get(): Promise<Settings> {
  const stored = await browser.storage.local.get(names.map((name) => prefix + name));
  return fromStored((name) => stored[prefix + name]);
}

/** Changes some settings and leaves the others. Resolves once they are stored. */
export async function set(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(
    Object.fromEntries(Object.entries(change).map(([name, value]) => [prefix + name, value])),
  );
}

/** Calls back with all settings after each change, wherever it was made. Returns a function that stops it. */
export function onChange(listener: (settings: Settings) => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(prefix))) get().then(listener);
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}

const fromStored = (stored: (name: keyof Settings) => unknown): Settings =>
  Object.fromEntries(names.map((name) => [name, stored(name) ?? defaults[name]])) as unknown as Settings;
