/** Where on the web the reader is, as a save tells it. */
import type { Context } from '../../paper/paper';
import type { Site } from '../../sites/site';

export function contextOf(site: Site): Context {
  const url = new URL(location.href);
  return { site: site.id, url: url.href.split('#', 1)[0] ?? '', kind: site.kind(url, document) ?? 'listing' };
}
