/** The one rule for "this address is a paper's", of links on any page, of the menu, and of pasted and imported text. */
import { doiToId, idValue } from './ids';
import { doiInUrl, idOfUrl, parseAddress, withoutView } from './paper-urls';
import {
  aaaiPaper,
  adsPreprint,
  eprintPaper,
  followedDoi,
  ieeePaper,
  ijcaiPaper,
  iscaPaper,
  jmlrPaper,
  usenixPaper,
} from './publisher-urls';
import { coolPaper, cvfPaper, ecvaPaper, europePmcRecord, neuripsPaper, type OwnId, pmlrPaper } from './site-urls';

/** A reader of paths as a reader of addresses. */
const ofPath =
  (read: (path: string) => OwnId | undefined) =>
  ({ pathname }: URL): OwnId | undefined =>
    read(pathname);

/** Sites with ids of their own, by host without `www.`. */
const ownSites: Record<string, (url: URL) => OwnId | undefined> = /* @__PURE__ */ (() => ({
  'openaccess.thecvf.com': ofPath(cvfPaper),
  'ecva.net': ofPath(ecvaPaper),
  'proceedings.mlr.press': ofPath(pmlrPaper),
  'proceedings.neurips.cc': ofPath(neuripsPaper),
  'papers.neurips.cc': ofPath(neuripsPaper),
  'papers.nips.cc': ofPath(neuripsPaper),
  'papers.cool': ofPath(coolPaper),
  'europepmc.org': ofPath(europePmcRecord),
  'jmlr.org': jmlrPaper,
  'jmlr.csail.mit.edu': jmlrPaper,
  'ijcai.org': ijcaiPaper,
  'isca-archive.org': iscaPaper,
  'ojs.aaai.org': aaaiPaper,
  'aaai.org': aaaiPaper,
  'ieeexplore.ieee.org': ieeePaper,
  'usenix.org': usenixPaper,
  'eprint.iacr.org': eprintPaper,
  'ia.cr': eprintPaper,
  'ui.adsabs.harvard.edu': adsPreprint,
}))();

/** The address that an address of a redirecting service or an archive of the web leads to. */
function wrapped(url: URL): string | undefined {
  const { hostname, pathname, search, searchParams } = url;
  if (/^(?:www\.)?google\.[a-z.]+$/.test(hostname) && pathname === '/url')
    return searchParams.get('q') ?? searchParams.get('url') ?? undefined;
  const archived = hostname === 'web.archive.org' ? /^\/web\/[^/]+\/(https?:\/.+)$/.exec(pathname)?.[1] : undefined;
  return archived && archived.replace(/^(https?:)\/+/, '$1//') + search;
}

/**
 * The id of the paper that an address leads to: its page or file at any site that is read, or a publisher's address with the DOI
 * in it or from which the DOI follows. Undefined for everything else: listings, repositories, people.
 */
export function idOfAddress(address: string | URL): string | undefined {
  const url = parseAddress(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const inner = wrapped(url);
  if (inner !== undefined) return inner.length < url.href.length ? idOfAddress(inner) : undefined;
  const host = url.hostname.replace(/^www\./, '');
  const own = Object.hasOwn(ownSites, host) ? ownSites[host]?.(url)?.id : undefined;
  const id = idOfUrl(url) ?? own ?? doiInUrl(url) ?? doiToId(followedDoi(url) ?? '');
  return id?.startsWith('doi:') ? doiToId(withoutView(idValue(id))) : id;
}
