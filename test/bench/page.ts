/**
 * What `npm run bench` runs inside a page of the built extension: the library's own modules on the extension's own
 * database. Bundled by itself, so that nothing of it is in the extension.
 */

import { type DBSchema, openDB } from 'idb';
import type { FileEntry } from '../../src/formats/file-items';
import { type Database, schemaVersion } from '../../src/library/db/schema';
import type { ImportPlan } from '../../src/library/import/import-plan';
import type { Library } from '../../src/library/library';
import { openLibrary } from '../../src/library/open';
import { Search } from '../../src/library/search/search';
import type { Context, Facts } from '../../src/paper/paper';
import { exportBibtex, filed, planBackup, strangersBackup } from './files';

/** Samples of one row, in milliseconds. */
type Samples = Record<string, number[]>;

const context: Context = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' };
const tags = Array.from(
  { length: 40 },
  (_, i) => ['rl', 'vision', 'nlp', 'efficiency'][i % 4] + (i < 4 ? '' : `/topic ${i}`),
);

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const search = new Search();
let library: Library | undefined;
const opened = (): Library => {
  library ??= openLibrary({ finder: search });
  return library;
};

const bench = {
  /** Saves papers as a reader would have over the years. */
  async seed(facts: Facts[], round: number): Promise<void> {
    const some = tags.filter((_, i) => (i * 7 + round) % 13 === 0);
    const { numbers } = await opened().save(facts, context, { tags: some, origin: 'own' });
    const part = (share: number, rest: number) => numbers.filter((n) => n % share === rest);
    await opened().setStatus(part(5, 0), 'read', 'own');
    await opened().setStarred(part(11, 0), true, 'own');
  },

  /** Gives the papers so many different tags, as an import with the keywords of a database does. */
  async tag(count: number): Promise<void> {
    const { numbers } = await opened().find('');
    const each = Math.ceil(count / numbers.length);
    const entries: FileEntry[] = [];
    for (let at = 0; at < numbers.length; at += 500) {
      for (const { ids, facts, n } of await opened().rows(numbers.slice(at, at + 500))) {
        const own = Array.from({ length: each }, (_, i) => n * each + i).filter((tag) => tag < count + each);
        entries.push({ facts: { ids, title: facts.title }, tags: own.map((tag) => `keyword ${tag % 97}-${tag}`) });
      }
    }
    await opened().applyImport(await opened().importPlan(entries, { site: 'import:ris' }));
  },

  /** Takes everything into the index and stores it. Returns how long, in milliseconds. */
  async settle(): Promise<number> {
    const db = (await openDB<DBSchema>('offprint', schemaVersion)) as unknown as Database;
    const took = await time(() => search.settle(db));
    db.close();
    return took;
  },

  /** Rows that need a fresh browser come first; each is measured again where it can be. */
  async measure(more: Facts[]): Promise<Samples> {
    const samples: Samples = {};
    const note = async (row: string, work: () => Promise<unknown>) => {
      const took = await time(work);
      samples[row] = [...(samples[row] ?? []), took];
    };
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    // What this machine does today: other rows are to be read beside it.
    for (let i = 0; i < 5; i++) {
      const numbers = Float64Array.from({ length: 200_000 }, (_, n) => (n * 7919) % 200_003);
      await note('the machine: sort 200,000 numbers', async () => numbers.sort((a, b) => a - b));
    }
    tasks.length = 0;
    await note('open the library', async () => {
      await opened().size();
    });
    const shelf = opened();
    for (let i = 0; i < 8; i++) await note('first 50 rows', () => shelf.newest(50));
    await note('load the index', () => shelf.find('zzzz'));
    for (const query of ['transformer', 'sparse attention', 'video diffusion model', 'a']) {
      for (let end = 1; end <= query.length; end++)
        await note('type a word: results', () => shelf.find(query.slice(0, end)));
    }
    for (const query of ['model learning', 'agent tag:rl status:unread', 'year:2024 has:code robot']) {
      for (let i = 0; i < 4; i++) {
        await note('words by relevance', () => shelf.find(query, { sort: { by: 'relevance', descending: true } }));
      }
    }
    const { numbers } = await shelf.find('');
    for (let i = 0; i < 5; i++) await note('counts of all papers', () => shelf.facets(numbers));
    const [row] = await shelf.newest(1);
    const which = [row?.n ?? 0];
    for (let i = 0; i < 12; i++) {
      const change = i % 2 === 0 ? { add: ['bench'] } : { remove: ['bench'] };
      await note('change one tag until durable', () => shelf.tag(which, change, 'own'));
      await note('results after a change', () => shelf.find('tag:bench'));
    }
    samples['longest task while typing, tagging'] = [Math.max(0, ...tasks)];
    tasks.length = 0;
    await note('save 100 until durable', () => shelf.save(more, context));
    await shelf.undo();
    await note('first words in a row', () => shelf.find('"language models"'));
    for (const query of ['"large language model"', '"we propose"', 'state-of-the-art', '"vision-language"']) {
      await note('words in a row', () => shelf.find(query));
    }
    await note('first sort by title', () => shelf.find('sort:title'));
    for (const query of ['sort:author', 'model sort:title-desc', 'sort:published', 'sort:upvotes']) {
      await note('sort by another key', () => shelf.find(query));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    samples['longest task, all else'] = [Math.max(0, ...tasks)];
    if ((await shelf.size()) >= filed) {
      tasks.length = 0;
      await note('export 10,000 as BibTeX', () => exportBibtex(shelf));
      samples['longest task while exporting'] = [Math.max(0, ...tasks)];
      const backup = await strangersBackup(shelf);
      let plan: ImportPlan | undefined;
      await note('import a backup of 10,000: read and compare', async () => {
        plan = await planBackup(shelf, backup);
      });
      await note('import a backup of 10,000: until durable', async () => plan && shelf.applyImport(plan));
      await shelf.undo();
    }
    await bench.settle(); // or the next browser would begin by taking in all that was changed and taken back
    return samples;
  },
};

export type Bench = typeof bench;
Object.assign(globalThis, { bench });
