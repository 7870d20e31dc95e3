/**
 * Ids in the addresses of papers' pages and files, a function a site. The site's own reader uses it; `idOfUrl` and
 * `idOfAddress` know them all.
 */
import { arxivId, decode } from './ids';

/** The id in an address of one host, if it is a paper's. */
export type UrlReader = (url: URL) => string | undefined;
const part = (url: URL, pattern: RegExp): string | undefined => {
  const found = pattern.exec(decode(url.pathname));
  return found?.[1];
};
const prefixed = (scheme: string, value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : `${scheme}:${value}`;
/** Reads an arXiv id at a place in a path, with or without version and file ending. */
const arxivPath =
  (pattern: RegExp): UrlReader =>
  (url) => {
    const found = part(url, pattern);
    const bare = found?.replace(/\/+$/, '').replace(/\.(?:pdf|html?)$/i, '');
    return prefixed('arxiv', bare === undefined ? undefined : arxivId(bare));
  };

/** arXiv, also at old addresses: `/PS_cache/hep-th/pdf/9901/9901001v1.pdf`, `/ftp/hep-th/papers/9901/9901001.pdf`. */
export const arxivPaper: UrlReader = (url) => {
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

/** OpenReview's forums and files. */
export const openreviewPaper: UrlReader = (url) => {
  if (!/^\/(?:forum|pdf|attachment|revisions|references\/pdf)\/?$/.test(url.pathname)) return undefined;
  const id = url.searchParams.get('id');
  return prefixed('openreview', id !== null && /^[\w-]+$/.test(id) ? id : undefined);
};

/** The ACL Anthology's papers and files, also at old addresses. */
export const aclPaper: UrlReader = (url) => {
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

/** dblp's records. */
export const dblpRecord: UrlReader = (url) =>
  prefixed(
    'dblp',
    part(
      url,
      /^\/rec\/(?:(?:html|bibtex|bib|xml|ris|rdf|nt)\d?\/)?((?:conf|journals|books|phd|series|tr|reference|homepages)\/[^?#]+?)(?:\.(?:html|xml|bib|ris|rdf|nt|ttl))?\/?$/,
    ),
  );

/** ar5iv. */
export const ar5ivPaper = /* @__PURE__ */ arxivPath(/^\/(?:(?:abs|html|pdf|papers)\/)?(.+)$/i);

/** Sites that show arXiv's papers below `/arxiv/`: SciRate, Cool Papers. */
export const arxivCopy = /* @__PURE__ */ arxivPath(/^\/arxiv\/(.+)$/i);

/** Hugging Face Papers. */
export const huggingFacePaper = /* @__PURE__ */ arxivPath(/^\/papers\/(.+)$/i);

/** alphaXiv, in any language. */
export const alphaxivPaper = /* @__PURE__ */ arxivPath(/^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?[a-z]+\/(.+)$/i);

export const pubmedArticle: UrlReader = (url) => pmid(part(url, /^\/(\d{1,9})\/?$/));

export const pmcArticle: UrlReader = (url) => pmcid(part(url, /^\/(?:articles\/)?((?:PMC)?\d+)(?:\/|$)/i));

/** PubMed and PMC at their old addresses. */
export const ncbiArticle: UrlReader = (url) =>
  pmid(part(url, /^\/(?:pubmed|m\/pubmed)\/(\d{1,9})\/?$/i)) ??
  pmcid(part(url, /^\/pmc\/(?:articles\/)?((?:PMC)?\d+)(?:\/|$)/i));

/** Europe PMC's articles that have a PMID or PMCID. */
export const europePmcArticle: UrlReader = (url) =>
  pmid(part(url, /^\/(?:article|abstract)\/MED\/(\d{1,9})\/?$/i)) ??
  pmcid(
    part(url, /^\/(?:(?:article|abstract)\/PMC|articles)\/((?:PMC)?\d+)(?:\/|$)/i) ??
      /^PMC\d+$/i.exec(url.searchParams.get('accid') ?? '')?.[0],
  );

/** Semantic Scholar's papers, and files named by the same hash. */
export const semanticScholarPaper: UrlReader = (url) => {
  const [, first, rest] = /^\/([0-9a-f]{4})\/([0-9a-f]{36})\.pdf$/i.exec(url.pathname) ?? [];
  const hash = first ? `${first}${rest}` : part(url, /^\/(?:paper|reader)\/(?:[^/]+\/)?([0-9a-f]{40})(?:\/|$)/i);
  return prefixed('s2', hash?.toLowerCase());
};

/** An own id, with what else the address says. */
export interface OwnId {
  id: string;
  /** Four digits. */
  year?: string | undefined;
}

/**
 * CVF: `/content/CVPR2023/html/…`, `/content_CVPR_2019/html/…`, workshops `/content/CVPR2023W/NAME/html/…` and
 * `/content_CVPRW_2019/html/NAME/…`; files in `papers` in place of `html`.
 */
export function cvfPaper(path: string): (OwnId & { event: string }) | undefined {
  const [, place, stem] =
    /^\/content[_/]([^/]+)\/(?:[^/]+\/)?(?:html|papers)\/(?:[^/]+\/)?([^/]+?)(?:_paper)?\.(?:html|pdf)$/.exec(path) ??
    [];
  if (!place) return undefined;
  const event = place.replaceAll('_', '').toUpperCase();
  return { id: `cvf:${event}/${stem}`, event, year: /\d{4}/.exec(event)?.[0] };
}

/** ECVA: `/papers/eccv_2024/papers_ECCV/html/4_ECCV_2024_paper.php`. Its files have other names. */
export function ecvaPaper(path: string): OwnId | undefined {
  const stem = /^\/papers\/.*\/html\/([^/]+?)(?:_paper)?\.php$/.exec(path)?.[1];
  return stem ? { id: `ecva:${stem}`, year: /eccv_(\d{4})/i.exec(path)?.[1] } : undefined;
}

/** PMLR: `/v139/KEY.html`; files `/v139/KEY/KEY.pdf`, formerly `/v28/KEY.pdf`. */
export function pmlrPaper(path: string): OwnId | undefined {
  const [, volume, key] = /^\/([vr]\d+)\/(?!index\.)([^/]+)(?:\.html|(?:\/\2)?\.pdf)$/.exec(path) ?? [];
  return key && !/-supp$/.test(key) ? { id: `pmlr:${volume}/${key}` } : undefined;
}

/** NeurIPS: `/paper/1988/hash/HASH-Abstract.html`, `/paper/1988/file/HASH-Paper.pdf`, formerly `/paper/1234-title`. */
export function neuripsPaper(path: string): OwnId | undefined {
  const [, year, hash] =
    /^\/(?:paper_files\/)?paper\/(\d{4})\/(?:hash|file)\/([0-9a-f]{32})-(?:Abstract|Paper|Metadata)/.exec(path) ?? [];
  if (hash) return { id: `neurips:${hash}`, year };
  const number = /^\/paper\/(\d+)-[^/]+$/.exec(path)?.[1];
  return number ? { id: `neurips:${number}` } : undefined;
}

/** Cool Papers: `/venue/Li_Seeing@CVPR2024@CVF`, for papers of venues. */
export function coolPaper(path: string): OwnId | undefined {
  const id = /^\/venue\/([^/@]+@[^/@]+@[^/@]+)$/.exec(path)?.[1];
  return id ? { id: `paperscool:${id}` } : undefined;
}

/** Europe PMC: `/article/PPR/PPR123` and other sources without a PMID or PMCID. */
export function europePmcRecord(path: string): OwnId | undefined {
  const id = /^\/article\/(?!MED\/|PMC\/)\w+\/([\w./-]+?)\/?$/.exec(path)?.[1];
  return id ? { id: `europepmc:${id}` } : undefined;
}
