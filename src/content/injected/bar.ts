/** Injected into a page by the background when the page bar is first reached for: built as `content/bar.js`. */
import { createBar } from '../bar/bar';
import { join } from '../core/page-script';

join('bar', createBar);
