import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zoteroItem } from '../../src/formats/zotero';
import { sendToZotero, zoteroRuns, zoteroTargets } from '../../src/services/zotero/connector';
import { evilPapers } from '../formats/support/evil';
import { paper } from '../formats/support/papers';
import { type ZoteroServer, zoteroServer } from './support/zotero-server';

describe('an item', () => {
  it('of a preprint has all that Zotero knows of one', () => {
    const links = { pdf: 'https://arxiv.org/pdf/2408.01234' };
    const authors = ['Vera van der Berg', 'Martin King Jr.', 'Gemini Team'];
    expect(zoteroItem(paper({ authors, abstract: 'What.', links }, { note: 'One\n<b>two' }))).toEqual({
      id: 'arxiv:2408.01234',
      itemType: 'preprint',
      title: 'Scaling the Diameter of Small Graphs',
      creators: [
        { firstName: 'Vera', lastName: 'van der Berg', creatorType: 'author' },
        { firstName: 'Martin, Jr.', lastName: 'King', creatorType: 'author' },
        { lastName: 'Gemini Team', fieldMode: 1, creatorType: 'author' },
      ],
      abstractNote: 'What.',
      date: '2024-08-02',
      url: 'https://arxiv.org/abs/2408.01234',
      DOI: '10.48550/arXiv.2408.01234',
      repository: 'arXiv',
      archiveID: 'arXiv:2408.01234',
      libraryCatalog: 'arXiv.org',
      extra: 'arXiv:2408.01234 [cs.LG]',
      tags: [{ tag: 'graphs/small' }, { tag: 'to present' }],
      notes: [{ note: '<p>One</p><p>&lt;b&gt;two</p>' }],
      attachments: [{ title: 'PDF', url: links.pdf, mimeType: 'application/pdf', snapshot: false }],
    });
  });

  it('of what was published names where', () => {
    const article = zoteroItem(
      paper({ venue: 'Nature', volume: '1', issue: '2', pages: '3-4' }, { ids: ['doi:10.1038/x'] }),
    );
    expect(article).toMatchObject({
      itemType: 'journalArticle',
      publicationTitle: 'Nature',
      issue: '2',
      DOI: '10.1038/x',
    });
    expect(zoteroItem(paper({ venue: 'ICML' }))).toMatchObject({
      itemType: 'conferencePaper',
      proceedingsTitle: 'ICML',
    });
  });

  it('leaves the note out where that is wanted', () => {
    expect(zoteroItem(paper({}, { note: 'x' }), { notes: false }).notes).toEqual([]);
  });
});

describe('Zotero', () => {
  let server: ZoteroServer;
  beforeEach(async () => {
    server = await zoteroServer();
  });
  afterEach(() => server.close());
  const items = Array.from({ length: 120 }, (_, i) => zoteroItem(paper({ title: `Paper ${i}` })));
  const send = (session = 'a', rest = {}) => sendToZotero(items, { session, base: server.base, ...rest });

  it('is asked whether it runs, and where items can go', async () => {
    expect(await zoteroRuns(server.base)).toBe(true);
    expect(await zoteroTargets(server.base)).toEqual({
      targets: [
        { id: 'L1', name: 'My Library', level: 0 },
        { id: 'C23', name: 'Graphs', level: 1 },
      ],
      selected: 'C23',
      isEditable: true,
    });
  });

  it('gets each item once, in the collection and with the tags that were chosen', async () => {
    const done: number[] = [];
    expect(await send('a', { target: 'C23', tags: ['new'], progress: (sent: number) => done.push(sent) })).toBe(120);
    expect(done).toEqual([50, 100, 120]);
    expect(server.items.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    expect(server.updates).toHaveLength(3);
    expect(server.updates[0]).toMatchObject({ sessionID: 'a-0', target: 'C23', tags: ['new'] });
  });

  it('gets nothing twice when its answer was lost and the sending is tried again', async () => {
    server.mood = 'lose';
    await expect(send()).rejects.toMatchObject({ code: 'absent', sent: 0 });
    expect(await send()).toBe(120);
    expect(server.items).toHaveLength(120);
  });

  it('may not run', async () => {
    const { base } = server;
    await server.close();
    expect(await zoteroRuns(base)).toBe(false);
    await expect(sendToZotero(items, { session: 'a', base })).rejects.toMatchObject({ code: 'absent' });
    server = await zoteroServer();
  });

  it('may refuse, be unable to write, or answer strangely', async () => {
    server.mood = 'read-only';
    await expect(send()).rejects.toMatchObject({ code: 'read-only', sent: 0 });
    server.mood = 'broken';
    await expect(send()).rejects.toMatchObject({ code: 'strange' });
    server.mood = 'html';
    await expect(zoteroTargets(server.base)).rejects.toMatchObject({ code: 'strange' });
    await expect(send()).rejects.toMatchObject({ code: 'strange' });
    expect(server.items).toEqual([]);
    const refusing = await fetch(`${server.base}/saveItems`, { method: 'POST', body: '{}' });
    expect(refusing.status).toBe(412);
  });

  it('stops when told to, and says how far it came', async () => {
    const stop = new AbortController();
    const sending = send('a', { signal: stop.signal, progress: () => stop.abort(new Error('stopped')) });
    await expect(sending).rejects.toThrow('stopped');
    expect(server.items).toHaveLength(50);
  });

  it('takes three hundred papers with every special character', async () => {
    const evil = evilPapers().map((one) => zoteroItem(one));
    expect(await sendToZotero(evil, { session: 'b', base: server.base })).toBe(300);
    for (const { url, attachments } of server.items) {
      expect(JSON.stringify([url, attachments])).not.toMatch(/javascript:|data:|blob:/);
    }
  });
});
