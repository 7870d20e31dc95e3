/** The extension API in content scripts. Since Manifest V3 it returns promises in both browsers. */
import type { Browser } from 'webextension-polyfill';

declare const chrome: Browser;

export const api: Browser = (globalThis as { browser?: Browser }).browser ?? chrome;
