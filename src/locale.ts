/** Visible text. Every string the user sees comes from `public/_locales`, in the language the browser chose. */
import type { Browser } from 'webextension-polyfill';
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

/** A message in the plural form for `n`, which is formatted and is `$1`; further values are `$2` and on. */
export function plural(key: PluralKey, n: number, ...values: (string | number)[]): string {
  const form = new Intl.PluralRules(language()).select(n);
  const text = i18n().getMessage(`${key}_${form}`, [number(n), ...values.map(String)]);
  return text || t(`${key}_other` as MessageKey, number(n), ...values);
}

/** A number as the reader's language writes it. */
export const number = (n: number): string => new Intl.NumberFormat(language()).format(n);

/** A day as the reader's language writes it: "6 Jun 2025". Takes milliseconds. */
export const day = (at: number): string =>
  new Intl.DateTimeFormat(language(), { year: 'numeric', month: 'short', day: 'numeric' }).format(at);
