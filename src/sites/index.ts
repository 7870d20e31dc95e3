/** Every site that can be read, each listed once, the more special before the more general. */
import { acl } from './acl';
import { arxiv } from './arxiv';
import { huggingface } from './huggingface';
import { matches } from './match';
import { openreview } from './openreview';
import type { Site } from './site';

export const sites: readonly Site[] = [huggingface, arxiv, openreview, acl];

/** The site that reads an address, or undefined where none does. */
export const siteFor = (url: URL): Site | undefined =>
  sites.find((site) => site.matches.some((pattern) => matches(pattern, url)) && site.kind(url) !== undefined);
