/** Injected into a page by the background when first opened: built as `content/panel.js`. */
import { createPanel } from '../panel/panel';

if (globalThis.offprint) globalThis.offprint.panel ??= createPanel(globalThis.offprint);
