/**
 * Reads the papers of a fetched page by the very adapter that reads it in a tab. The page is parsed inert: nothing in it runs
 * or loads. Everything it says passes `toFacts`.
 */

import { pause } from '../async/pause';
import { inSlices } from '../async/slices';
import { toFacts } from '../paper/check';
import type { Facts } from '../paper/paper';
import { siteFor } from '../sites';
import { isCard } from '../sites/site';

/** Papers read of one listing; further ones are left out. */
export const maxPapers = 2000;
/** Links that a page may hold; it is cut at the next one. A list of arXiv has about ten a paper. */
const maxLinks = 30_000;

export interface ListingCards {
  /** Id of the site that read it. */
  site: string;
  papers: Facts[];
  /** Cards that could not be parsed. */
  unparsed: number;
  /** Whether the page was longer than is read. */
  isCut: boolean;
}

/** Cuts a document after so many links, since some readers compare each link with the others. Returns whether it did. */
function cutAfter(document: Document, links: number): boolean {
  const first = document.getElementsByTagName('a')[links];
  if (!first || !document.body.lastChild) return false;
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(document.body.lastChild);
  range.deleteContents();
  return true;
}

/** Reads the papers of a listing, in slices. Undefined if the address is of no listing that a site reads. */
export async function listingCards(html: string, url: URL, now: Date): Promise<ListingCards | undefined> {
  const site = siteFor(url);
  if (site?.kind(url) !== 'listing') return undefined;
  const document = new DOMParser().parseFromString(html, 'text/html');
  let isCut = cutAfter(document, maxLinks);
  const papers: Facts[] = [];
  let unparsed = 0;
  await inSlices(
    site.read({ url, document, now }),
    (item) => {
      const { facts } = isCard(item) ? toFacts(item.facts()) : {};
      if (!facts) unparsed += 1;
      else if (papers.length < maxPapers) papers.push(facts);
      else isCut = true;
    },
    async () => {
      await pause();
      return !isCut || papers.length < maxPapers;
    },
  );
  return { site: site.id, papers, unparsed, isCut };
}
