import type { Site } from '../sites/site';

/** Starts the overlay on the page this script is in. The build writes one script a site that calls it. */
export function start(site: Site): void {
  if (site.kind(new URL(location.href)) === undefined) return;
}
