/** What the private frame may show, and what may be changed there. */
import type { Mark } from '../paper/marks';
import type { Links, Status } from '../paper/paper';

/** Papers whose tags are chosen at once, at most. */
export const maxTagged = 5000;

/**
 * What a content script may have shown in the private frame: a paper by its key, with the save that opened it, for *Undo*; or the
 * choice of tags for papers, each by one of its ids, at most `maxTagged`.
 */
export interface FrameOffer {
  key?: string;
  saved?: number;
  papers?: string[];
}

/** What a nonce stands for. */
export type FrameClaim =
  /** The port is ours. */
  | { is: 'greeting' }
  /** A paper as the library has it. */
  | { is: 'panel'; key: string; saved?: number; title: string; links: Links; mark: Mark; draft?: string }
  /** A paper that is not in the library. */
  | { is: 'absent' }
  /** Tags are to be chosen for so many papers. The content script saves them by the token, once `chooseTags` has taken it. */
  | { is: 'tags'; papers: number; token: string };

/** One change of one paper. */
export type PaperChange =
  | { tags: string[] }
  /** A suggested tag does not fit. */
  | { unfitTag: string }
  | { status: Status }
  | { isStarred: boolean }
  | { note: string }
  | { isRemoved: true };
