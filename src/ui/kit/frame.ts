/** Longest that a frame is waited for, ms. */
const patience = 100;

/**
 * The page's next frame: true; or false, where none came for a while. A page behind another one is painted seldom or never,
 * and is kept up to date all the same.
 */
export const frame = (): Promise<boolean> =>
  new Promise((go) => {
    const late = setTimeout(go, patience, false);
    requestAnimationFrame(() => {
      clearTimeout(late);
      go(true);
    });
  });
