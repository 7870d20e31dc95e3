/** Links of a paper that a user may follow. Only http(s): a record may come from anyone’s file. */
import { addressOfId, arxivPdf, isWeb } from '../../paper/addresses';
import type { Facts } from '../../paper/paper';

type Linked = Pick<Facts, 'ids' | 'links'>;

/** The page to open for a paper: the one it was read from, else where its ids lead. */
export const pageOf = ({ ids, links }: Linked): string | undefined =>
  [links?.page, links?.abs, ...ids.map(addressOfId)].find(isWeb);

/** The paper's PDF: the page's own link, else arXiv's. */
export const pdfOf = ({ ids, links }: Linked): string | undefined => (isWeb(links?.pdf) ? links.pdf : arxivPdf(ids));

/** Every address of a kind that may be followed. */
export const linksOf = (facts: Linked, kind: 'code' | 'project' | 'data'): string[] =>
  (facts.links?.[kind] ?? []).filter(isWeb);
