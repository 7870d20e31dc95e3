/** A small server that answers as arXiv's API does, and misbehaves when told to. Papers are invented. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the next request is answered: as it should be, or not. */
export type Mood = 'well' | 'busy' | 'refusing' | 'cut-off' | 'malformed' | 'silent' | 'forgetful' | 'closing';

const entry = (id: string) => `  <entry>
    <id>http://arxiv.org/abs/${id}v2</id>
    <updated>2026-01-09T09:00:00Z</updated>
    <published>2026-01-04T17:59:59Z</published>
    <title>On &lt;invented&gt; papers &amp; ${id},
  wrapped</title>
    <summary>  We invent a paper. It is
wrapped like this.
  A second paragraph, with $x &lt; y$.
</summary>
    <author><name>Ada Example</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Nowhere</arxiv:affiliation></author>
    <author><name>Jos&#233; Beispiel</name></author>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">12 pages</arxiv:comment>
    <link href="http://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="stat.ML" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
`;

const feed = (ids: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=&amp;id_list=${ids.join(',')}</title>
${ids.map(entry).join('')}</feed>
`;

/** Starts it. `moods` are used up request by request; after them it behaves. */
export async function arxivServer(moods: Mood[] = []) {
  const asked: string[][] = [];
  const answer = (mood: Mood, ids: string[], response: ServerResponse) => {
    const text = feed(mood === 'forgetful' ? ids.slice(1) : ids);
    response.setHeader('content-type', 'application/atom+xml');
    if (mood === 'closing') response.destroy();
    else if (mood === 'busy') response.writeHead(503, { 'retry-after': '5' }).end();
    else if (mood === 'refusing') response.writeHead(403).end('Forbidden');
    else if (mood === 'malformed') response.end('<html><body>Rate exceeded.</body></html>');
    else if (mood === 'cut-off') response.end(text.slice(0, text.lastIndexOf('<summary>')));
    else if (mood !== 'silent') response.end(text);
  };
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    const ids = query.get('id_list')?.split(',') ?? [];
    asked.push(ids);
    // Without max_results the real one gives ten.
    answer(moods.shift() ?? 'well', ids.slice(0, Number(query.get('max_results') ?? 10)), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/api/query`,
    /** Ids of each request. */
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
