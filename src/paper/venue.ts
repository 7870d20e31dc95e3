/** What kind of publication a paper is: preprint, journal article, conference paper. */
import { idScheme } from './identity';
import type { Facts, PaperType } from './paper';

const preprintVenue =
  /^(?:arxiv|cryptology eprint|corr\b|biorxiv|medrxiv|chemrxiv|ssrn|research square|preprints?\b|openreview$)/i;
const journal =
  /\b(?:journal|transactions|letters|reviews?|annals|magazine|bulletin|archives?|advances in physics|nature|science|cell|lancet|plos|pnas|elife|jmlr|tmlr|tacl|tpami|tip|ijcv|jair|tog|frontiers in|proceedings of the (?:national academy|ieee$|royal society|vldb))\b/i;
const meeting = /\b(?:conference|proceedings|workshops?|symposium|meeting|congress|findings|conf\.|proc\.)\b/i;
/** A series by its short name: ICML, NeurIPS, CVPR 2024, ICLR Workshop. */
const series = /^[A-Z][A-Za-z+*-]*[A-Z]\w*(?:[ ']*\d{2,4})?(?:\s|$)/;

/** Whether a venue is a preprint server, which is not a venue proper. */
export const isPreprintVenue = (venue: string): boolean => preprintVenue.test(venue);

/** The kind of a paper: as its source says, otherwise by its venue; `other` if nothing tells. */
export function kindOf(facts: Facts): PaperType {
  const published = facts.venue !== undefined && !isPreprintVenue(facts.venue) ? facts.venue : undefined;
  if (facts.type !== undefined && !(facts.type === 'preprint' && published)) return facts.type;
  if (published === undefined) {
    const isPreprint = facts.venue !== undefined || facts.ids.some((id) => idScheme(id) === 'arxiv');
    return isPreprint ? 'preprint' : 'other';
  }
  if (journal.test(published)) return 'article';
  if (meeting.test(published) || series.test(published)) return 'conference';
  return 'article';
}

/** The kind to cite a paper as: styles and data models need a journal for an article and a school for a thesis. */
export function citedKind(facts: Facts): PaperType {
  const kind = kindOf(facts);
  const needsVenue = kind !== 'preprint' && kind !== 'book' && kind !== 'other';
  if (!needsVenue || facts.venue !== undefined) return kind;
  return facts.ids.some((id) => idScheme(id) === 'arxiv') ? 'preprint' : 'other';
}
