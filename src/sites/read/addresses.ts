/** Addresses a page gives for a paper: read off links, tidied, and turned into ids. Pure. */
import { doiInUrl, idOfUrl } from '../../paper/identity';
import { textOf, urlOf } from './text';

// Hosts of sites we read: all of them have https.
const secured =
  /(?:^|\.)(?:arxiv\.org|aclanthology\.org|aclweb\.org|biorxiv\.org|dblp\.org|ecva\.net|europepmc\.org|huggingface\.co|medrxiv\.org|mlr\.press|ncbi\.nlm\.nih\.gov|neurips\.cc|nips\.cc|openreview\.net|scirate\.com|semanticscholar\.org|thecvf\.com)$/;

/** An address as it is kept: `https` where the host is known to have it, arXiv's without version and `.pdf`. */
export function tidy(url: URL | undefined): string | undefined {
  const href = url && secured.test(url.hostname) ? url.href.replace(/^http:/, 'https:') : url?.href;
  return href?.replace(/^(https:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/.*?)(?:v\d+)?(?:\.pdf)?$/, '$1');
}

/** Id of the paper that an address tied to it leads to: its own page or file, or a publisher's with the DOI in it. */
export const idOfLink = (url: URL | undefined): string | undefined => url && (idOfUrl(url) ?? doiInUrl(url));

/** The links in a place, with what is written on them in lower case. */
export const linksIn = (place: Element | null | undefined, base: URL): { label: string; url: URL; link: Element }[] =>
  [...(place?.getElementsByTagName('a') ?? [])].flatMap((link) => {
    const url = urlOf(link, 'href', base);
    return url ? [{ label: textOf(link)?.toLowerCase() ?? '', url, link }] : [];
  });

/** A page's own address as it is kept: https, without query and fragment. */
export const ownAddress = (url: URL): string => `https://${url.host}${url.pathname}`;
