/** The memory as it is held while it is used: what scoring needs, and the parts that changed since it was stored. */
import { type Bag, type StoredWhole, Whole } from './bag';
import { type Chunk, type Contribution, chunkOf, isSame } from './contributions';
import { Profile, type StoredProfile } from './profile';

/** What the stored memory stands for. */
export interface Head {
  form: number;
  generation: number;
  upTo: number;
  builtTo?: number;
}

/** What is read at the start. */
export interface StoredMemory {
  head: Head;
  /** Nothing that is stored is used. */
  isNew?: true;
  profile?: StoredProfile | undefined;
  library?: StoredWhole | undefined;
}

export class MemoryState {
  generation: number;
  /** The last entry of the log that it includes. */
  seen: number;
  /** While it is built: the highest number of the papers read so far. */
  builtTo: number | undefined;
  /** Nothing of what is stored belongs to it. */
  isNew: boolean;
  readonly profile: Profile;
  readonly library: Whole;
  /** Bags and papers that were loaded to be changed. Stored, and let go, together. */
  readonly bags = new Map<string, Bag>();
  readonly chunks = new Map<number, Chunk>();
  /** Ids of tags whose bag changed since the profile was updated. */
  private outdated = new Set<string>();
  /** Papers changed since it was stored. */
  unstored = 0;

  constructor({ head, isNew, profile, library }: StoredMemory) {
    this.isNew = isNew === true;
    this.generation = head.generation;
    this.seen = head.upTo;
    this.builtTo = head.builtTo;
    this.profile = new Profile(profile);
    this.library = new Whole(library);
  }

  /** What a paper adds now. Its chunk must be loaded. */
  contribution(n: number): Contribution | undefined {
    return this.chunks.get(chunkOf(n))?.get(n);
  }

  /** Replaces what a paper adds; undefined: nothing. Its chunk, and the bags of its tags before and after, must be loaded. */
  replace(n: number, now: Contribution | undefined): void {
    const before = this.contribution(n);
    if (isSame(before, now)) return;
    if (before) this.add(before, -1);
    if (now) this.add(now, 1);
    const chunk = this.chunks.get(chunkOf(n)) as Chunk;
    if (now) chunk.set(n, now);
    else chunk.delete(n);
    this.unstored++;
  }

  private add({ signature, tags }: Contribution, way: 1 | -1): void {
    this.library.add(signature, way);
    for (const id of new Set(tags)) {
      const bag = this.bags.get(id);
      if (!bag) throw new Error('The bag of a tag was not loaded.');
      bag.add(signature, way);
      this.outdated.add(id);
    }
  }

  /** Brings the profile up to date with the bags. */
  update(): void {
    this.profile.update(new Map([...this.outdated].map((id) => [id, this.bags.get(id) as Bag])));
    this.outdated.clear();
  }

  head(): Omit<Head, 'form' | 'generation'> {
    return { upTo: this.seen, ...(this.builtTo !== undefined && { builtTo: this.builtTo }) };
  }
}
