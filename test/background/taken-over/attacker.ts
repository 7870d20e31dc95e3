/** Messages that a taken-over process sends as a content script would: random ones, and attacks that were planned. */
import type { FromOwn, FromPage } from '../../../src/messages/contract';
import type { Reply } from '../../../src/messages/transport';
import { type FakeBrowser, page } from '../fake-browser';
import { victims } from './user';

/** Messages by which pages may change what they name. */
export const panelMessages: readonly (keyof FromPage)[] = ['setStatus'];

const senders = [
  page,
  { ...page, tab: { id: 1 } },
  { ...page, tab: { id: 2 }, url: 'https://arxiv.org/list/cs.LG/new' },
];

/** Random numbers by a seed (mulberry32). */
function randoms(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (max: number) => Math.floor(next() * max);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const some = <T>(max: number, make: () => T): T[] => Array.from({ length: 1 + below(max) }, make);
  return { below, one, some };
}

type Message = keyof FromPage | keyof FromOwn;
const foreign = [
  'libraryChanged',
  'sites',
  'savePage',
  'emptyTrash',
  'applyImport',
  'agreeSeen',
  'mergePapers',
  'restore',
];

export class Attacker {
  /** All ids named in saves, whether or not they were accepted. */
  readonly named = new Set<string>();
  /** How many messages were answered by each code; `ok` if they were accepted. */
  readonly answers: Record<string, number> = {};
  readonly #browser: FakeBrowser;
  #last = 20;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
  }

  async send(name: string, input?: unknown, sender: object = page): Promise<Reply | undefined> {
    const reply = await this.#browser.ask(name as Message, input, sender);
    const code = !reply ? 'unheard' : reply.ok ? 'ok' : reply.failure.code;
    this.answers[code] = (this.answers[code] ?? 0) + 1;
    const change = reply?.ok ? (reply.answer as { change?: number } | undefined)?.change : undefined;
    this.#last = Math.max(this.#last, change ?? 0);
    return reply;
  }

  /** Saves papers; each is given by its ids. Returns the number of the change. */
  async save(
    papers: readonly (readonly string[])[],
    sender: { url: string } = page,
    more: object = {},
  ): Promise<number> {
    for (const id of papers.flat()) this.named.add(id);
    const facts = papers.map((ids) => ({ ids, title: `Taken over: ${ids}`, ...more }));
    const site = sender.url.includes('arxiv.org') ? 'arxiv' : 'huggingface';
    const reply = await this.send('save', { facts, context: { site, url: sender.url, kind: 'listing' } }, sender);
    return reply?.ok ? (reply.answer as { change: number }).change : 0;
  }

  /** Asks to undo every change there may be. */
  async undoAll(sender: object = page): Promise<void> {
    for (let change = this.#last + 2; change > 0; change--) await this.send('undo', { change }, sender);
  }

  /** A random sequence of messages. */
  async random(seed: number, withPanel: boolean): Promise<void> {
    const { below, one, some } = randoms(seed);
    const id = () =>
      one([one(victims), one(victims), `doi:10.2000/${below(40)}`, 'doi:10.1000/99', `pmid:${below(20)}`]);
    const odd = () => one<unknown>([null, -1, 1e308, 'x', {}, [], '__proto__', true, ['arxiv:2601.00001'], Number.NaN]);
    const facts = () => ({
      ids: some(5, id),
      title: one(['A title', `The paper of ${id()}`, 'doi:10.1000/99', '…']),
      ...one([{}, { authors: [] }, { abstract: '' }, { titleIsLinkText: true }, { published: '1900' }, { links: {} }]),
    });
    for (const step of some(8, () => below(12))) {
      const sender = one(senders);
      const shown = some(3, facts);
      for (const each of shown) for (const key of each.ids) this.named.add(key);
      this.#browser.scripts.set(sender.tab.id, { facts: shown });
      const key = id();
      const plain: [string, unknown][] = [
        ['lookup', victims],
        ['visit', some(3, id)],
        ['seen', some(3, id)],
        ['suggest', shown],
        ['hintSeen', one([odd(), 'seen'])],
        ['keepBar', odd()],
        ['openBehind', { urls: [`https://doi.org/${key}`] }],
        ['openLibrary', { key }],
        ['undo', odd()],
        ['save', odd()],
        [one(foreign), odd()],
      ];
      const panel: [string, unknown][] = [
        ['setTags', { key, tags: one([[], ['theirs']]) }],
        ['setStatus', { keys: some(3, id), status: 'unread' }],
        ['setStarred', { keys: some(3, id), starred: false }],
        ['setNote', { key, note: one(['', 'theirs']) }],
        ['remove', { keys: some(5, id) }],
      ];
      if (step < 4)
        await this.save(
          some(3, () => some(5, id)),
          sender,
        );
      else if (step < 8) await this.send('undo', { change: below(this.#last + 3) }, sender);
      else await this.send(...one(withPanel ? [...plain, ...panel] : plain), sender);
    }
  }
}

/** Attacks on one paper of the user, by name. `other` is another paper of the user. */
export const attacks: Record<string, (attacker: Attacker, victim: string, other: string) => Promise<void>> = {
  'save it and undo that': async (attacker, victim) => {
    const change = await attacker.save([[victim]]);
    await attacker.send('undo', { change });
  },
  'save it and undo everything, from every tab': async (attacker, victim) => {
    await attacker.save([[victim]]);
    for (const sender of senders) await attacker.undoAll(sender);
  },
  'join it with another and undo everything': async (attacker, victim, other) => {
    await attacker.save([[victim, other]]);
    await attacker.undoAll();
  },
  'join it with every other, one after another': async (attacker, victim) => {
    for (const id of victims) await attacker.save([[victim, id]]);
  },
  'join it with every other in one message': async (attacker, victim) => {
    await attacker.save(victims.map((id) => [victim, id]));
    await attacker.save([[victim, ...victims]]);
  },
  'join others through a fresh paper': async (attacker, victim, other) => {
    await attacker.save([['pmid:77', victim]], senders[2]);
    await attacker.save([
      ['pmid:77', other],
      ['pmid:77', 'doi:10.1000/4'],
    ]);
    await attacker.undoAll();
  },
  'save it from another site with blank facts': (attacker, victim) =>
    attacker
      .save([[victim]], senders[2], { title: victim, authors: [], abstract: ' ', links: {}, titleIsLinkText: true })
      .then(() => attacker.undoAll(senders[2])),
  'save and undo a fresh paper again and again': async (attacker) => {
    for (let round = 0; round < 12; round++) {
      const change = await attacker.save([['doi:10.2000/1']]);
      await attacker.send('undo', { change });
      await attacker.send('undo', { change: change + 1 });
    }
  },
  'undo by odd numbers': async (attacker) => {
    for (const change of [0, -1, 1.5, Number.NaN, 1e308, '1', null, [1], { valueOf: 1 }])
      await attacker.send('undo', { change });
    await attacker.send('undo');
  },
  'send what only pages of the extension may': async (attacker, victim) => {
    for (const name of [...foreign, 'readPage', 'showPapers', 'constructor', '__proto__']) {
      for (const input of [undefined, [victim], { keys: [victim] }, true]) await attacker.send(name, input);
    }
  },
  'name it in every question': async (attacker, victim) => {
    for (const name of ['lookup', 'visit', 'seen']) await attacker.send(name, [victim]);
    await attacker.send('suggest', [{ ids: [victim], title: victim }]);
    await attacker.send('openLibrary', { key: victim });
  },
  'pollute prototypes': async (attacker, victim) => {
    const facts = JSON.parse(
      `[{"ids":["${victim}"],"title":"A","__proto__":{"tags":[]},"constructor":{"prototype":{"note":""}}}]`,
    );
    attacker.named.add(victim);
    await attacker.send('save', { facts, context: { site: 'huggingface', url: page.url, kind: 'listing' } });
  },
};
