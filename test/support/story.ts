/** `test` for stories: each gets its own browser with the built extension, in whichever browser the project is for. */
import { test as base } from 'vitest';
import * as chromium from './chromium';
import * as firefox from './firefox';
import type { Options, Session } from './session';

/** The browser of this run, set by the vitest project. */
export const browserName = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** Starts the browser of this run. */
export const launch = (options?: Options): Promise<Session> =>
  (browserName === 'firefox' ? firefox : chromium).launch(options);

interface Fixtures {
  session: Session;
  /** How the browser is started: set with `test.override({ options })`. */
  options: Options;
}

export const test = base.extend<Fixtures>({
  options: {},
  session: async ({ options }, use) => {
    const session = await launch(options);
    try {
      await use(session);
    } finally {
      await session.close();
    }
  },
});
