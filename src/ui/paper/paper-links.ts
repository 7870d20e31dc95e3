/** Addresses of a paper for a person to follow. Only http(s): a record may come from anyone's file. */
import { idScheme, idValue } from '../../paper/identity';
import type { Facts } from '../../paper/paper';

/** A link and what it is: a proper name, or a key of the surface's messages. */
export interface PaperLink {
  kind: 'page' | 'abs' | 'pdf' | 'code' | 'project' | 'data' | 'id';
  address: string;
}

const isWeb = (address: string | undefined): address is string =>
  address !== undefined && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/** Where an id resolves, for the schemes that have a public resolver. */
const resolvers: Record<string, (value: string) => string> = {
  arxiv: (value) => `https://arxiv.org/abs/${value}`,
  doi: (value) => `https://doi.org/${encodeURI(value)}`,
  openreview: (value) => `https://openreview.net/forum?id=${encodeURIComponent(value)}`,
  acl: (value) => `https://aclanthology.org/${value}/`,
  pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
  pmcid: (value) => `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`,
  dblp: (value) => `https://dblp.org/rec/${value}`,
  s2: (value) => `https://www.semanticscholar.org/paper/${value}`,
  url: (value) => value,
};

/** The address an id stands for, if its scheme has one. */
export function addressOf(id: string): string | undefined {
  const address = resolvers[idScheme(id)]?.(idValue(id));
  return isWeb(address) ? address : undefined;
}

type Linked = Pick<Facts, 'ids' | 'links'>;

/** The page to open for a paper: the one it was read from, else where its ids lead. */
export const pageOf = ({ ids, links }: Linked): string | undefined =>
  [links?.page, links?.abs, ...ids.map(addressOf)].find(isWeb);

/** The paper's PDF: the page's own link, else arXiv's. */
export function pdfOf({ ids, links }: Linked): string | undefined {
  if (isWeb(links?.pdf)) return links.pdf;
  const arxiv = ids.find((id) => idScheme(id) === 'arxiv');
  return arxiv && `https://arxiv.org/pdf/${idValue(arxiv)}`;
}

/** Every address of a kind that may be followed. */
export const linksOf = (facts: Linked, kind: 'code' | 'project' | 'data'): string[] =>
  (facts.links?.[kind] ?? []).filter(isWeb);
