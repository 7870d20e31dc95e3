/**
 * A small server that answers as Semantic Scholar and Crossref do, and misbehaves when told to. Papers are invented. Requests
 * come with their real addresses, through `fetch` of its own or through a browser that was told where the hosts are.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a request is answered: as it should be, or not. */
export type Mood =
  | 'well'
  | 'busy'
  | 'busy-until'
  | 'failing'
  | 'refusing'
  | 'html'
  | 'cut-off'
  | 'silent'
  | 'closing'
  | 'huge';

export interface Logged {
  host: 'semantic-scholar' | 'crossref';
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** Ids asked for. */
  ids: string[];
}

export interface ServicesServer {
  log: Logged[];
  /** Moods of the next requests; after them it behaves. */
  moods: Mood[];
  /** Semantic Scholar's records, by the id as it is asked for (`ARXIV:…`); others are `null`. */
  records: Map<string, object>;
  /** Crossref's works by lower-case DOI; others are absent. */
  works: Map<string, object>;
  /** Fetches from it what is meant for the services. */
  fetch: typeof fetch;
  port: number;
  close(): void;
}

/** Answers a request as the service of that host would. Usable with any server. */
export function answerer(state: Pick<ServicesServer, 'log' | 'moods' | 'records' | 'works'>) {
  return async (request: IncomingMessage, response: ServerResponse, host: Logged['host']): Promise<void> => {
    let body = '';
    for await (const piece of request) body += piece;
    const url = new URL(request.url ?? '', 'https://localhost');
    const ids = host === 'crossref' ? crossrefIds(url) : ((JSON.parse(body) as { ids: string[] }).ids ?? []);
    const { method = '', headers } = request;
    state.log.push({ host, method, url: `${request.url}`, headers, body, ids });
    const text = JSON.stringify(
      host === 'crossref' ? crossrefAnswer(state.works, ids, url) : recordsOf(state.records, ids),
    );
    respond(state.moods.shift() ?? 'well', text, response);
  };
}

function respond(mood: Mood, text: string, response: ServerResponse): void {
  response.setHeader('content-type', 'application/json');
  if (mood === 'closing') response.destroy();
  else if (mood === 'busy') response.writeHead(429).end('{"message":"Too Many Requests"}');
  else if (mood === 'busy-until') response.writeHead(429, { 'retry-after': '600' }).end();
  else if (mood === 'failing') response.writeHead(500).end('{"message":"Internal Server Error"}');
  else if (mood === 'refusing') response.writeHead(403).end('{"message":"Forbidden"}');
  else if (mood === 'html')
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
  else if (mood === 'cut-off') response.end(text.slice(0, text.length - 5));
  else if (mood === 'huge') response.end(`[${'"x",'.repeat(12_000_000)}0]`);
  else if (mood !== 'silent') response.end(text);
}

const crossrefIds = (url: URL): string[] =>
  url.searchParams
    .get('filter')
    ?.split(',')
    .map((each) => each.replace(/^doi:/, '')) ?? [decodeURIComponent(url.pathname.replace('/works/', ''))];

const recordsOf = (records: ReadonlyMap<string, object>, ids: readonly string[]) =>
  ids.map((id) => records.get(id) ?? null);

/** Crossref answers in an order of its own. */
function crossrefAnswer(works: ReadonlyMap<string, object>, ids: readonly string[], url: URL) {
  const items = ids.flatMap((id) => works.get(id.toLowerCase()) ?? []).reverse();
  const message = url.searchParams.has('filter') ? { 'total-results': items.length, items } : items[0];
  return { status: 'ok', 'message-type': 'work-list', message };
}

/** Starts it. */
export async function servicesServer(): Promise<ServicesServer> {
  const state = { log: [] as Logged[], moods: [] as Mood[], records: new Map(), works: new Map() };
  const answer = answerer(state);
  const server: Server = createServer((request, response) => {
    const host = request.headers['x-meant-for'] === 'api.crossref.org' ? 'crossref' : 'semantic-scholar';
    void answer(request, response, host);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...state,
    port,
    fetch: (from, init) => {
      const { hostname, pathname, search } = new URL(`${from}`);
      const headers = { ...(init?.headers as Record<string, string>), 'x-meant-for': hostname };
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { ...init, headers });
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A record of Semantic Scholar. */
export const s2Record = (number: number, more: object = {}): object => ({
  paperId: String(number).padStart(40, '0'),
  externalIds: {
    ArXiv: `2601.${String(number).padStart(5, '0')}`,
    DOI: `10.1000/J.${number}`,
    DBLP: 'journals/tie/ExampleB26',
  },
  title: `Paper number ${number}`,
  authors: [{ authorId: '1', name: 'Ada Example' }],
  venue: 'Trans. Inv. Ex.',
  publicationVenue: { name: 'Trans. Inv. Ex.', type: 'journal' },
  journal: { name: 'Transactions on Invented Examples' },
  year: 2026,
  publicationDate: '2026-01-04',
  publicationTypes: ['JournalArticle'],
  citationCount: number,
  influentialCitationCount: 1,
  openAccessPdf: { url: `https://repository.example/${number}.pdf`, status: 'GREEN' },
  ...more,
});

/** A work of Crossref. */
export const crossrefWork = (number: number, more: object = {}): object => ({
  DOI: `10.1000/J.${number}`,
  type: 'journal-article',
  title: [`Paper number ${number}`],
  author: [
    { given: 'Ada', family: 'Example', sequence: 'first' },
    { given: 'Bo', family: 'Beispiel', sequence: 'additional' },
  ],
  'container-title': ['Transactions on Invented Examples'],
  volume: '3',
  issue: '2',
  page: '12-34',
  issued: { 'date-parts': [[2026, 6]] },
  'published-print': { 'date-parts': [[2026, 6]] },
  publisher: 'Invented Press',
  'is-referenced-by-count': 1,
  ...more,
});
