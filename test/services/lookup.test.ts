/** Runs against a server that answers as the services do. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isPublishedPaper, isRetracted } from '../../src/paper/publication';
import { currentRun, lastOutcome } from '../../src/services/lookup/kept-run';
import { continueLookup, type LookupOptions, startLookup, stopLookup } from '../../src/services/lookup/run';
import type { ServiceId } from '../../src/services/lookup/services';
import { clock, day, facts, library, listing } from '../support/library';
import { releaseLocks } from '../support/locks';
import { crossrefWork, type Mood, type ServicesServer, s2Record, servicesServer } from '../support/services-server';

let server: ServicesServer;
beforeEach(async () => {
  server = await servicesServer();
});
afterEach(() => server.close());

const arxiv = (number: number) => `ARXIV:2601.${String(number).padStart(5, '0')}`;
const everything: readonly ServiceId[] = ['semantic-scholar', 'crossref'];

/** A library with papers that both services know. */
async function setUp(count: number, time = clock()) {
  const shelf = library({ now: time.now });
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  await shelf.save(
    numbers.map((number) => facts(number)),
    listing,
  );
  for (const number of numbers) {
    server.records.set(arxiv(number), s2Record(number));
    server.works.set(`10.1000/j.${number}`, crossrefWork(number));
  }
  const options: LookupOptions = { fetch: server.fetch, wait: async () => {}, now: time.now };
  const run = async (some = numbers, services = everything, more: LookupOptions = {}) => {
    await startLookup(shelf, { numbers: some, services, now: time.now });
    await continueLookup(shelf, { ...options, ...more });
    return lastOutcome(shelf);
  };
  const paper = async (n: number) => (await shelf.papers([n]))[0];
  return { shelf, numbers, options, run, paper, time };
}

test('a preprint gets its published version, citations and DOI, as one change that one undo takes back', async () => {
  const { shelf, run, paper } = await setUp(2);
  const before = await paper(1);
  const outcome = await run();
  expect(outcome).toMatchObject({ asked: 2, learnt: 2, left: [], change: { numbers: [1, 2] } });
  const after = await paper(1);
  expect(after?.ids).toEqual(['arxiv:2601.00001', 'doi:10.1000/j.1']);
  expect(after?.facts).toMatchObject({
    title: 'Paper number 1',
    published: '2026-01-04',
    issued: '2026-06',
    venue: 'Transactions on Invented Examples',
    type: 'article',
    ...{ volume: '3', issue: '2', pages: '12-34', publisher: 'Invented Press' },
    links: { openPdf: 'https://repository.example/1.pdf' },
    metrics: { citations: 1, influential: 1 },
  });
  expect(after && isPublishedPaper(after.facts)).toBe(true);
  expect(after?.sources.map(({ site }) => site)).toEqual(['crossref-api', 'huggingface', 'semantic-scholar-api']);
  expect((await shelf.journal()).map(({ what }) => what)).toEqual(['journalLearn', 'journalSave']);
  await shelf.undo();
  expect(await paper(1)).toEqual(before);
});

test('citations and publication can be searched and sorted', async () => {
  const { shelf, run } = await setUp(3);
  server.records.delete(arxiv(2));
  const update = { DOI: '10.1000/n', type: 'retraction', updated: { 'date-parts': [[2026, 7, 1]] } };
  server.works.set('10.1000/j.3', crossrefWork(3, { 'updated-by': [update] }));
  await run();
  const found = async (query: string) => [...(await shelf.find(query)).numbers];
  expect(await found('citations:>2')).toEqual([3]);
  expect(await found('sort:citations')).toEqual([3, 1, 2]);
  expect(await found('is:published sort:title')).toEqual([1, 3]);
  expect(await found('is:retracted')).toEqual([3]);
  const [retracted] = await shelf.papers([3]);
  expect(retracted && isRetracted(retracted.facts)).toBe(true);
  expect(retracted?.facts.notice).toEqual({ is: 'retracted', doi: '10.1000/n', date: '2026-07-01' });
});

test('what is sent is ids and nothing else', async () => {
  const { shelf, run } = await setUp(1);
  await shelf.setNote([1], 'A secret note.');
  await shelf.tag([1], { add: ['secret-tag'] });
  await run(undefined, undefined, { key: 'my-key' });
  const [s2, crossref] = server.log;
  expect(server.log).toHaveLength(2);
  expect([s2?.method, s2?.body]).toEqual(['POST', JSON.stringify({ ids: [arxiv(1)] })]);
  expect([...new URL(s2?.url ?? '', 'https://x').searchParams.keys()]).toEqual(['fields']);
  expect(s2?.headers['x-api-key']).toBe('my-key');
  expect([crossref?.method, crossref?.body, crossref?.ids]).toEqual(['GET', '', ['10.1000/j.1']]);
  expect([...new URL(crossref?.url ?? '', 'https://x').searchParams.keys()]).toEqual(['filter', 'rows', 'select']);
  for (const { headers } of server.log) {
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  }
  expect(crossref?.headers['x-api-key']).toBeUndefined();
  expect(JSON.stringify(server.log)).not.toMatch(/secret|Paper number|Example/);
});

