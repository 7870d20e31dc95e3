import { afterEach, describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/services/arxiv/api';
import { completeFromArxiv, lacks } from '../../src/services/arxiv/complete';
import { arxivServer, type Mood } from '../support/arxiv-server';
import { facts, library, listing } from '../support/library';

const key = (number: number) => facts(number).ids[0] as string;
/** A paper from a listing without author names. */
const bare = (number: number) => ({ ids: [key(number)], title: `Paper number ${number}`, authorCount: 2 });

const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function setUp(count: number, moods: Mood[] = []) {
  const server = await arxivServer(moods);
  open.push(server);
  const shelf = library();
  const papers = Array.from({ length: count }, (_, at) => bare(at + 1));
  if (count > 0) await shelf.save(papers, listing);
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  const numbers = papers.map((_, at) => at + 1);
  return { server, shelf, waits, numbers, options: { address: server.address, wait } };
}

test('fills in missing facts, with one undo', async () => {
  const { shelf, options } = await setUp(2);
  const [before] = await shelf.papers([1]);
  expect(before && lacks(before)).toBe(true);
  const { change, completed, left } = await completeFromArxiv(shelf, [1, 2], options);
  expect([completed, left, change.numbers]).toEqual([2, [], [1, 2]]);
  const [after] = await shelf.papers([1]);
  expect(after?.facts).toMatchObject({
    title: 'Paper number 1',
    authors: ['Ada Example', 'José Beispiel'],
    authorCount: 2,
    abstract: 'We invent a paper. It is wrapped like this.\nA second paragraph, with $x < y$.',
    published: '2026-01-04',
    categories: ['cs.LG', 'stat.ML'],
    comment: '12 pages',
  });
  expect(after && lacks(after)).toBe(false);
  expect((await shelf.newest(2)).map(lacks)).toEqual([false, false]);
  await shelf.undo();
  expect(await shelf.papers([1])).toEqual([before]);
});

test('a title that is only a link’s text, or an id, is replaced', async () => {
  const { shelf, options } = await setUp(0);
  const linked = { ...facts(1), title: 'Wei et al. 2026', titleIsLinkText: true } as const;
  await shelf.save([linked, { ...facts(2), title: key(2) }], listing);
  const papers = await shelf.papers([1, 2]);
  expect(papers.map(lacks)).toEqual([true, true]);
  await completeFromArxiv(shelf, [1, 2], options);
  const titles = (await shelf.papers([1, 2])).map(({ facts: { title, titleIsLinkText } }) => [title, titleIsLinkText]);
  expect(titles).toEqual([
    [expect.stringMatching(/^On <invented> papers/), undefined],
    [expect.stringMatching(/^On <invented> papers/), undefined],
  ]);
});

test('existing facts are not replaced, whatever their source', async () => {
  const { shelf, options } = await setUp(1);
  await shelf.save([{ ...bare(1), abstract: 'As the page has it.', published: '2026-01-08' }], listing);
  await shelf.edit([1], { authors: ['By Hand'] });
  const { change } = await completeFromArxiv(shelf, [1], options);
  expect(change.id).toBe(0);
  await shelf.edit([1], { authors: undefined });
  await completeFromArxiv(shelf, [1], options);
  const [paper] = await shelf.papers([1]);
  expect(paper?.facts).toMatchObject({ abstract: 'As the page has it.', published: '2026-01-08', authorCount: 2 });
  expect(paper?.facts.authors).toEqual(['Ada Example', 'José Beispiel']);
  await shelf.save([{ ...bare(1), title: 'A new title' }], listing);
  expect((await shelf.papers([1]))[0]?.facts.title).toBe('A new title');
});

test('requests have a hundred ids and are three seconds apart; complete papers are not asked about', async () => {
  const { shelf, server, waits, numbers, options } = await setUp(250);
  await shelf.save([facts(1000)], listing);
  const progress: number[] = [];
  await completeFromArxiv(shelf, [...numbers, 251], { ...options, onProgress: (done) => progress.push(done) });
  expect(server.asked.map((ids) => ids.length)).toEqual([100, 100, 50]);
  expect(waits.slice(0, 2).every((ms) => ms > 2000 && ms <= 3000)).toBe(true);
  expect(progress).toEqual([100, 200, 250]);
  expect(await shelf.journal()).toHaveLength(3);
});

test('a paper without an arXiv id is left out and reported', async () => {
  const { shelf, server, options } = await setUp(0);
  await shelf.save([{ ids: ['doi:10.1000/x'], title: 'Elsewhere' }], listing);
  const { left, change } = await completeFromArxiv(shelf, [1], options);
  expect([left, change.id, server.asked]).toEqual([[{ n: 1, reason: 'no-arxiv-id' }], 0, []]);
});

describe('if the server misbehaves, facts received before are kept and the other papers are reported', () => {
  test('waits as long as a busy server asks, then goes on', async () => {
    const { shelf, waits, numbers, options } = await setUp(2, ['busy', 'busy']);
    expect((await completeFromArxiv(shelf, numbers, options)).completed).toBe(2);
    expect(waits.slice(0, 2)).toEqual([5000, 5000]);
  });
  test.each<[Mood[], string, number]>([
    [['well', 'busy', 'busy', 'busy'], 'busy', 3],
    [['well', 'refusing'], 'refused', 2],
    [['well', 'closing'], 'offline', 2],
    [['well', 'malformed', 'malformed'], 'unreadable', 3],
  ])('%j: %s', async (moods, reason, requests) => {
    const { shelf, server, numbers, options } = await setUp(202, [...moods]);
    const { completed, left, change } = await completeFromArxiv(shelf, numbers, options);
    expect([completed, change.numbers.length]).toEqual([100, 100]);
    expect(new Set(left.map((one) => one.reason))).toEqual(new Set([reason]));
    expect(left).toHaveLength(102);
    expect(server.asked.length).toBeGreaterThanOrEqual(requests);
  });
  test('an answer that is cut off still gives its whole entries', async () => {
    const { shelf, numbers, options } = await setUp(3, ['cut-off']);
    const { completed, left } = await completeFromArxiv(shelf, numbers, options);
    expect([completed, left]).toEqual([2, [{ n: 3, reason: 'unreadable' }]]);
  });
  test('an id that it does not know', async () => {
    const { shelf, numbers, options } = await setUp(3, ['forgetful']);
    expect((await completeFromArxiv(shelf, numbers, options)).left).toEqual([{ n: 1, reason: 'unknown' }]);
  });
  test('aborted by the user while the server is silent', async () => {
    const { shelf, numbers, options } = await setUp(150, ['well', 'silent']);
    const stop = new AbortController();
    const onProgress = () => setTimeout(() => stop.abort(), 50);
    const { completed, left } = await completeFromArxiv(shelf, numbers, {
      ...options,
      signal: stop.signal,
      onProgress,
    });
    expect([completed, left.length, left[0]?.reason]).toEqual([100, 50, 'stopped']);
  });
});

test('no answer makes the reader fail', () => {
  for (const text of [
    '',
    '<feed',
    '<feed><entry></entry>',
    '<feed><entry><id>http://arxiv.org/abs/x</id></entry></feed>',
  ]) {
    expect(readAnswer(text)?.value.size ?? 0).toBe(0);
  }
});
