/** Ranks papers that are not saved by what the reader keeps. Pure. */
import type { Because } from '../../paper/marks';
import type { Facts } from '../../paper/paper';
import type { Whole } from './bag';
import type { Profile } from './profile';
import { reasonFor } from './reasons';
import { factKey } from './signature';
import { type Reading, type TagScorer, tagScorer } from './tag-scores';
import { cardWeights } from './weights';

/** What is compared of a card with the other cards of its page. */
export interface CardFeatures {
  /** Cosine to the nearest tag, to the whole library, to what was passed over: each less the mean of the page. */
  tag: number;
  library: number;
  passed: number;
  /** How much likelier its categories are in the library than among what was passed over, as a logarithm. */
  categories: number;
  /** Share of the page with fewer upvotes. */
  upvotes: number;
  /** Best match of a tag's name. */
  name: number;
}

/** A card and where it stands. */
export interface CardRank {
  /** Orders the cards of one call; its size means nothing by itself. */
  score: number;
  /** Whether it is more likely kept than not. */
  isLikely: boolean;
  because?: Because & { tag?: string };
}

/** What the reader keeps, and passes over. */
export interface Kept {
  profile: Profile;
  library: Whole;
  /** Papers that were seen and not saved; without papers where that is not remembered. */
  passed: Whole;
  names: ReadonlyMap<string, string>;
  /** Mean of the highest cosines to saved papers, for libraries with hardly any tags. Absent: tags are used. */
  nearest?: (reading: Reading) => number;
}

/** The features of each card, in the order given. */
export function cardFeatures(
  readings: readonly Reading[],
  upvotes: readonly (number | undefined)[],
  kept: Kept,
  scorer: TagScorer = tagScorer(kept.profile, kept.library, kept.names),
): CardFeatures[] {
  const best = readings.map((reading) => scorer.best(reading));
  const tag = centred(readings.map((reading, i) => kept.nearest?.(reading) ?? best[i]?.cosine ?? 0));
  const library = centred(readings.map(({ signature }) => kept.library.cosine(signature)));
  const passed = centred(readings.map(({ signature }) => kept.passed.cosine(signature)));
  const counted = upvotes.filter((votes) => votes !== undefined);
  return readings.map(({ paper }, i) => {
    const votes = upvotes[i];
    return {
      tag: tag[i] as number,
      library: library[i] as number,
      passed: passed[i] as number,
      categories: (paper.categories ?? []).reduce((sum, name) => sum + categoryRatio(name, kept), 0),
      upvotes: votes === undefined ? 0 : counted.filter((other) => other < votes).length / readings.length,
      name: best[i]?.name ?? 0,
    };
  });
}

function categoryRatio(name: string, { library, passed }: Kept): number {
  if (passed.papers === 0) return 0;
  const key = factKey('category', name);
  const [kept, left] = [library.withCategory(key), passed.withCategory(key)];
  const share = (kept + left + 0.5) / (library.papers + passed.papers + 1);
  return Math.log((kept + 2 * share) / (library.papers + 2) / ((left + 2 * share) / (passed.papers + 2)));
}

const centred = (values: readonly number[]): number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
};

export const cardSum = (of: CardFeatures): number =>
  (Object.keys(of) as (keyof CardFeatures)[]).reduce(
    (sum, name) => sum + cardWeights[name] * of[name],
    cardWeights.bias,
  );

/** Ranks the cards of a page, or of a day. One rank a card, in the order given. */
export function rankCards(cards: readonly Facts[], readings: readonly Reading[], kept: Kept): CardRank[] {
  const scorer = tagScorer(kept.profile, kept.library, kept.names);
  const features = cardFeatures(
    readings,
    cards.map(({ metrics }) => metrics?.upvotes),
    kept,
    scorer,
  );
  return features.map((of, i) => {
    const score = cardSum(of);
    const because = score > 0 ? reasonOf(readings[i] as Reading, kept, scorer) : undefined;
    return { score, isLikely: score > 0, ...(because && { because }) };
  });
}

/** The likeliest tag's reason. */
function reasonOf(reading: Reading, { profile, names }: Kept, scorer: TagScorer): CardRank['because'] {
  const scores = scorer.score(reading).sort((a, b) => b.likelihood - a.likelihood);
  const best = scores[0];
  const tag = best && names.get(profile.tags[best.tag] ?? '');
  const reason = best && tag !== undefined ? reasonFor(reading, best, tag, profile) : undefined;
  return reason && tag !== undefined ? { tag, ...reason } : undefined;
}
