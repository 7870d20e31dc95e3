/** How long to wait for a frame before giving up. */
const timeoutMs = 100;

/**
 * Resolves with true at the page's next frame, or with false when none came within the timeout: browsers paint a page in a
 * background tab seldom or never, but it must be kept up to date all the same.
 */
export const nextFrame = (): Promise<boolean> =>
  new Promise((go) => {
    const late = setTimeout(go, timeoutMs, false);
    requestAnimationFrame(() => {
      clearTimeout(late);
      go(true);
    });
  });
