// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import '../support/locks';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Followed } from '../../src/library/followed';
import { isDue } from '../../src/today/due';
import { fetchListing, maxBytes } from '../../src/today/fetch-listing';
import { listingCards, maxPapers } from '../../src/today/listing-cards';
import { readFollowed } from '../../src/today/read-followed';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

const arxiv = (list: string) => ({
  url: `https://arxiv.org/list/${list}/new`,
  site: 'arxiv',
  name: `arXiv ${list} new`,
  followedAt: 1,
});
const entry = (n: number) =>
  `<dt><a href="/abs/2611.${String(n).padStart(5, '0')}" title="Abstract">arXiv</a></dt><dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> Invented ${n}</div></div></dd>`;
const list = (...numbers: number[]) =>
  `<!doctype html><h3>Showing new listings for Monday, 30 November 2026</h3><dl id="articles">${numbers.map(entry).join('')}</dl>`;

interface Answer {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
  /** Where it led. */
  url?: string;
}
/** A server with a log of what it was asked; `answers` by address, and what is not there fails as without a network. */
function server(answers: Record<string, Answer | 'silent'>, clock: { at: number }) {
  const log: { url: string; at: number; headers: Record<string, string> }[] = [];
  const fetch = async (url: string, init: RequestInit = {}) => {
    log.push({ url, at: clock.at, headers: init.headers as Record<string, string> });
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    const answer = answers[url];
    if (answer === 'silent')
      return new Promise<Response>((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error())));
    if (!answer) throw new TypeError('Failed to fetch');
    const { status = 200, body = '', headers = {} } = answer;
    const response = new Response(status === 304 ? null : body, {
      status,
      headers: { 'content-type': 'text/html', ...headers },
    });
    return Object.defineProperty(response, 'url', { value: answer.url ?? url });
  };
  const wait = async (ms: number) => {
    clock.at += ms;
  };
  return {
    log,
    options: {
      fetch: fetch as typeof globalThis.fetch,
      wait,
      now: () => clock.at,
      isOn: async () => true,
      timeoutMs: 50,
    },
  };
}

const morning = new Date(2026, 10, 30, 8).getTime();
const day = 86_400_000;

async function setUp(answers: Record<string, Answer | 'silent'>, ...names: string[]) {
  const clock = { at: morning };
  const followed = new Followed();
  for (const name of names) await followed.follow(arxiv(name));
  const { log, options } = server(answers, clock);
  return {
    clock,
    log,
    followed,
    options,
    read: (wanted?: string[]) => readFollowed(followed, { ...options, ...(wanted && { wanted }) }),
    problem: async (name: string) => (await followed.listings()).find(({ url }) => url.includes(name))?.problem,
    ids: async () => (await followed.cards()).map((card) => card.ids[0]),
  };
}

test('three mornings: one request a listing a day, the second with what the server gave, each paper once', async () => {
  const at = arxiv('cs.LG').url;
  const answers: Record<string, Answer> = {
    [at]: { body: list(1, 2), headers: { etag: '"a"', 'last-modified': 'Mon' } },
  };
  const { clock, log, read, ids, followed } = await setUp(answers, 'cs.LG');
  await read();
  await read();
  expect(await ids()).toEqual(['arxiv:2611.00001', 'arxiv:2611.00002']);
  clock.at += day;
  answers[at] = { status: 304 };
  await read();
  expect((await followed.listings())[0]).toMatchObject({ readAt: morning + day, etag: '"a"' });
  clock.at += day;
  answers[at] = { body: list(2, 3) };
  await read();
  expect(await ids()).toEqual(['arxiv:2611.00001', 'arxiv:2611.00002', 'arxiv:2611.00003']);
  expect(log.map(({ at: asked }) => asked - morning)).toEqual([0, day, 2 * day]);
  expect(log.map(({ headers }) => headers)).toEqual([
    {},
    { 'if-none-match': '"a"', 'if-modified-since': 'Mon' },
    { 'if-none-match': '"a"', 'if-modified-since': 'Mon' },
  ]);
});

test('requests to one host are three seconds apart, also after a refresh', async () => {
  const urls = ['cs.LG', 'cs.CL', 'stat.ML'].map((name) => arxiv(name).url);
  const answers = Object.fromEntries(urls.map((url) => [url, { body: list(1) }]));
  const { clock, log, read } = await setUp(answers, 'cs.LG', 'cs.CL', 'stat.ML');
  await read();
  clock.at += 1000;
  await read([urls[0] ?? '']);
  expect(log.map(({ at }) => at - morning)).toEqual([0, 3000, 6000, 9000]);
});