test('Semantic Scholar is asked for 500 ids at a time, Crossref for 50', async () => {
  const { run, numbers } = await setUp(1001);
  const outcome = await run();
  const sizes = (host: ServiceId) => server.log.filter((each) => each.host === host).map(({ ids }) => ids.length);
  expect(sizes('semantic-scholar')).toEqual([500, 500, 1]);
  expect(sizes('crossref')).toEqual([...Array.from({ length: 20 }, () => 50), 1]);
  expect(outcome).toMatchObject({ learnt: numbers.length, left: [] });
});

test('an unknown paper, and one whose record is another’s, learn nothing', async () => {
  const { run, paper } = await setUp(3);
  server.records.delete(arxiv(1));
  server.records.set(arxiv(2), s2Record(2, { title: 'Something Else', authors: [{ name: 'Zoe Other' }] }));
  const outcome = await run();
  expect(outcome?.left).toEqual([{ service: 'semantic-scholar', reason: 'unknown', papers: 2 }]);
  expect((await paper(1))?.facts.metrics).toBeUndefined();
  expect((await paper(2))?.sources.map(({ site }) => site)).toEqual(['huggingface']);
  expect((await paper(3))?.facts.metrics?.citations).toBe(3);
});

test('a DOI that turns out to be another paper’s is not taken', async () => {
  const { run, paper } = await setUp(1);
  server.works.set('10.1000/j.1', crossrefWork(1, { title: ['Something Else'], author: [{ family: 'Other' }] }));
  await run();
  const after = await paper(1);
  expect(after?.ids).toEqual(['arxiv:2601.00001']);
  expect(after?.sources.map(({ site }) => site)).toEqual(['huggingface', 'semantic-scholar-api']);
});

