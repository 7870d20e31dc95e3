/** What a paper is, for formats that must say so: preprint, journal article, conference paper. */
import { idScheme } from './identity';
import type { Facts, PaperType } from './paper';

const preprintVenue = /^(?:arxiv|corr\b|biorxiv|medrxiv|chemrxiv|ssrn|research square|preprints?\b|openreview$)/i;
const journal =
  /\b(?:journal|transactions|letters|reviews?|annals|magazine|bulletin|archives?|advances in physics|nature|science|cell|lancet|plos|pnas|elife|jmlr|tmlr|tacl|tpami|tip|ijcv|jair|tog|frontiers in|proceedings of the (?:national academy|ieee$|royal society|vldb))\b/i;
const meeting = /\b(?:conference|proceedings|workshops?|symposium|meeting|congress|findings|conf\.|proc\.)\b/i;
/** A series by its short name: ICML, NeurIPS, CVPR 2024, ICLR Workshop. */
const series = /^[A-Z][A-Za-z+*-]*[A-Z]\w*(?:[ ']*\d{2,4})?(?:\s|$)/;

/** Whether a venue is a preprint server and so no venue at all. */
export const isPreprintVenue = (venue: string): boolean => preprintVenue.test(venue);

/** What a paper is: as its source says, else by where it appeared; `other` where nothing tells. */
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

/** The kind a paper can be cited as: styles and data models refuse an article without its journal, a thesis without its school. */
export function citedKind(facts: Facts): PaperType {
  const kind = kindOf(facts);
  const needsVenue = kind !== 'preprint' && kind !== 'book' && kind !== 'other';
  return needsVenue && facts.venue === undefined ? 'other' : kind;
}
