/** How likely each tag is for a paper: five features of the paper against what each tag's papers have in common. Pure. */
import type { Whole } from './bag';
import type { Profile } from './profile';
import {
  type Described,
  factKey,
  type PaperTerms,
  readTerms,
  type Signature,
  signatureOf,
  type Term,
} from './signature';
import { tagWeights } from './weights';

/** A paper as scores read it. */
export interface Reading {
  paper: Described;
  terms: PaperTerms;
  signature: Signature;
}

export function readPaper(paper: Described): Reading {
  const terms = readTerms(paper);
  return { paper, terms, signature: signatureOf(paper, terms) };
}

/** What speaks for a tag, each the part of the sum whose logistic is the likelihood. */
export interface TagScore {
  /** Place in `Profile.tags`. */
  tag: number;
  /** 0 to 1, calibrated. */
  likelihood: number;
  parts: { words: number; name: number; categories: number; keywords: number };
}

/** What is the same for all papers of a call. */
export interface TagScorer {
  score(reading: Reading): TagScore[];
  /** Raw features, to fit weights. */
  features(reading: Reading): TagFeatures[];
  /** Cosine to the nearest tag, and the best match of a tag's name. */
  best(reading: Reading): { cosine: number; name: number; tag: number };
}

export interface TagFeatures {
  tag: number;
  /** Cosine less the mean over all tags; less the best of another tag. */
  aboveMean: number;
  aboveBest: number;
  name: number;
  categories: number;
  keywords: number;
}

/** Share of a name's words that counts where a word stands in the abstract, not in the title. */
const abstractShare = 0.6;

/** `names` are the tags' names by id; a tag without a name is no more and is left out. */
export function tagScorer(profile: Profile, whole: Whole, names: ReadonlyMap<string, string>): TagScorer {
  const { tags } = profile;
  const known = tags.flatMap((id, tag) => (id !== '' && names.has(id) ? [tag] : []));
  const named = nameIndex(known.map((tag) => [tag, names.get(tags[tag] as string) as string] as const));
  const byCategory = new Map<string, Float64Array>();

  /** For each tag, how much more of its papers have a category than of all papers, as a logarithm. */
  function categoryParts(name: string): Float64Array {
    const made = byCategory.get(name);
    if (made) return made;
    const key = factKey('category', name);
    const share = (whole.withCategory(key) + 0.5) / (whole.papers + 1);
    const counts = new Float64Array(tags.length);
    for (const { tag, count } of profile.tagsWith(key)) counts[tag] = count;
    const parts = counts.map((count, tag) => Math.log((count + 2 * share) / (profile.papers(tag) + 2) / share));
    byCategory.set(name, parts);
    return parts;
  }

  function namesOf({ terms }: Reading): Float64Array {
    const found = new Float64Array(tags.length);
    for (const [key, shares] of named) {
      const term = terms.get(key);
      if (!term) continue;
      const weight = term.inTitle > 0 ? 1 : abstractShare;
      for (const { tag, share } of shares) found[tag] = (found[tag] as number) + share * weight;
    }
    return found;
  }

  function features(reading: Reading): TagFeatures[] {
    const cosines = profile.cosines(reading.signature);
    const { mean, best, second } = summary(cosines, known);
    const found = namesOf(reading);
    const categories = (reading.paper.categories ?? []).map(categoryParts);
    const keywords = new Float64Array(tags.length);
    for (const name of reading.paper.keywords ?? []) {
      for (const { tag, count } of profile.tagsWith(factKey('keyword', name))) {
        keywords[tag] = (keywords[tag] as number) + count / profile.papers(tag);
      }
    }
    return known.map((tag) => ({
      tag,
      aboveMean: (cosines[tag] as number) - mean,
      aboveBest: (cosines[tag] as number) - (tag === best ? second : (cosines[best] ?? 0)),
      name: found[tag] as number,
      categories: categories.reduce((sum, parts) => sum + (parts[tag] as number), 0),
      keywords: keywords[tag] as number,
    }));
  }

  return {
    features,
    score: (reading) => features(reading).map(likelihood),
    best(reading) {
      const cosines = profile.cosines(reading.signature);
      const { best } = summary(cosines, known);
      const name = namesOf(reading).reduce((most, each) => Math.max(most, each), 0);
      return { cosine: cosines[best] ?? 0, name, tag: best };
    },
  };
}

/** Mean cosine, place of the best and the second best cosine; `best` is −1 without tags. */
function summary(cosines: Float64Array, known: readonly number[]): { mean: number; best: number; second: number } {
  let [sum, best, second] = [0, -1, 0];
  for (const tag of known) {
    const cosine = cosines[tag] as number;
    sum += cosine;
    if (best < 0 || cosine > (cosines[best] as number)) {
      if (best >= 0) second = Math.max(second, cosines[best] as number);
      best = tag;
    } else second = Math.max(second, cosine);
  }
  return { mean: known.length > 0 ? sum / known.length : 0, best, second };
}

function likelihood(of: TagFeatures): TagScore {
  const parts = {
    words: tagWeights.aboveMean * of.aboveMean + tagWeights.aboveBest * of.aboveBest,
    name: tagWeights.name * of.name,
    categories: tagWeights.categories * of.categories,
    keywords: tagWeights.keywords * of.keywords,
  };
  const sum = parts.words + parts.name + parts.categories + parts.keywords + tagWeights.bias;
  return { tag: of.tag, parts, likelihood: 1 / (1 + Math.exp(-sum)) };
}

/** The words of a tag's name; pairs where it is written in characters. */
export function nameTerms(name: string): Term[] {
  const all = [...readTerms({ title: name.replaceAll('/', '. ') }).values()];
  const single = all.filter(({ words }) => !words);
  return single.length > 0 ? single : all;
}

/** For each word of a tag's name its share of the name, by rarity. */
function nameIndex(names: readonly (readonly [number, string])[]): Map<number, { tag: number; share: number }[]> {
  const index = new Map<number, { tag: number; share: number }[]>();
  for (const [tag, name] of names) {
    const used = nameTerms(name);
    const total = used.reduce((sum, { rarity }) => sum + rarity, 0);
    for (const { key, rarity } of used) index.set(key, [...(index.get(key) ?? []), { tag, share: rarity / total }]);
  }
  return index;
}
