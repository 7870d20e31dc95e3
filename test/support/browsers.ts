/** Where the two browsers are on this machine. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from '../tools/manifest';

const names: Record<Browser, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'chrome'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
};

/**
 * Path of a browser: what `CHROMIUM` or `FIREFOX` names, else the first of the usual names on the PATH. Branded Chrome is
 * not among them: it has refused to load unpacked extensions from the command line since 137. Throws if there is none.
 */
export function executable(browser: Browser): string {
  const named = process.env[browser.toUpperCase()];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names[browser].flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (!found) throw new Error(`No ${browser} found: install it, or set ${browser.toUpperCase()} to its path.`);
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
