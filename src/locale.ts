/** All visible text comes from `public/_locales`, in the language that the browser chooses. */
import type { Browser } from 'webextension-polyfill';
import type { Status } from './paper/paper';
import type en from './public/_locales/en/messages.json';

type Stored = keyof typeof en;
type Stem<K> = K extends `${infer S}_other` ? S : never;
/** The key of a message. */
export type MessageKey = Stored;
/** The key of a message with plural forms: `papers` for `papers_one` and `papers_other`. */
export type PluralKey = Stem<Stored>;

declare const chrome: Browser;
const i18n = () => ((globalThis as { browser?: Browser }).browser ?? chrome).i18n;

const learned = new Map<string, string>();

/**
 * Learns messages, by key, with `$1` … `$9` in them. They are not asked of the browser then: the first such question of a content
 * script blocks the page until the browser has read and sent all messages, and fails once the extension is gone.
 */
export function learn(messages: Readonly<Record<string, string>>): void {
  for (const [key, message] of Object.entries(messages)) learned.set(key, message);
}

const message = (key: string, values: string[]): string =>
  learned.get(key)?.replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '') ?? i18n().getMessage(key, values);

/** A message with `$1` … `$9` filled in. Falls back to the key, so that a missing message is noticed. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return message(key, values.map(String)) || key;
}

/** The language of the messages, as a BCP 47 tag: `en`, `zh-CN`. It may differ from the browser's. */
export const language = (): string => t('language');

const formatters = new Map<string, unknown>();

/** A cached formatter for the language: creating one takes longer than rendering a row. */
function once<F>(name: string, make: (language: string) => F): F {
  const key = `${language()} ${name}`;
  if (!formatters.has(key)) formatters.set(key, make(language()));
  return formatters.get(key) as F;
}

/** A message in the plural form for `n`. `$1` is `n`, formatted; further values are `$2` and so on. */
export function plural(key: PluralKey, n: number, ...values: (string | number)[]): string {
  const form = once('plural', (of) => new Intl.PluralRules(of)).select(n);
  const text = message(`${key}_${form}`, [number(n), ...values.map(String)]);
  return text || t(`${key}_other` as MessageKey, number(n), ...values);
}

/**
 * A number in the format of the language. Small counts are plain digits in all languages of ours, and a page that shows no other
 * number is spared the formatter: Chromium takes some 10 ms to make its first one.
 */
export const number = (n: number): string =>
  Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : once('number', (of) => new Intl.NumberFormat(of)).format(n);

/** A day in the format of the language: "6 Jun 2025". Takes ms since 1970. */
export const day = (at: number): string => date(at, { year: 'numeric', month: 'short', day: 'numeric' });

/** The given parts of a date in the format of the language. Takes ms since 1970. */
export const date = (at: number, parts: Intl.DateTimeFormatOptions): string =>
  once(JSON.stringify(parts), (of) => new Intl.DateTimeFormat(of, parts)).format(at);

const statusNames: Record<Status, MessageKey> = {
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
};

/** The name of a status: "To read", "Reading", "Read". */
export const statusName = (status: Status): string => t(statusNames[status]);
