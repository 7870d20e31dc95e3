/** A server that behaves as Zotero's connector interface is documented to, refusals included. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ZoteroServer {
  base: string;
  /** Everything that was saved, in order. */
  items: Record<string, unknown>[];
  /** What sessions were sent on to. */
  updates: Record<string, unknown>[];
  /** Behaves oddly from now on: `lose` saves but drops the connection before it answers, once. */
  mood: 'well' | 'lose' | 'read-only' | 'broken' | 'html';
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : JSON.parse(text);
}

export async function zoteroServer(at = 0): Promise<ZoteroServer> {
  const sessions = new Set<string>();
  const state: Omit<ZoteroServer, 'base' | 'close'> = { items: [], updates: [], mood: 'well' };
  const answer = (response: ServerResponse, status: number, body: unknown = '') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'Content-Type': 'application/json', 'X-Zotero-Version': '7.0' }).end(text);
  };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const path = request.url?.replace('/connector/', '') ?? '';
    if (path === 'ping') return answer(response, 200, '<html>Zotero is running</html>');
    if (request.headers['x-zotero-connector-api-version'] !== '3') return answer(response, 412, 'Request not allowed');
    if (state.mood === 'broken') return answer(response, 500, 'An error occurred');
    if (state.mood === 'html') return answer(response, 200, '<html>');
    if (path === 'getSelectedCollection') {
      const targets = [
        { id: 'L1', name: 'My Library', level: 0 },
        { id: 'C23', name: 'Graphs', level: 1 },
        { id: 5 },
        null,
      ];
      return answer(response, 200, {
        libraryID: 1,
        libraryName: 'My Library',
        libraryEditable: true,
        id: 23,
        name: 'Graphs',
        targets,
      });
    }
    const session = String(body.sessionID);
    if (path === 'updateSession') {
      if (!sessions.has(session)) return answer(response, 400, { error: 'SESSION_NOT_FOUND' });
      state.updates.push(body);
      return answer(response, 200, {});
    }
    if (path !== 'saveItems') return answer(response, 404, 'No endpoint found');
    if (state.mood === 'read-only') return answer(response, 500, { libraryEditable: false });
    if (sessions.has(session)) return answer(response, 409, { error: 'SESSION_EXISTS' });
    sessions.add(session);
    state.items.push(...(body.items as Record<string, unknown>[]));
    if (state.mood === 'lose') {
      state.mood = 'well';
      return request.socket.destroy();
    }
    return answer(response, 201, { items: body.items });
  });
  await new Promise<void>((ready) => server.listen(at, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return Object.assign(state, { base: `http://127.0.0.1:${port}/connector`, close });
}
