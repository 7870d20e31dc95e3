/** Injected into a page by the background when first opened: built as `content/panel.js`. */
export {};
