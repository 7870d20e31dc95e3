/** Addresses of papers in archives and indexes whose ids others use as well, and DOIs in any address. */
import { arxivId, decode, doiToId, maxAddressLength, trimEnd } from './ids';

/** The id in an address of one host, if it is a paper's. */
type UrlReader = (url: URL) => string | undefined;
const part = (url: URL, pattern: RegExp): string | undefined => {
  const found = pattern.exec(decode(url.pathname));
  return found?.[1];
};
const prefixed = (scheme: string, value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : `${scheme}:${value}`;
const arxivPath =
  (pattern: RegExp): UrlReader =>
  (url) => {
    const found = part(url, pattern);
    const bare = found?.replace(/\/+$/, '').replace(/\.(?:pdf|html?)$/i, '');
    return prefixed('arxiv', bare === undefined ? undefined : arxivId(bare));
  };

/** Includes old addresses: `/PS_cache/hep-th/pdf/9901/9901001v1.pdf`, `/ftp/hep-th/papers/9901/9901001.pdf`. */
const viewsOfArxiv: UrlReader = (url) => {
  const [, archive, old] =
    /^\/(?:PS_cache\/([\w-]+)\/\w+|ftp\/([\w-]+)\/papers)\/\d{4}\//i.exec(decode(url.pathname)) ?? [];
  const cached = archive ?? old;
  const file = part(url, /\/([\d.]+(?:v\d+)?)\.\w+$/i);
  if (cached !== undefined && file !== undefined) {
    return prefixed('arxiv', arxivId(cached.toLowerCase() === 'arxiv' ? file : `${cached}/${file}`));
  }
  return arxivView(url);
};
const arxivView = /* @__PURE__ */ arxivPath(
  /^\/+(?:abs|pdf|html|format|src|e-print|ps|dvi|tb|trackback|bibtex|show-email|auth\/show-endorsers)\/+(.+?)(?:\/.*\.html)?$/i,
);
const openreview: UrlReader = (url) => {
  if (!/^\/(?:forum|pdf|attachment|revisions|references\/pdf)\/?$/.test(url.pathname)) return undefined;
  const id = url.searchParams.get('id');
  return prefixed('openreview', id !== null && /^[\w-]+$/.test(id) ? id : undefined);
};
const acl: UrlReader = (url) => {
  const id = part(
    url,
    /^\/(?:anthology\/)?(?:papers\/)?(?:[A-Z]\/[A-Z]\d{2}\/)?([A-Z]\d{2}-\d{4}|\d{4}\.\w+-\w+\.\d+)(?:v\d+)?(?:\.(?:pdf|bib|xml|endf)|\/[A-Z]\d{2}-\d{4})?\/?$/i,
  );
  // Old ids are in upper case, ids with a year in lower case.
  return prefixed('acl', id && (/^[A-Z]/i.test(id) ? id.toUpperCase() : id.toLowerCase()));
};

/** PMIDs have no leading zeros; PMCIDs keep their letters. */
const pmid = (found: string | undefined) => prefixed('pmid', found?.replace(/^0+(?=\d)/, ''));
const pmcid = (found: string | undefined) => prefixed('pmcid', found && `PMC${found.replace(/^PMC/i, '')}`);

const dblp: UrlReader = (url) =>
  prefixed(
    'dblp',
    part(
      url,
      /^\/rec\/(?:(?:html|bibtex|bib|xml|ris|rdf|nt)\d?\/)?((?:conf|journals|books|phd|series|tr|reference|homepages)\/[^?#]+?)(?:\.(?:html|xml|bib|ris|rdf|nt|ttl))?\/?$/,
    ),
  );

/**
 * Which address names which paper. The host's `www.` is gone, as are arXiv's countries; sub-hosts are listed where they serve the same. Marked pure so
 * that a page's script that reads one site alone does not carry it.
 */
const readers: Record<string, UrlReader> = /* @__PURE__ */ (() => ({
  'arxiv.org': viewsOfArxiv,
  'xxx.lanl.gov': viewsOfArxiv,
  'ar5iv.org': arxivPath(/^\/(?:(?:abs|html|pdf|papers)\/)?(.+)$/i),
  'ar5iv.labs.arxiv.org': arxivPath(/^\/(?:(?:abs|html|pdf|papers)\/)?(.+)$/i),
  'alphaxiv.org': arxivPath(/^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?[a-z]+\/(.+)$/i),
  'scirate.com': arxivPath(/^\/arxiv\/(.+)$/i),
  'papers.cool': arxivPath(/^\/arxiv\/(.+)$/i),
  'huggingface.co': arxivPath(/^\/papers\/(.+)$/i),
  'hf.co': arxivPath(/^\/papers\/(.+)$/i),
  'openreview.net': openreview,
  'api.openreview.net': openreview,
  'api2.openreview.net': openreview,
  'aclanthology.org': acl,
  'aclanthology.info': acl,
  'aclanthology.coli.uni-saarland.de': acl,
  'aclweb.org': (url) => (url.pathname.startsWith('/anthology/') ? acl(url) : undefined),
  'pubmed.ncbi.nlm.nih.gov': (url) => pmid(part(url, /^\/(\d{1,9})\/?$/)),
  'pubmed.gov': (url) => pmid(part(url, /^\/(\d{1,9})\/?$/)),
  'ncbi.nlm.nih.gov': (url) =>
    pmid(part(url, /^\/(?:pubmed|m\/pubmed)\/(\d{1,9})\/?$/i)) ??
    pmcid(part(url, /^\/pmc\/(?:articles\/)?((?:PMC)?\d+)(?:\/|$)/i)),
  'pmc.ncbi.nlm.nih.gov': (url) => pmcid(part(url, /^\/(?:articles\/)?((?:PMC)?\d+)(?:\/|$)/i)),
  'europepmc.org': (url) =>
    pmid(part(url, /^\/(?:article|abstract)\/MED\/(\d{1,9})\/?$/i)) ??
    pmcid(
      part(url, /^\/(?:(?:article|abstract)\/PMC|articles)\/((?:PMC)?\d+)(?:\/|$)/i) ??
        /^PMC\d+$/i.exec(url.searchParams.get('accid') ?? '')?.[0],
    ),
  'dblp.org': dblp,
  'dblp.uni-trier.de': dblp,
  'dblp.dagstuhl.de': dblp,
  'semanticscholar.org': (url) =>
    prefixed('s2', part(url, /^\/(?:paper|reader)\/(?:[^/]+\/)?([0-9a-f]{40})(?:\/|$)/i)?.toLowerCase()),
  'pdfs.semanticscholar.org': (url) => {
    const [, first, rest] = /^\/([0-9a-f]{4})\/([0-9a-f]{36})\.pdf$/i.exec(url.pathname) ?? [];
    return prefixed('s2', first && `${first}${rest}`.toLowerCase());
  },
}))();

/** Hosts whose path is a DOI: doi.org, publishers' own resolvers, and the handle system, which also resolves DOIs. */
const resolvers =
  /(?:^|\.)doi\.org$|^doi\.(?:acm\.org|ieeecomputersociety\.org|wiley\.com|apa\.org|pangaea\.de)$|^(?:oadoi\.org|hdl\.handle\.net)$/;

/**
 * The id of the paper whose own page or file an address is, or undefined. Only addresses that *are* a paper: a listing, a
 * repository or a person's page gives none. Versions, fragments and tracking parameters do not matter.
 */
export function idOfUrl(address: string | URL): string | undefined {
  const url = parseAddress(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  if (resolvers.test(host)) return doiToId(withoutView(url.pathname.replace(/^\/+/, '')));
  const read = Object.hasOwn(readers, host) ? readers[host] : isMirror(host) ? viewsOfArxiv : undefined;
  const found = read?.(url);
  if (found !== undefined || !read) return found;
  // The address may have been copied from a sentence with its punctuation.
  const trimmed = trimEnd(url.href);
  return trimmed === url.href ? undefined : idOfUrl(trimmed);
}

/** arXiv's mirrors in other countries, and its other views of the same papers. */
const isMirror = (host: string): boolean => host.endsWith('.arxiv.org');

/** Words for views of a paper, as segments of an address behind its DOI: what follows them belongs to the view. */
const view =
  /^(?:abs|abstract|cit(?:ation|e)s?|download|epdf|epub|figures?|full(?:html|-?text|-xml)?|html|meta(?:data)?|metrics|pdf(?:direct|plus)?|peer-review|references|suppl(?:_file|ement\w*)?|summary|tables?|transform|xml)(?:\.\w+)?$/i;
const ending =
  /(?:\.(?:abstract|article-info|epub|figures-only|full(?:-text)?|html?|long|pdf(?:\+html)?|short|supplementary-material|toc|xml))+$/i;

/**
 * A DOI as it stands in an address, without the words for a view at its end: `/full`, `/figures/2`, `.full.pdf`; on bioRxiv and
 * medRxiv without the version.
 */
export function withoutView(doi: string): string {
  const [prefix, ...segments] = doi.replace(/;jsessionid=.*$/i, '').split('/');
  const end = segments.findIndex((segment, at) => at > 0 && view.test(segment));
  const suffix = segments.slice(0, end < 0 ? undefined : end).join('/');
  return `${prefix}/${suffix.replace(ending, '')}`.replace(/^(10\.(?:1101|64898)\/[\d.]+)v\d+$/, '$1');
}

/**
 * The DOI inside an address: in its path, or as a query's value. Undefined where it is of a whole volume.
 */
export function doiInUrl(address: string | URL): string | undefined {
  const url = parseAddress(address);
  if (!url) return undefined;
  const path = decode(url.pathname);
  const inPath = /\/(?:proceedings|toc)\/10\./.test(path)
    ? undefined
    : /[/=:](10\.\d{4,9}(?:\.\d+)*\/.+)$/.exec(path)?.[1];
  const inQuery = [...url.searchParams.values()].map(
    (value) => /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}(?:\.\d+)*\/.+)$/i.exec(value)?.[1],
  );
  for (const found of [inPath, ...inQuery]) {
    const id = found && doiToId(withoutView(found));
    if (id) return id;
  }
  return undefined;
}

/** Parses an address; undefined if it is broken or too long, since hostile pages have addresses of megabytes. */
export function parseAddress(address: string | URL): URL | undefined {
  if (String(address).length > maxAddressLength || !URL.canParse(address)) return undefined;
  return new URL(address);
}
