/** Says why a tag fits a paper: what the paper shares with the tag's papers more than with those of other tags. Pure. */
import type { Because } from '../../paper/marks';
import { stretches } from '../../query/fold';
import type { Profile } from './profile';
import { type Described, type FactKind, factKey, type PaperTerms, type Term, unit } from './signature';
import { nameTerms, type Reading, type TagScore } from './tag-scores';

/** Words or pairs of words in a reason. */
const maxWords = 3;
/** Longest word in a reason, UTF-16 units. */
const maxLength = 60;
/** PaperTerms that the words are chosen from. */
const maxCandidates = 12;
/** What says less than this share of the first is left out. */
const minShare = 0.25;
/** An author is the reason where at least this share of the tag's papers, and so many, are theirs. */
const minAuthorShare = 0.5;
const minAuthorPapers = 3;

/** A term and how much it says. */
export interface Weighed {
  term: Term;
  says: number;
  /** Papers of the tag that have it. */
  papers: number;
}

/** The reason for a tag that was scored. Undefined if the paper shares nothing with it that can be named. */
export function reasonFor(
  { paper, terms, signature }: Reading,
  { tag, parts }: TagScore,
  name: string,
  profile: Profile,
): Because | undefined {
  const total = profile.papers(tag);
  const author = sharedFact('author', paper.authors, profile, tag);
  if (author && author.papers >= Math.max(minAuthorPapers, minAuthorShare * total)) return author;
  const weights = new Map(Array.from(signature.terms, (key, i) => [key, (signature.values[i] as number) / unit]));
  const others = Math.max(1, profile.tags.length - 1);
  const shared = [...weights].flatMap(([key, weight]): Weighed[] => {
    const entries = profile.tagsOf(key);
    const own = entries.find((entry) => entry.tag === tag);
    const term = terms.get(key);
    if (!own || !term) return [];
    const rest = entries.reduce((sum, { value }) => sum + value, 0) - own.value;
    return [{ term, says: weight * (own.value - rest / others), papers: own.count }];
  });
  // Tags that are always given together share all they have: then what the paper shares with this one says enough.
  const words = chosen(shared.some(({ says }) => says > 0) ? shared : shared.map((each) => ({ ...each, says: 1 })));
  const byWords: Because | undefined = words[0] && {
    ...{ why: 'words', of: spelledAll(paper, words, shared), papers: words[0].papers, total },
  };
  const strongest = Math.max(parts.name, parts.categories, parts.keywords);
  if (byWords && parts.words >= strongest) return byWords;
  const inName = () => {
    const of = nameTerms(name).flatMap(({ key }) => terms.get(key)?.as ?? []);
    return of.length > 0
      ? ({
          why: 'name',
          of: of.slice(0, maxWords).map((as) => spelled(paper, as, new Set(of))),
          papers: 0,
          total: 0,
        } as const)
      : undefined;
  };
  if (strongest <= 0) return byWords;
  if (parts.name === strongest) return inName() ?? byWords;
  if (parts.keywords === strongest) return sharedFact('keyword', paper.keywords, profile, tag) ?? byWords;
  return byWords ?? sharedFact('category', paper.categories, profile, tag);
}

/** The fact of a kind that most papers of a tag share with this one. */
function sharedFact(kind: FactKind, names: readonly string[] = [], profile: Profile, tag: number): Because | undefined {
  const found = names.map((name) => {
    const papers = profile.tagsWith(factKey(kind, name)).find((entry) => entry.tag === tag)?.count ?? 0;
    return { name, papers };
  });
  const [best] = found.sort((a, b) => b.papers - a.papers);
  if (!best || best.papers === 0) return undefined;
  return { why: kind, of: [best.name], papers: best.papers, total: profile.papers(tag) };
}

/** The terms that say most and share no word; a pair takes the place of its words. */
export function chosen(shared: readonly Weighed[]): Weighed[] {
  const best = shared
    .filter(({ says }) => says > 0)
    .sort((a, b) => b.says - a.says || a.term.key - b.term.key)
    .slice(0, maxCandidates);
  const least = (best[0]?.says ?? 0) * minShare;
  const found: Weighed[] = [];
  const used = new Set<number>();
  for (const each of best) {
    if (each.says < least || found.length === maxWords) break;
    if (used.has(each.term.key)) continue;
    const pair = each.term.words
      ? each
      : best.find(({ term, says }) => says >= least && term.words?.includes(each.term.key));
    const taken = pair?.term.words?.some((key) => used.has(key)) ? each : (pair ?? each);
    if (taken.term.words?.some((key) => used.has(key))) continue;
    found.push(taken);
    for (const key of [taken.term.key, ...(taken.term.words ?? [])]) used.add(key);
  }
  return found;
}

/**
 * A folded term as the paper spells it. A pair of characters is part of a longer word where its neighbours are shared, too:
 * `shared` are the folded terms that are.
 */
function spelled({ title, abstract = '' }: Described, as: string, shared: ReadonlySet<string>): string {
  for (const text of [title, abstract]) {
    const [place] = stretches(text, [as]);
    if (!place) continue;
    let { from, to } = place;
    const isShared = (at: number) => shared.has(`${text[at]} ${text[at + 1]}`);
    if (isShared(from) && to - from === 2) {
      while (from > 0 && isShared(from - 1)) from--;
      while (isShared(to - 1)) to++;
    }
    return text.slice(from, Math.min(to, from + maxLength)).replace(/\s+/g, ' ');
  }
  return as;
}

/** PaperTerms as the paper spells them, each once. */
const spelledAll = (paper: Described, terms: readonly Weighed[], shared: readonly Weighed[]): string[] => {
  const all = new Set(shared.map(({ term }) => term.as));
  return [...new Set(terms.map(({ term }) => spelled(paper, term.as, all)))];
};

/** The terms that two papers share, as this one spells them, the heaviest first. */
export function sharedWords(paper: Described, terms: PaperTerms, weights: ReadonlyMap<number, number>): string[] {
  const shared = [...weights].flatMap(([key, says]): Weighed[] => {
    const term = terms.get(key);
    return term ? [{ term, says, papers: 0 }] : [];
  });
  return spelledAll(paper, chosen(shared), shared);
}
