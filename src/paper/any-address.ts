/** The one rule for "this address is a paper's", of links on any page, of the menu, and of pasted and imported text. */
import { doiToId, idValue } from './ids';
import { doiInUrl, idOfUrl, parseAddress, withoutView } from './paper-urls';
import { coolPaper, cvfPaper, ecvaPaper, europePmcRecord, neuripsPaper, type OwnId, pmlrPaper } from './site-urls';

/** Sites with ids of their own, by host without `www.`. */
const ownSites: Record<string, (path: string) => OwnId | undefined> = /* @__PURE__ */ (() => ({
  'openaccess.thecvf.com': cvfPaper,
  'ecva.net': ecvaPaper,
  'proceedings.mlr.press': pmlrPaper,
  'proceedings.neurips.cc': neuripsPaper,
  'papers.neurips.cc': neuripsPaper,
  'papers.nips.cc': neuripsPaper,
  'papers.cool': coolPaper,
  'europepmc.org': europePmcRecord,
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
 * in it. Undefined for everything else: listings, repositories, people.
 */
export function idOfAddress(address: string | URL): string | undefined {
  const url = parseAddress(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const inner = wrapped(url);
  if (inner !== undefined) return inner.length < url.href.length ? idOfAddress(inner) : undefined;
  const host = url.hostname.replace(/^www\./, '');
  const own = Object.hasOwn(ownSites, host) ? ownSites[host]?.(url.pathname)?.id : undefined;
  const id = idOfUrl(url) ?? own ?? doiInUrl(url);
  return id?.startsWith('doi:') ? doiToId(withoutView(idValue(id))) : id;
}
