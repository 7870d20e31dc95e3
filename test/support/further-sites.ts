import { sites } from '../../src/sites/index';
import type { Site } from '../../src/sites/site';
import { contentScripts } from '../tools/manifest';

/** Sites that are not read from the start: each is asked for when it is turned on. */
export function furtherSites(): Site[] {
  const scripts = new Set(contentScripts().flatMap(({ js }) => js));
  return sites.filter(({ id }) => !scripts.has(`content/${id}.js`));
}
