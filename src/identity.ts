/**
 * Identity: addresses and identifiers in, ids out. An id is `scheme:value`; two records that share one are one paper.
 * Identity comes from ids and addresses alone, never from titles, and an id's form never changes once released.
 */

/** Schemes in order of preference: a paper's key is the first of its ids in this order. Sites' own schemes follow. */
const order = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'pmcid', 'dblp', 's2'] as const;

/** UTF-16 units: whatever is longer is no id and no paper's address. */
const longest = 2000;

const newArxiv = /^\d{4}\.\d{4,5}$/;
const oldArxiv = /^[a-z]+(?:-[a-z]+)?\/\d{7}$/;

/**
 * An arXiv identifier without version, or undefined. Takes `2407.21705v2`, `arXiv:hep-th/9901001`, `math.GT/0309136`
 * (the subject class is dropped, as arXiv itself does). https://info.arxiv.org/help/arxiv_identifier.html
 */
export function arxivId(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const bare = text
    .trim()
    .replace(/^arxiv:\s*/i, '')
    .replace(/v\d+$/i, '')
    .toLowerCase();
  if (newArxiv.test(bare)) return isMonth(bare.slice(2, 4)) ? bare : undefined;
  const old = bare.replace(/^([a-z]+(?:-[a-z]+)?)\.[a-z-]+\//, '$1/');
  return oldArxiv.test(old) && isMonth(old.slice(-5, -3)) ? old : undefined;
}

/** The version number at the end of an arXiv identifier or address (`…v3`, `…v3.pdf`), if it has one. */
export function arxivVersion(text: string): number | undefined {
  const found = /\d{4,7}v(\d{1,3})(?:\.pdf)?(?:[?#].*)?$/i.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}

function isMonth(text: string): boolean {
  const month = Number(text);
  return month >= 1 && month <= 12;
}

/**
 * A DOI in lower case without resolver, or undefined. Takes `doi:10.1/X`, `https://doi.org/10.1%2FX.` and the bare form;
 * drops punctuation that a sentence left at the end, and a closing bracket that the DOI did not open.
 * https://www.doi.org/doi_handbook/2_Numbering.html
 */
export function doi(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const bare = decode(text.trim())
    .replace(/^(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\//i, '')
    .replace(/^(?:info:)?doi[:/]\s*/i, '');
  if (!/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(bare)) return undefined;
  return trimEnd(bare).toLowerCase();
}

/** Removes what a sentence leaves behind an address: punctuation, quotes and closing brackets that were never opened. */
export function trimEnd(text: string): string {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] as string;
    if ('.,;:!?\'"’”»…*'.includes(last)) continue;
    const open = { ')': '(', ']': '[', '}': '{', '>': '<' }[last];
    if (open === undefined) break;
    const before = text.slice(0, end);
    if (before.split(open).length >= before.split(last).length) break;
  }
  return text.slice(0, end);
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is part of the text
  }
}

/** `doi:` id of a DOI, or the `arxiv:` id where the DOI is one that arXiv gives its own papers. */
export function doiToId(text: string): string | undefined {
  const found = doi(text);
  if (found === undefined) return undefined;
  const own = /^10\.48550\/arxiv\.(.+)$/.exec(found);
  const arxiv = own && arxivId(own[1] as string);
  return arxiv ? `arxiv:${arxiv}` : `doi:${found}`;
}

type Reader = (url: URL) => string | undefined;
const part = (url: URL, pattern: RegExp): string | undefined => {
  const found = pattern.exec(decode(url.pathname));
  return found?.[1];
};
const prefixed = (scheme: string, value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : `${scheme}:${value}`;
const arxivPath =
  (pattern: RegExp): Reader =>
  (url) => {
    const found = part(url, pattern);
    return prefixed(
      'arxiv',
      found === undefined ? undefined : arxivId(found.replace(/\.pdf$/i, '').replace(/\/$/, '')),
    );
  };

const viewsOfArxiv = /* @__PURE__ */ arxivPath(
  /^\/(?:abs|pdf|html|format|src|e-print|ps|tb|show-email|auth\/show-endorsers)\/(.+?)(?:\/.*\.html)?$/,
);
const openreview: Reader = (url) => {
  if (!/^\/(?:forum|pdf|attachment|references\/pdf)$/.test(url.pathname)) return undefined;
  const id = url.searchParams.get('id');
  return prefixed('openreview', id !== null && /^[\w-]+$/.test(id) ? id : undefined);
};
const acl: Reader = (url) => {
  const id = part(
    url,
    /^\/(?:anthology\/)?(?:papers\/)?(?:[A-Z]\/[A-Z]\d{2}\/)?([A-Z]\d{2}-\d{4}|\d{4}\.\w+-\w+\.\d+)(?:v\d+)?(?:\.(?:pdf|bib|xml|endf))?\/?$/,
  );
  return prefixed('acl', id);
};

const dblp: Reader = (url) =>
  prefixed(
    'dblp',
    part(
      url,
      /^\/rec\/(?:html\/|bibtex\/|xml\/)?((?:conf|journals|books|phd|series|tr|reference|homepages)\/[^?#]+?)(?:\.(?:html|xml|bib|rdf|nt))?$/,
    ),
  );

/**
 * Which address names which paper. The host's `www.` is gone, as are arXiv's countries; sub-hosts are listed where they serve the same. Marked pure so
 * that a page's script that reads one site alone does not carry it.
 */
const readers: Record<string, Reader> = /* @__PURE__ */ (() => ({
  'arxiv.org': viewsOfArxiv,
  'export.arxiv.org': viewsOfArxiv,
  'browse.arxiv.org': viewsOfArxiv,
  'xxx.lanl.gov': viewsOfArxiv,
  'ar5iv.org': arxivPath(/^\/(?:abs\/|html\/|pdf\/)?(.+)$/),
  'ar5iv.labs.arxiv.org': arxivPath(/^\/(?:abs\/|html\/|pdf\/)?(.+)$/),
  'alphaxiv.org': arxivPath(/^\/(?:[a-z]{2}\/)?(?:abs|pdf|overview|html)\/(.+)$/),
  'scirate.com': arxivPath(/^\/arxiv\/(.+)$/),
  'papers.cool': arxivPath(/^\/arxiv\/(.+)$/),
  'huggingface.co': arxivPath(/^\/papers\/(.+)$/),
  'hf.co': arxivPath(/^\/papers\/(.+)$/),
  'openreview.net': openreview,
  'aclanthology.org': acl,
  'aclanthology.info': acl,
  'aclweb.org': (url) => (url.pathname.startsWith('/anthology/') ? acl(url) : undefined),
  'pubmed.ncbi.nlm.nih.gov': (url) => prefixed('pmid', part(url, /^\/(\d{1,9})\/?$/)),
  'ncbi.nlm.nih.gov': (url) =>
    prefixed('pmid', part(url, /^\/(?:pubmed|m\/pubmed)\/(\d{1,9})\/?$/)) ??
    prefixed('pmcid', part(url, /^\/pmc\/articles\/(PMC\d+)(?:\/|$)/i)?.toUpperCase()),
  'pmc.ncbi.nlm.nih.gov': (url) => prefixed('pmcid', part(url, /^\/articles\/(PMC\d+)(?:\/|$)/i)?.toUpperCase()),
  'europepmc.org': (url) => {
    const pmid = part(url, /^\/(?:article|abstract)\/MED\/(\d{1,9})\/?$/i);
    const pmc = part(url, /^\/(?:article\/PMC|articles)\/((?:PMC)?\d+)\/?$/i);
    return prefixed('pmid', pmid) ?? prefixed('pmcid', pmc && `PMC${pmc.replace(/^PMC/i, '')}`);
  },
  'dblp.org': dblp,
  'dblp.uni-trier.de': dblp,
  'dblp.dagstuhl.de': dblp,
  'semanticscholar.org': (url) => prefixed('s2', part(url, /^\/paper\/(?:[^/]+\/)?([0-9a-f]{40})\/?$/)),
}))();

/** Hosts whose every path below `/` is a DOI. */
const isResolver = (host: string): boolean => host === 'doi.org' || host === 'dx.doi.org' || host.endsWith('.doi.org');

/**
 * The id of the paper whose own page or file an address is, or undefined. Only addresses that *are* a paper: a listing, a
 * repository or a person's page gives none. Versions, fragments and tracking parameters do not matter.
 */
export function idOfUrl(address: string | URL): string | undefined {
  const url = parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^(?:www\.|[a-z]{2}\.(?=arxiv\.org\.?$))/, '').replace(/\.$/, '');
  if (isResolver(host)) return doiToId(url.pathname.slice(1));
  return Object.hasOwn(readers, host) ? readers[host]?.(url) : undefined;
}

/**
 * The DOI inside a publisher's address: in its path or a query value, cut before view words at the end (`/full`,
 * `/abstract`, `/meta`, `/pdf`, `.pdf`, …). Only for addresses that a page ties to one paper.
 */
export function doiInUrl(address: string | URL): string | undefined {
  const url = parse(address);
  if (!url) return undefined;
  const places = [decode(url.pathname), ...[...url.searchParams.values()]];
  for (const place of places) {
    const found = /(?:^|[/=:])(10\.\d{4,9}(?:\.\d+)*\/.+)$/.exec(place);
    const bare = found?.[1]?.replace(
      /(?:\/(?:full|abstract|abs|meta|pdf|epdf|pdfdirect|html|summary|fulltext|download|full-text|references|figures)(?:[./][\w.-]*)?|\.pdf|\.full|\.abstract|\.html?|\/)+$/i,
      '',
    );
    if (bare) return doiToId(bare);
  }
  return undefined;
}

/** An address, unless it is longer than a paper's ever is: a page could make us read megabytes. */
function parse(address: string | URL): URL | undefined {
  if (String(address).length > longest || !URL.canParse(address)) return undefined;
  return new URL(address);
}

const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|ref_url|_hsenc|_hsmi|yclid|twclid|spm|trk|cmpid)$/i;

/**
 * One spelling for one page: https, no `www.`, no fragment, no tracking parameters, no default index page or port, no
 * slash at the end. For `url:` ids, the last resort of identity.
 */
export function canonicalUrl(address: string): string | undefined {
  const url = parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '').replace(/:(?:80|443)$/, '');
  const path = url.pathname.replace(/(?:\/(?:(?:index|default)\.(?:html?|php|aspx?))?)*$/i, '');
  const query = url.searchParams.toString();
  return `https://${host}${path}${query ? `?${query}` : ''}`;
}

/** Scheme of an id: `arxiv` of `arxiv:2407.21705`. */
export const idScheme = (id: string): string => id.slice(0, id.indexOf(':'));

/** Value of an id: `2407.21705` of `arxiv:2407.21705`. */
export const idValue = (id: string): string => id.slice(id.indexOf(':') + 1);

function preference(id: string): number {
  const scheme = idScheme(id);
  if (scheme === 'url') return order.length + 1;
  const known = (order as readonly string[]).indexOf(scheme);
  return known < 0 ? order.length : known;
}

/** Ids each once, in order of preference; within a scheme in the order given. The first is the key. */
export function orderIds(ids: Iterable<string | undefined>): string[] {
  const known = [...new Set(ids)].filter((id): id is string => id !== undefined);
  return known.sort((a, b) => preference(a) - preference(b));
}

/** Whether a text has the form of an id: a known or a site's scheme, and a value without white space. */
export const isId = (text: string): boolean => /^[a-z][a-z0-9]{1,19}:\S{1,1000}$/.test(text);
