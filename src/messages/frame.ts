/**
 * Messages between the content script of a page and the private frame in that page, over a port that nobody else holds.
 * Nothing of the library is among them: the frame asks the background for that.
 */

import type { Suggestion } from '../paper/marks';

/** Messages to the frame. */
export type ToFrame =
  /** Show what the background stored under this nonce. Suggestions are for the choice of tags; they come from a page's process. */
  | { open: string; isDark: boolean; suggestions?: Suggestion[] }
  /** Keys pressed before the frame had the focus, as `KeyboardEvent.key` has them. */
  | { typed: readonly string[] }
  /** The paper was changed: ask for its mark again. */
  | { changed: true }
  /** Show nothing. */
  | { close: true };

/** Messages from the frame. */
export type FromFrame =
  /** It holds the port. */
  | { is: 'here' }
  /** What was asked for is drawn, and takes keys as soon as the frame has the focus. */
  | { is: 'ready' }
  /** Whether keys reach it. */
  | { is: 'focus'; has: boolean }
  /** The user chose tags, which the background keeps under this token: save the papers. */
  | { is: 'tagged'; token: string }
  /** The user left: by Escape, or by Tab past the first or last field. */
  | { is: 'done' }
  /** The frame's document is unloaded. */
  | { is: 'gone' };

/** Path of the frame's page in the extension. */
export const framePage = 'src/inline/index.html';
