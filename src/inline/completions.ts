/** Completion of tags in the frame, which has no database where third-party cookies are blocked. */
import { ask } from '../messages/transport';

/** Number of recent tags offered below the field. */
export const recentTags = 5;

/** Tags that contain a text; the most recently used ones for "". */
export const completions = (text: string) => ask('completeTag', text);
