/** Visible text. Every string the user sees comes from `public/_locales`, in the language the browser chose. */
import type { Browser } from 'webextension-polyfill';
import type { Status } from './paper/paper';
import type en from './public/_locales/en/messages.json';

type Stored = keyof typeof en;
type Stem<K> = K extends `${infer S}_other` ? S : never;
/** Name of a message. */
export type MessageKey = Stored;
/** Name of a message that has one form a plural category: `papers` for `papers_one`, `papers_other`. */
export type PluralKey = Stem<Stored>;

declare const chrome: Browser;
const i18n = () => ((globalThis as { browser?: Browser }).browser ?? chrome).i18n;

/** A message with its `$1` … `$9` filled in. Falls back to the key, so that a missing one is seen. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return i18n().getMessage(key, values.map(String)) || key;
}

/** Language of the interface as a BCP 47 tag: `en`, `zh-CN`. The one whose messages are shown, not the browser's. */
export const language = (): string => t('language');

const made = new Map<string, unknown>();

/** A formatter of the interface's language, made once: making one takes longer than drawing a row. */
function once<F>(name: string, make: (language: string) => F): F {
  const key = `${language()} ${name}`;
  if (!made.has(key)) made.set(key, make(language()));
  return made.get(key) as F;
}

/** A message in the plural form for `n`, which is formatted and is `$1`; further values are `$2` and on. */
export function plural(key: PluralKey, n: number, ...values: (string | number)[]): string {
  const form = once('plural', (of) => new Intl.PluralRules(of)).select(n);
  const text = i18n().getMessage(`${key}_${form}`, [number(n), ...values.map(String)]);
  return text || t(`${key}_other` as MessageKey, number(n), ...values);
}

/** A number as the reader's language writes it. */
export const number = (n: number): string => once('number', (of) => new Intl.NumberFormat(of)).format(n);

/** A day as the reader's language writes it: "6 Jun 2025". Takes milliseconds. */
export const day = (at: number): string => date(at, { year: 'numeric', month: 'short', day: 'numeric' });

/** A date with the parts named, as the reader's language writes it. Takes milliseconds. */
export const date = (at: number, parts: Intl.DateTimeFormatOptions): string =>
  once(JSON.stringify(parts), (of) => new Intl.DateTimeFormat(of, parts)).format(at);

const statusNames: Record<Status, MessageKey> = {
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
};

/** A status as a word: "To read", "Reading", "Read". */
export const statusName = (status: Status): string => t(statusNames[status]);
