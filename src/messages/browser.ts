/**
 * The extension interface of pages and background. The only file that imports the polyfill: the content build, which
 * counts every byte, takes `api` of `api.ts` instead.
 */
import browser from 'webextension-polyfill';

export default browser;
