/** Addresses a page gives for a paper: read off links, tidied, and turned into ids. Pure. */
import { canonicalUrl, doiInUrl, idOfUrl } from '../../paper/identity';
import { textOf, urlOf } from './text';

// Hosts that are known to have https, whatever links to them.
const secured =
  /(?:^|\.)(?:arxiv\.org|aclanthology\.org|aclweb\.org|biorxiv\.org|dblp\.org|ecva\.net|europepmc\.org|huggingface\.co|jmlr\.org|medrxiv\.org|mlr\.press|ncbi\.nlm\.nih\.gov|neurips\.cc|nips\.cc|openreview\.net|scirate\.com|semanticscholar\.org|thecvf\.com)$/;

/** Normalises an address for keeping: `https` where the host is known to have it, arXiv links without version and `.pdf`. */
export function tidy(url: URL | undefined): string | undefined {
  const href = url && secured.test(url.hostname) ? url.href.replace(/^http:/, 'https:') : url?.href;
  return href?.replace(/^(https:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/.*?)(?:v\d+)?(?:\.pdf)?$/, '$1');
}

/** Id in the address of a link that is known to lead to a paper: of its page or file, or a DOI in a publisher's address. */
export const idOfLink = (url: URL | undefined): string | undefined => url && (idOfUrl(url) ?? doiInUrl(url));

/** Id of a paper to which its site gives none: the address of its page, in one spelling. Undefined if that is too long. */
export function addressId(page: string | URL | undefined): string | undefined {
  const address = page && canonicalUrl(String(page));
  return address && `url:${address}`;
}

/** All links in an element, with their text in lower case. */
export const linksIn = (place: Element | null | undefined, base: URL): { label: string; url: URL; link: Element }[] =>
  [...(place?.getElementsByTagName('a') ?? [])].flatMap((link) => {
    const url = urlOf(link, 'href', base);
    return url ? [{ label: textOf(link)?.toLowerCase() ?? '', url, link }] : [];
  });

/** A page's own address for keeping: https, without query and fragment. */
export const ownAddress = (url: URL): string => `https://${url.host}${url.pathname}`;
