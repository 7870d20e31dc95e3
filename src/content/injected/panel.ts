/** Injected into a page by the background when first opened: built as `content/panel.js`. */
import { join } from '../core/page-script';
import { createPanel } from '../panel/panel';

join('panel', createPanel);
