import { findBrowser } from '../tools/prepare.mjs';

/** Path of a browser on this machine. Throws if there is none. */
export function executable(browser: 'chromium' | 'firefox'): string {
  const found = findBrowser(browser);
  if (!found) throw new Error(`No ${browser} found: install it, or set ${browser.toUpperCase()} to its path.`);
  return found;
}
