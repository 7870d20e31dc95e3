/** Which ids a service is asked for, and in which batches. */
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';
import { idScheme, idValue } from '../../paper/identity';
import * as crossref from '../crossref/api';
import * as semanticScholar from '../semantic-scholar/api';
import type { Ask, Said } from './said';
import type { ServiceId } from './services';

/** Rows read at once. */
const rowsAtOnce = 500;

/** The asks of a step. `said` is what was learnt in the steps before. Papers without an id that the service knows have none. */
export async function asksOf(
  library: Pick<Library, 'rows'>,
  service: ServiceId,
  numbers: readonly number[],
  said: readonly Said[],
): Promise<Ask[]> {
  const learnt = new Map(said.map(({ n, facts }) => [n, dois(facts.ids)] as const));
  const all: Ask[] = [];
  for (let at = 0; at < numbers.length; at += rowsAtOnce) {
    for (const row of await library.rows(numbers.slice(at, at + rowsAtOnce))) {
      all.push(...(service === 'crossref' ? crossrefAsks(row, learnt.get(row.n) ?? []) : semanticScholarAsks(row)));
    }
  }
  return all;
}

const dois = (ids: readonly string[]): string[] => ids.filter((id) => idScheme(id) === 'doi').map(idValue);

function semanticScholarAsks({ n, ids }: Row): Ask[] {
  const id = semanticScholar.askedId(ids);
  return id === undefined ? [] : [{ n, id }];
}

/** Crossref knows no DOI of DataCite's, such as arXiv's own, which are arXiv ids here. */
function crossrefAsks({ n, ids }: Row, learnt: readonly string[]): Ask[] {
  const own = dois(ids);
  const more = learnt.filter((id) => !own.includes(id));
  return [...own.map((id) => ({ n, id })), ...more.map((id) => ({ n, id, isLearnt: true as const }))];
}

/** Asks for the published versions that the records of preprints name, as far as they are not known yet. */
export function publishedVersions(said: readonly Said[]): Ask[] {
  const known = new Set(said.filter(({ service }) => service === 'crossref').flatMap(({ facts }) => dois(facts.ids)));
  return said.flatMap(({ n, publishedAs = [] }) => publishedAs.filter((id) => !known.has(id)).map((id) => ({ n, id })));
}

/** Splits asks into those of one request each. */
export function batchesOf(service: ServiceId, asks: readonly Ask[]): Ask[][] {
  if (service === 'crossref') {
    const left = [...asks];
    return crossref.batches(asks.map(({ id }) => id)).map(({ length }) => left.splice(0, length));
  }
  const { papersPerRequest } = semanticScholar;
  return Array.from({ length: Math.ceil(asks.length / papersPerRequest) }, (_, at) =>
    asks.slice(at * papersPerRequest, (at + 1) * papersPerRequest),
  );
}
