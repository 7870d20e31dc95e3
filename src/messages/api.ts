/** The browser's own extension interface in a content script: promises in both browsers since Manifest V3. */
import type { Browser } from 'webextension-polyfill';

declare const chrome: Browser;

export const api: Browser = (globalThis as { browser?: Browser }).browser ?? chrome;
