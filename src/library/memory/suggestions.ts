/** Suggests tags for a paper: those that fit it surely enough, each with its reason. Pure. */
import type { Suggestion } from '../../paper/marks';
import { foldTag, isBelow } from '../../paper/tag-name';
import type { Profile } from './profile';
import { reasonFor } from './reasons';
import type { Reading, TagScore, TagScorer } from './tag-scores';

/** From this likelihood on a tag is suggested unasked: about nine of ten are right. */
export const minLikelihood = 0.75;
/** The same for a paper whose abstract is not known. */
export const minLikelihoodByTitle = 0.85;
export const maxSuggestions = 3;

export interface ToSuggest {
  profile: Profile;
  scorer: TagScorer;
  /** Names of tags by id. */
  names: ReadonlyMap<string, string>;
}

/** The likeliest first. Of a tag and one below it, only the likelier. */
export function likeliestOf(scores: readonly TagScore[], nameOf: (tag: number) => string): TagScore[] {
  const sorted = scores.toSorted((a, b) => b.likelihood - a.likelihood || a.tag - b.tag);
  const kept: { score: TagScore; name: string }[] = [];
  for (const score of sorted) {
    const name = foldTag(nameOf(score.tag));
    if (!kept.some((other) => isBelow(name, other.name) || isBelow(other.name, name))) kept.push({ score, name });
  }
  return kept.map(({ score }) => score);
}

/** At most three tags, the likeliest first. `without` are folded names of tags that the paper has or is not to get. */
export function suggestFor(
  reading: Reading,
  { profile, scorer, names }: ToSuggest,
  without: ReadonlySet<string> = new Set(),
): Suggestion[] {
  const least = reading.paper.abstract ? minLikelihood : minLikelihoodByTitle;
  const nameOf = (tag: number) => names.get(profile.tags[tag] ?? '') ?? '';
  const likely = scorer.score(reading).filter(({ likelihood }) => likelihood >= least);
  const free = likeliestOf(likely, nameOf).filter(({ tag }) => {
    const name = foldTag(nameOf(tag));
    return ![...without].some((other) => other === name || isBelow(other, name));
  });
  const found = free.flatMap((score) => {
    const reason = reasonFor(reading, score, nameOf(score.tag), profile);
    return reason ? [{ tag: nameOf(score.tag), ...reason }] : [];
  });
  return found.slice(0, maxSuggestions);
}
