/** Injected into a page by the background when first opened: built as `content/panel.js`. */
import { joinPage } from '../core/page-script';
import { createPanel } from '../panel/panel';

joinPage('panel', createPanel);
