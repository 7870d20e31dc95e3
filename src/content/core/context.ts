/** The context of a save: site, address and kind of the page. */
import type { Context } from '../../paper/paper';
import type { Site } from '../../sites/site';

export function contextOf(site: Site): Context {
  const url = new URL(location.href);
  const kind = site.kind(url, document) ?? 'listing';
  url.hash = '';
  return { site: site.id, url: url.href, kind };
}
