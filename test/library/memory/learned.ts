/** What a memory holds, in a form that two memories of the same papers share whatever way they came to it. */
import type { Database } from '../../../src/library/db/schema';
import type { StoredBag } from '../../../src/library/memory/bag';
import { Memory } from '../../../src/library/memory/memory';
import type { StoredProfile } from '../../../src/library/memory/profile';

const within = (...part: string[]) => IDBKeyRange.bound(['memory', ...part], ['memory', ...part, []]);

/** Everything that scoring reads, by the ids of tags. */
function profileByTag({ tags, papers, terms, facts }: StoredProfile) {
  return Object.fromEntries(
    tags.flatMap((id, place) => {
      if (id === '') return [];
      const of = ({ keys, values, counts, tags: of }: StoredProfile['terms']) =>
        [...keys.keys()].filter((i) => of[i] === place).map((i) => [keys[i], values[i], counts[i]]);
      return [[id, { papers: papers[place], terms: of(terms), facts: of(facts) }]];
    }),
  );
}

/** All that is stored, after everything that changed was taken in and stored. */
export async function storedMemory(db: Database, memory: Memory) {
  await memory.settle(db);
  await memory.settle(db); // the first gives way if another page stored meanwhile
  const [profile, library] = (await Promise.all([
    db.get('index', ['memory', 'profile']),
    db.get('index', ['memory', 'library']),
  ])) as [StoredProfile | undefined, unknown];
  const bags = await Promise.all(
    (await db.getAllKeys('index', within('bag'))).map(async (key) => [key, (await db.get('index', key)) as StoredBag]),
  );
  const papers = await db.getAll('index', within('papers'));
  if (papers.length === 0) return { bags, papers }; // nothing may be stored, or zeros
  return { profile: profile && profileByTag(profile), library, bags, papers };
}

/** A memory that is built from the records alone; what was stored is deleted. */
export async function rebuilt(db: Database) {
  await db.delete('index', IDBKeyRange.bound(['memory'], ['memory', []]));
  return storedMemory(db, new Memory());
}
