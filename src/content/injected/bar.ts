/** Injected into a page by the background when the page bar is first reached for: built as `content/bar.js`. */
import { createBar } from '../bar/bar';
import { joinPage } from '../core/page-script';

joinPage('bar', createBar);
