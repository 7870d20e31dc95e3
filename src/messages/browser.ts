/**
 * The extension API of our pages and the background. The only file that imports the polyfill: content scripts use the smaller
 * `api.ts`.
 */
import browser from 'webextension-polyfill';

export default browser;
