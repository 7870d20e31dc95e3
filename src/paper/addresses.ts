/** Where an id leads: the lasting address of a paper's page. The other direction is `idOfUrl` of `identity.ts`. Pure. */
import { idScheme, idValue } from './ids';

/** arXiv's page of a paper; `value` is the id's, without version. */
export const arxivAbstract = (value: string): string => `https://arxiv.org/abs/${value}`;

/** arXiv's file of a paper; `value` is the id's, without version. */
export const arxivFile = (value: string): string => `https://arxiv.org/pdf/${value}`;

/** arXiv's file of the paper that has these ids, if it is there. */
export function arxivPdf(ids: readonly string[]): string | undefined {
  const id = ids.find((each) => idScheme(each) === 'arxiv');
  return id && arxivFile(idValue(id));
}

/** A value as one part of an address: what would end the path is escaped. */
const inPath = (value: string): string => encodeURI(value).replace(/[?#]/g, encodeURIComponent);

/** Pages by scheme, for the schemes that have a public one; written as the site itself writes it. */
const pages: Record<string, (value: string) => string> = /* @__PURE__ */ (() => ({
  arxiv: arxivAbstract,
  doi: (value) => `https://doi.org/${inPath(value)}`,
  openreview: (value) => `https://openreview.net/forum?id=${encodeURIComponent(value)}`,
  acl: (value) => `https://aclanthology.org/${inPath(value)}/`,
  pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${inPath(value)}/`,
  pmcid: (value) => `https://pmc.ncbi.nlm.nih.gov/articles/${inPath(value)}/`,
  dblp: (value) => `https://dblp.org/rec/${inPath(value)}`,
  s2: (value) => `https://www.semanticscholar.org/paper/${inPath(value)}`,
  url: (value) => value,
}))();

/** Whether an address may be opened: a record may come from anyone's file. */
export const isWeb = (address: string | undefined): address is string =>
  address !== undefined && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/** The page an id leads to; undefined where its scheme has none, and for what is not http(s). */
export function addressOfId(id: string): string | undefined {
  const scheme = idScheme(id);
  const address = Object.hasOwn(pages, scheme) ? pages[scheme]?.(idValue(id)) : undefined;
  return isWeb(address) ? address : undefined;
}
