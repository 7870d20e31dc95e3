import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The browsers there is a build for. */
export const browsers = ['chromium', 'firefox'] as const;
export type Browser = (typeof browsers)[number];

/** What `manifest.json` says of scripts for web pages: put into the built manifest as it stands, since they are built apart. */
export const contentScripts = (): { matches: string[]; js: string[]; run_at: string }[] =>
  read('manifest.json').content_scripts;

/**
 * The manifest of one browser, made from `manifest.json`, without its content scripts; the version comes from
 * `package.json`. Each browser warns of the other's entries, so it gets only its own. Chromium derives the id of an unpacked
 * extension, and with it the place of the library, from `key`: without it, from the folder's path.
 */
export function manifestFor(browser: Browser): Record<string, unknown> {
  const { content_scripts, browser_specific_settings, key, minimum_chrome_version, background, ...common } =
    read('manifest.json');
  const { service_worker, type } = background;
  const own =
    browser === 'chromium'
      ? { key, minimum_chrome_version, background }
      : {
          browser_specific_settings,
          background: { scripts: [service_worker], type },
          permissions: common.permissions.filter((name: string) => name !== 'offscreen'),
        };
  return { ...common, version: read('package.json').version, ...own };
}

/**
 * The one file that a web page may embed: the private frame. Chromium serves it only under an address that changes with each
 * session, so that no page can detect the extension by it; Firefox's address differs in each profile, and no page is told
 * it. On all origins, since the user may open a panel on any page.
 */
export const frameAccess = (browser: Browser): Record<string, unknown> => ({
  resources: ['src/inline/index.html'],
  matches: ['https://*/*', 'http://*/*'],
  ...(browser === 'chromium' && { use_dynamic_url: true }),
});
