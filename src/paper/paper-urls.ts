/** Addresses of papers in archives and indexes whose ids others use as well, and DOIs in any address. */
import { decode, doiToId, maxAddressLength, trimEnd } from './ids';
import {
  aclPaper,
  alphaxivPaper,
  ar5ivPaper,
  arxivCopy,
  arxivPaper,
  dblpRecord,
  europePmcArticle,
  huggingFacePaper,
  ncbiArticle,
  openreviewPaper,
  pmcArticle,
  pubmedArticle,
  semanticScholarPaper,
  type UrlReader,
} from './site-urls';

/**
 * Readers of addresses by host, without `www.` and arXiv's mirrors. Marked pure, so that scripts for pages that use a single
 * reader do not carry the others.
 */
const readers: Record<string, UrlReader> = /* @__PURE__ */ (() => ({
  'arxiv.org': arxivPaper,
  'xxx.lanl.gov': arxivPaper,
  'ar5iv.org': ar5ivPaper,
  'ar5iv.labs.arxiv.org': ar5ivPaper,
  'alphaxiv.org': alphaxivPaper,
  'arxiv-vanity.com': huggingFacePaper,
  'emergentmind.com': huggingFacePaper,
  'scirate.com': arxivCopy,
  'papers.cool': arxivCopy,
  'huggingface.co': huggingFacePaper,
  'hf.co': huggingFacePaper,
  'openreview.net': openreviewPaper,
  'api.openreview.net': openreviewPaper,
  'api2.openreview.net': openreviewPaper,
  'aclanthology.org': aclPaper,
  'aclanthology.info': aclPaper,
  'aclanthology.coli.uni-saarland.de': aclPaper,
  'aclweb.org': (url) => (url.pathname.startsWith('/anthology/') ? aclPaper(url) : undefined),
  'pubmed.ncbi.nlm.nih.gov': pubmedArticle,
  'pubmed.gov': pubmedArticle,
  'ncbi.nlm.nih.gov': ncbiArticle,
  'pmc.ncbi.nlm.nih.gov': pmcArticle,
  'europepmc.org': europePmcArticle,
  'dblp.org': dblpRecord,
  'dblp.uni-trier.de': dblpRecord,
  'dblp.dagstuhl.de': dblpRecord,
  'semanticscholar.org': semanticScholarPaper,
  'pdfs.semanticscholar.org': semanticScholarPaper,
}))();

/**
 * The id of the paper whose own page or file an address is, or undefined. Only addresses that *are* a paper: a listing, a
 * repository or a person's page gives none. Versions, fragments and tracking parameters do not matter.
 */
export function idOfUrl(address: string | URL): string | undefined {
  const url = parseAddress(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  if (/(?:^|\.)doi\.org$/.test(host)) return doiToId(url.pathname.replace(/^\/+/, ''));
  const read = Object.hasOwn(readers, host) ? readers[host] : isMirror(host) ? arxivPaper : undefined;
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
  /^(?:abs(?:tract)?|citations?|download|e?pdf(?:direct|plus)?|figures?|full(?:html|-?text)?|html|meta|metrics|peer-review|references|suppl\w*|summary|tables?)(?:\.\w+)?$/i;
const ending = /(?:\.(?:abstract|figures-only|full(?:-text)?|html?|long|pdf(?:\+html)?|short))+$/i;

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

/** A DOI without the article's number and title that Silverchair's sites (Oxford, MIT Press, AIP) have behind it. Oxford's have two parts. */
const withoutArticle = (doi: string): string =>
  doi.replace(/^(10\.1093\/[^/]+\/[^/]+|10\.(?!1093\/)[\d.]+\/[^/]+)\/\d{5,}(?:\/.*)?$/, '$1');

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
    const isNumbered = /\/(?:advance-)?article(?:-abstract|-pdf)?\/doi\/10\./.test(path);
    const id = found && doiToId(withoutView(isNumbered ? withoutArticle(found) : found));
    if (id) return id;
  }
  return undefined;
}

/** Parses an address; undefined if it is broken or too long, since hostile pages have addresses of megabytes. */
export function parseAddress(address: string | URL): URL | undefined {
  if (String(address).length > maxAddressLength || !URL.canParse(address)) return undefined;
  return new URL(address);
}
