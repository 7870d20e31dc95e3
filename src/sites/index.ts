/** All sites, special ones before general ones. */
import { aaai } from './aaai';
import { acl } from './acl';
import { acm } from './acm';
import { any } from './any';
import { ar5iv } from './ar5iv';
import { arxiv } from './arxiv';
import { biorxiv } from './biorxiv';
import { catalog } from './catalog';
import { cvf } from './cvf';
import { dblp } from './dblp';
import { ecva } from './ecva';
import { eprint } from './eprint';
import { europepmc } from './europepmc';
import { googleScholar } from './google-scholar';
import { huggingface } from './huggingface';
import { ieeeXplore } from './ieee-xplore';
import { ijcai } from './ijcai';
import { isca } from './isca';
import { jmlr } from './jmlr';
import { matches } from './match';
import { nature } from './nature';
import { neurips } from './neurips';
import { openreview } from './openreview';
import { papersCool } from './papers-cool';
import { plos } from './plos';
import { pmc } from './pmc';
import { pmlr } from './pmlr';
import { pubmed } from './pubmed';
import { scirate } from './scirate';
import { semanticScholar } from './semantic-scholar';
import type { Site } from './site';
import { springer } from './springer';
import { usenix } from './usenix';

export const sites: readonly Site[] = [
  huggingface,
  arxiv,
  openreview,
  acl,
  cvf,
  ecva,
  pmlr,
  neurips,
  semanticScholar,
  googleScholar,
  pubmed,
  europepmc,
  biorxiv,
  dblp,
  scirate,
  papersCool,
  ar5iv,
  jmlr,
  springer,
  aaai,
  usenix,
  ijcai,
  ieeeXplore,
  pmc,
  eprint,
  isca,
  nature,
  acm,
  plos,
];

/** A site's match patterns, with those of the same pages on the further hosts that its row in the catalog names. */
export function patternsOf({ id, matches }: Site): readonly string[] {
  const [, main = ''] = /^(https:\/\/[^/]+)/.exec(matches[0] ?? '') ?? [];
  const onMain = matches.filter((pattern) => pattern.startsWith(`${main}/`));
  const further = (catalog[id]?.alsoAt ?? []).flatMap((host) =>
    onMain.map((pattern) => pattern.replace(main, `https://${host}`)),
  );
  return [...matches, ...further];
}

const patterns = new Map(sites.map((site) => [site, patternsOf(site)]));

/** The site that reads an address. */
export const siteFor = (url: URL): Site | undefined =>
  sites.find((site) => patterns.get(site)?.some((pattern) => matches(pattern, url)) && site.kind(url) !== undefined);

/** The site that reads an address, otherwise the reader of any page; undefined if it is not http(s). */
export const readerFor = (url: URL): Site | undefined => siteFor(url) ?? (any.kind(url) && any);