describe('what went wrong is said at the listing, and what was there stays', () => {
  test.each([
    [
      'too many requests',
      { status: 429, headers: { 'retry-after': '600' } },
      { code: 'busy', status: 429, until: morning + day + 600_000 },
    ],
    ['out of service', { status: 503 }, { code: 'busy', status: 503 }],
    ['not found', { status: 404 }, { code: 'refused', status: 404 }],
    ['no answer in time', 'silent', { code: 'slow' }],
    ['another shape', { body: '<main>Under construction</main>' }, { code: 'shape' }],
    ['no page', { body: '{}', headers: { 'content-type': 'application/json' } }, { code: 'shape' }],
    ['led elsewhere', { body: list(9), url: 'https://huggingface.co/login' }, { code: 'moved' }],
    ['led to a paper', { body: list(9), url: 'https://arxiv.org/abs/2611.00009' }, { code: 'moved' }],
  ] as const)('%s', async (_, answer, problem) => {
    const at = arxiv('cs.LG').url;
    const answers: Record<string, Answer | 'silent'> = { [at]: { body: list(1, 2), headers: { etag: '"a"' } } };
    const { clock, read, ids, followed } = await setUp(answers, 'cs.LG');
    await read();
    clock.at += day;
    answers[at] = answer as Answer;
    await read();
    expect((await followed.listings())[0]).toMatchObject({ readAt: morning, problem });
    expect(await ids()).toEqual(['arxiv:2611.00001', 'arxiv:2611.00002']);
    clock.at += day;
    answers[at] = { body: list(3) };
    await read();
    expect((await followed.listings())[0]).not.toHaveProperty('problem');
  });
});

test('without an answer it is tried again after a quarter of an hour; a server that asked to wait is left alone', async () => {
  const answers: Record<string, Answer> = { [arxiv('cs.CL').url]: { status: 429, headers: { 'retry-after': '7200' } } };
  const { clock, log, read, problem } = await setUp(answers, 'cs.LG', 'cs.CL');
  await read();
  expect([await problem('cs.LG'), (await problem('cs.CL'))?.code]).toEqual([{ code: 'unreachable' }, 'busy']);
  const asked = log.length;
  clock.at += 5 * 60_000;
  await read([arxiv('cs.CL').url]);
  expect(log.length).toBe(asked);
  clock.at += 11 * 60_000;
  await read();
  expect(log.slice(asked).map(({ url }) => url)).toEqual([arxiv('cs.LG').url]);
});

test('a site that is off is not asked', async () => {
  const { log, followed, options, problem } = await setUp({ [arxiv('cs.LG').url]: { body: list(1) } }, 'cs.LG');
  await readFollowed(followed, { ...options, isOn: async () => false });
  expect([log, await problem('cs.LG')]).toEqual([[], { code: 'off' }]);
  await readFollowed(followed, options);
  expect([log.length, await problem('cs.LG')]).toEqual([1, undefined]);
});

test('what is due by the calendar is due whenever the day has changed', () => {
  const listing = { ...arxiv('cs.LG'), triedAt: new Date(2026, 10, 30, 23, 50).getTime() };
  expect(isDue(listing, new Date(2026, 10, 30, 23, 59).getTime())).toBe(false);
  expect(isDue(listing, new Date(2026, 11, 1, 7).getTime())).toBe(true);
});

describe('hostile pages', () => {
  test('a page is read no further than 10 MB, and that is said', async () => {
    const body = `${list(1)}${'<p>x</p>'.repeat(maxBytes / 8)}${list(2)}`;
    const fetch = async () => new Response(body, { headers: { 'content-type': 'text/html' } });
    const fetched = await fetchListing(arxiv('cs.LG').url, {}, { fetch });
    expect(fetched).toMatchObject({ is: 'page', isCut: true });
    expect(fetched.is === 'page' && fetched.html.length).toBe(maxBytes);
  });

  test('of more cards than are kept the first are read, and that is said', async () => {
    const html = list(...Array.from({ length: maxPapers + 100 }, (_, n) => n + 1));
    const found = await listingCards(html, new URL(arxiv('cs.LG').url), new Date());
    expect(found).toMatchObject({ isCut: true });
    expect(found?.papers.length).toBe(maxPapers);
  });

  test('scripts, frames, images and refreshes in it do nothing', async () => {
    const ran = vi.fn();
    vi.stubGlobal('ran', ran);
    const hostile = `<meta http-equiv="refresh" content="0;url=https://evil.example"><script>ran()</script>
      <img src="x" onerror="ran()"><iframe srcdoc="<script>parent.ran()</script>"></iframe><svg onload="ran()"></svg>`;
    const found = await listingCards(hostile + list(1), new URL(arxiv('cs.LG').url), new Date());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([found?.papers.length, ran.mock.calls.length]).toEqual([1, 0]);
  });
});
