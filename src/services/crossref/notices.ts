/**
 * What Crossref's `updated-by` says of a paper: corrections and retractions, from its publisher and from Retraction Watch.
 * Pure. https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/
 */
import { isoDate } from '../../paper/dates';
import { doi } from '../../paper/identity';
import { type EditorialNotice, gravity } from '../../paper/notice';
import { jsonList, jsonObject, jsonText } from '../json';

/** What a kind of update does to a paper. New editions and versions do nothing. */
const kinds: Record<string, Pick<EditorialNotice, 'is' | 'isPartial'>> = {
  retraction: { is: 'retracted' },
  withdrawal: { is: 'retracted' },
  removal: { is: 'retracted' },
  partial_retraction: { is: 'retracted', isPartial: true },
  expression_of_concern: { is: 'concern' },
  correction: { is: 'corrected' },
  erratum: { is: 'corrected' },
  corrigendum: { is: 'corrected' },
};

/**
 * The gravest notice; of several the earliest, since one notice may be listed twice with two dates. The order of the list
 * does not matter.
 */
export function noticeIn(updatedBy: unknown): EditorialNotice | undefined {
  const all = jsonList(updatedBy).flatMap((each) => {
    const { DOI, type, updated } = jsonObject(each);
    const kind = kinds[(jsonText(type) ?? '').toLowerCase().replace(/[\s-]/g, '_')];
    if (!kind) return [];
    const [year, month, day] = jsonList(jsonList(jsonObject(updated)['date-parts'])[0]).map(Number);
    const [own, date] = [doi(jsonText(DOI) ?? ''), isoDate(year, month, day)];
    return [{ ...kind, ...(own !== undefined && { doi: own }), ...(date !== undefined && { date }) }];
  });
  const key = ({ date = '9', doi: own = '' }: EditorialNotice) => `${date} ${own}`;
  return all.sort((a, b) => gravity(b) - gravity(a) || (key(a) < key(b) ? -1 : 1))[0];
}
