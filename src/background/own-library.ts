/** The background's library: opened when first used, and again by itself should the browser close it. */
import { openLibrary } from '../library/open';
import { tellTabs } from './tabs';

/** Every change is told to the tabs. */
export const library = openLibrary({ tell: ({ keys }) => void tellTabs('changed', { keys }) });
