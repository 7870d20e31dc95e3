/** Asks a service for a batch of ids. */
import type { Row } from '../../library/types';
import { askHost, type ClientOptions, readJson, type Trouble } from '../client';
import * as crossref from '../crossref/api';
import { isSamePaper } from '../same-paper';
import * as semanticScholar from '../semantic-scholar/api';
import type { Ask, Said } from './said';
import { type ServiceId, services } from './services';

export interface ServiceReply {
  learnt: Said[];
  trouble?: Trouble;
  /** When to ask again at the earliest, ms since 1970. */
  retryAt?: number;
}

/** Asks for a batch that `batchesOf` made. `rows` are the papers, by number; those deleted meanwhile are skipped. */
export function request(
  service: ServiceId,
  batch: readonly Ask[],
  rows: ReadonlyMap<number, Row>,
  options: ClientOptions & { key?: string },
): Promise<ServiceReply> {
  return (service === 'crossref' ? askCrossref : askSemanticScholar)(batch, rows, options);
}

async function askSemanticScholar(
  batch: readonly Ask[],
  rows: ReadonlyMap<number, Row>,
  { key = '', ...options }: ClientOptions & { key?: string },
): Promise<ServiceReply> {
  const { host } = services['semantic-scholar'];
  const spacingMs = key === '' ? host.spacingMs : semanticScholar.spacingWithKeyMs;
  const asked = semanticScholar.papersRequest(
    batch.map(({ id }) => id),
    key,
  );
  const { value = [], ...rest } = await askHost(
    { ...host, spacingMs },
    asked,
    readJson(semanticScholar.papersAnswer(batch.length)),
    options,
  );
  const learnt = value.flatMap((record, at): Said[] => {
    const { n, id } = batch[at] as Ask;
    const row = rows.get(n);
    const facts = row && semanticScholar.factsOf(record, id, row.facts);
    return facts ? [{ n, service: 'semantic-scholar', facts }] : [];
  });
  return { learnt, ...rest };
}

async function askCrossref(
  batch: readonly Ask[],
  rows: ReadonlyMap<number, Row>,
  options: ClientOptions,
): Promise<ServiceReply> {
  const dois = [...new Set(batch.map(({ id }) => id))];
  const { value, ...rest } = await askHost(
    services.crossref.host,
    crossref.worksRequest(dois),
    readJson(crossref.worksAnswer),
    options,
  );
  const learnt = batch.flatMap(({ n, id, isLearnt }): Said[] => {
    const [work, row] = [value?.get(id), rows.get(n)];
    if (!work || !row) return [];
    const { facts, publishedAs } = work;
    if (isLearnt && !isSamePaper(row.facts, facts)) return [{ n, service: 'crossref', facts, isOther: true }];
    return [{ n, service: 'crossref', facts, ...(publishedAs.length > 0 && { publishedAs }) }];
  });
  return { learnt, ...rest };
}