test('the published version of a bioRxiv preprint is found through the preprint’s own record', async () => {
  const { shelf, options, paper } = await setUp(0);
  const doi = '10.1101/2026.01.01.123456';
  await shelf.save([facts(1, { ids: [`doi:${doi}`], venue: 'bioRxiv', publisher: 'A Laboratory' })], listing);
  const relation = { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.1000/J.1', 'asserted-by': 'subject' }] };
  server.works.set(doi, crossrefWork(1, { DOI: doi, type: 'posted-content', relation, 'container-title': [] }));
  server.works.set('10.1000/j.1', crossrefWork(1));
  await startLookup(shelf, { numbers: [1], services: ['crossref'] });
  await continueLookup(shelf, options);
  expect(server.log.map(({ ids }) => ids)).toEqual([[doi], ['10.1000/j.1']]);
  const after = await paper(1);
  expect(after?.ids).toEqual([`doi:${doi}`, 'doi:10.1000/j.1']);
  expect(after?.facts).toMatchObject({ venue: 'Transactions on Invented Examples', publisher: 'Invented Press' });
});

test('a DOI that another paper has stays there; the two are suggested as duplicates', async () => {
  const { shelf, run, paper } = await setUp(1);
  await shelf.save([facts(9, { ids: ['doi:10.1000/j.1'], title: 'Paper number 1, the article' })], listing);
  await run([1]);
  expect((await paper(1))?.ids).toEqual(['arxiv:2601.00001']);
  expect(await shelf.duplicates()).toEqual([[1, 2]]);
});

test('edits stay, and a second run replaces what the first one learnt', async () => {
  const { shelf, run, paper, time } = await setUp(1);
  await shelf.edit([1], { venue: 'By hand' });
  const update = { DOI: '10.1000/n', type: 'retraction', updated: { 'date-parts': [[2026, 7, 1]] } };
  server.works.set('10.1000/j.1', crossrefWork(1, { 'updated-by': [update] }));
  await run();
  expect((await paper(1))?.facts).toMatchObject({
    venue: 'By hand',
    notice: { is: 'retracted' },
    metrics: { citations: 1 },
  });
  server.works.set('10.1000/j.1', crossrefWork(1));
  server.records.set(arxiv(1), s2Record(1, { citationCount: 0 }));
  time.pass(8 * day);
  await run();
  const after = await paper(1);
  expect([after?.facts.venue, after?.facts.notice, after?.facts.metrics?.citations]).toEqual(['By hand', undefined, 0]);
});

test('nothing is asked twice in seven days, known or not', async () => {
  const { run, time } = await setUp(2);
  server.records.delete(arxiv(2));
  await run();
  const first = server.log.length;
  time.pass(6 * day);
  expect(await run()).toMatchObject({ asked: 0, recent: 2, learnt: 0, change: { id: 0 } });
  expect(server.log).toHaveLength(first);
  time.pass(2 * day);
  await run();
  expect(server.log.length).toBeGreaterThan(first);
});

test('papers without an id that a service knows are counted', async () => {
  const { shelf, run } = await setUp(1);
  await shelf.save([{ ids: ['openreview:abc'], title: 'Elsewhere' }], listing);
  expect(await run([1, 2])).toMatchObject({ asked: 1, withoutId: 1 });
});

describe('if a service fails, what was learnt is kept, the other is asked, and what is left is said', () => {
  test.each<[Mood[], string, number]>([
    [['well', ...Array.from({ length: 6 }, () => 'busy' as const)], 'busy', 7],
    [['well', 'busy-until'], 'busy', 2],
    [['well', ...Array.from({ length: 6 }, () => 'failing' as const)], 'busy', 7],
    [['well', 'refusing'], 'refused', 2],
    [['well', 'closing'], 'offline', 2],
    [['well', 'html'], 'unreadable', 2],
    [['well', 'cut-off'], 'unreadable', 2],
    [['well', 'huge'], 'unreadable', 2],
  ])('%j: %s', async (moods, reason, requests) => {
    const { run } = await setUp(501);
    server.moods.push(...moods);
    const began = Date.now();
    const outcome = await run();
    expect(outcome?.left).toMatchObject([{ service: 'semantic-scholar', reason, papers: 1 }]);
    expect(outcome).toMatchObject({ learnt: 500 });
    expect(server.log.filter(({ host }) => host === 'semantic-scholar')).toHaveLength(requests);
    expect(server.log.filter(({ host }) => host === 'crossref')).toHaveLength(10);
    const [left] = outcome?.left ?? [];
    if (reason === 'busy') expect(left?.retryAt).toBeGreaterThan(began);
    if (moods.includes('busy-until')) expect(left?.retryAt).toBeGreaterThan(began + 590_000);
  });

  test('a busy server is asked again after growing pauses', async () => {
    const { run } = await setUp(1);
    server.moods.push('busy', 'busy', 'failing', 'well');
    const waits: number[] = [];
    await run([1], ['semantic-scholar'], { wait: async (ms) => void waits.push(ms) });
    expect(waits.slice(0, 3)).toEqual([3000, 4000, 8000]);
    expect(server.log).toHaveLength(4);
  });

  test('papers that a failing service left are asked for at once in the next run', async () => {
    const { run, paper } = await setUp(1);
    server.moods.push('refusing');
    await run([1], ['semantic-scholar']);
    expect((await paper(1))?.facts.metrics).toBeUndefined();
    await run([1], ['semantic-scholar']);
    expect((await paper(1))?.facts.metrics?.citations).toBe(1);
  });
});

test('stopped while a server is silent, it keeps what it learnt', async () => {
  const { shelf, run, numbers } = await setUp(600);
  server.moods.push('well', 'silent');
  const stop = new AbortController();
  const stopping = (async () => {
    while (server.log.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await stopLookup(shelf);
    stop.abort();
  })();
  const outcome = await run(numbers, everything, { signal: stop.signal });
  await stopping;
  expect(outcome).toMatchObject({ learnt: 500, change: { numbers: expect.objectContaining({ length: 500 }) } });
  expect(await currentRun(shelf)).toBeUndefined();
  expect(server.log).toHaveLength(2);
});

test('a run whose worker died goes on where it was', async () => {
  const { shelf, numbers, options, paper } = await setUp(1200);
  await startLookup(shelf, { numbers, services: everything });
  // The worker dies in the middle: nothing that it would do afterwards is done.
  let requests = 0;
  const dying: typeof fetch = (...given) => (++requests > 2 ? new Promise(() => {}) : server.fetch(...given));
  void continueLookup(shelf, { ...options, fetch: dying });
  while (requests < 3) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await currentRun(shelf)).toMatchObject({ at: 2, answers: 2 });
  expect((await paper(1))?.facts.metrics).toBeUndefined();
  releaseLocks();
  await continueLookup(shelf, options);
  expect(await lastOutcome(shelf)).toMatchObject({ learnt: 1200, left: [] });
  const asked = server.log.flatMap(({ host, ids }) => ids.map((id) => `${host} ${id}`));
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).toHaveLength(2400);
});

test('never two runs at once', async () => {
  const { shelf, numbers, options } = await setUp(3);
  const started = await Promise.all([1, 2].map(() => startLookup(shelf, { numbers, services: everything })));
  expect(started.filter(Boolean)).toHaveLength(1);
  await Promise.all([continueLookup(shelf, options), continueLookup(shelf, options)]);
  expect(server.log).toHaveLength(2);
});
