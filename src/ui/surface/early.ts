/**
 * Loaded by popup and library before their own code: asks for what their first paint waits for while that code still loads. Only
 * they use it, and it uses nothing that others do, so that it is a small file of its own.
 */
import type { Browser } from 'webextension-polyfill';
import { readFirstRows } from '../../library/first-rows';

declare const chrome: Browser;
const { storage } = (globalThis as { browser?: Browser }).browser ?? chrome;

/** How many rows: more than fit in any window. */
const firstRows = 50;

/** The newest rows. */
export const earlyRows = readFirstRows(firstRows);
/** All that surfaces stored until the browser closes. */
export const earlySession: Promise<Record<string, unknown>> = (storage.session ?? storage.local).get(null);
