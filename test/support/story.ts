/** `test` for tests in whichever browser the project is for: each gets the built extension, newly installed. */
import { test as base } from 'vitest';
import * as chromium from './chromium';
import * as firefox from './firefox';
import type { Options, Session, SharedBrowser } from './session';

/** The browser of this run, set by the vitest project. */
export const browserName = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const browsers = browserName === 'firefox' ? firefox : chromium;

/** Starts the browser of this run. */
export const launch = (options?: Options): Promise<Session> => browsers.launch(options);

/** The browser that the tests of a file share; it starts when it is first needed, and again after it failed. */
class FileBrowser {
  private running: Promise<SharedBrowser> | undefined;

  async session(): Promise<Session> {
    this.running ??= browsers.launchShared();
    const session = await (await this.running).session();
    const end = async () => {
      try {
        await session.close();
      } catch (error) {
        await this.close().catch(() => {});
        throw error;
      }
    };
    return { ...session, close: end };
  }

  async close(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    await (await running)?.close();
  }
}

interface Fixtures {
  fileBrowser: FileBrowser;
  session: Session;
  /** Starts a browser for the test alone, in this way: set with `test.override({ options })`. */
  options: Options | undefined;
}

export const test = base.extend<Fixtures>({
  fileBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of fixtures from the pattern.
    async ({}, use) => {
      const browser = new FileBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  options: undefined,
  session: async ({ options, fileBrowser }, use) => {
    const session = options ? await launch(options) : await fileBrowser.session();
    try {
      await use(session);
    } finally {
      await session.close();
    }
  },
});
