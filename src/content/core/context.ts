/** Where on the web the reader is, as a save tells it. */
import type { Context } from '../../paper/paper';
import type { Site } from '../../sites/site';

export function contextOf(site: Site): Context {
  const url = new URL(location.href);
  const kind = site.kind(url, document) ?? 'listing';
  url.hash = '';
  return { site: site.id, url: url.href, kind };
}
