/** Saved pages as the sites see them. */
import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Page } from '../../src/sites/site';

/** A page from its source, without running its scripts. Bytes that are not UTF-8 are read as their own `meta` says. */
export function pageOf(html: string | Uint8Array, url: string, now = new Date()): Page {
  // The console stays silent: what a page's style sheets get wrong is not ours to report.
  const { document } = new JSDOM(decoded(html), { url, virtualConsole: new VirtualConsole() }).window;
  return { url: new URL(url), document, now };
}

/** A saved page from its file. */
export const pageFrom = (path: string, url: string, now?: Date): Page => pageOf(readFileSync(path), url, now);

function decoded(html: string | Uint8Array): string | Buffer {
  if (typeof html === 'string') return html;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(html);
  } catch {
    return Buffer.from(html);
  }
}
