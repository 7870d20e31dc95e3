/** Replays readers through the product's own code: what it would have suggested, and how it would have ranked. */
import { Bag, Whole } from '../../../src/library/memory/bag';
import { type CardFeatures, cardFeatures, cardSum } from '../../../src/library/memory/card-ranks';
import { Profile } from '../../../src/library/memory/profile';
import { likeliestOf } from '../../../src/library/memory/suggestions';
import {
  type Reading,
  readPaper,
  type TagFeatures,
  type TagScorer,
  tagScorer,
} from '../../../src/library/memory/tag-scores';
import type { RealPaper } from './papers';
import type { KeptPaper, Reader } from './readers';

/** Papers asked about after the state is frozen, and pages ranked. */
const askedPapers = 30;
const rankedPages = 2;

/** What was learnt from the papers kept so far. Tags are their own ids. */
export class Learnt {
  readonly library = new Whole();
  readonly passed = new Whole();
  readonly names = new Map<string, string>();
  readonly kept: KeptPaper[] = [];
  private bags = new Map<string, Bag>();

  keep(kept: KeptPaper): void {
    this.kept.push(kept);
    this.library.add(kept.paper.signature, 1);
    for (const tag of kept.given) {
      const bag = this.bags.get(tag) ?? new Bag();
      bag.add(kept.paper.signature, 1);
      this.bags.set(tag, bag);
      this.names.set(tag, tag);
    }
  }

  profile(): Profile {
    const profile = new Profile();
    profile.update(this.bags);
    return profile;
  }

  papersOf(tag: string): number {
    return this.bags.get(tag)?.papers ?? 0;
  }
}

export interface Asked {
  reader: Reader;
  learnt: Learnt;
  profile: Profile;
  scorer: TagScorer;
  kept: KeptPaper;
  /** Tags given or meant that the library has. */
  truth: Set<string>;
}

export interface Page {
  learnt: Learnt;
  features: CardFeatures[];
  bare: CardFeatures[];
  kept: boolean[];
  chances: number[];
  upvotes: number[];
  centre: number[];
}

export interface Visitor {
  ask?(asked: Asked): void;
  page?(page: Page): void;
}

/** Calls back for every paper and page after `after` papers were kept (`ask`: tagged). */
export function replay(reader: Reader, after: number, visitor: Visitor, readings: (paper: RealPaper) => Reading): void {
  const learnt = new Learnt();
  let tagged = 0;
  let at = 0;
  for (; at < reader.pages.length && (visitor.ask ? tagged : learnt.kept.length) < after; at++) {
    const page = reader.pages[at];
    for (const paper of page?.papers ?? []) {
      const kept = page?.kept.get(paper);
      if (!kept) learnt.passed.add(paper.signature, 1);
      else if (!visitor.ask || tagged < after) {
        learnt.keep(kept);
        tagged += Number(kept.given.length > 0);
      }
    }
  }
  if ((visitor.ask ? tagged : learnt.kept.length) < after) return;
  const profile = learnt.profile();
  const scorer = tagScorer(profile, learnt.library, learnt.names);
  const rest = reader.pages.slice(at);
  if (visitor.ask) {
    const next = rest.flatMap((page) => [...page.kept.values()]).slice(0, askedPapers);
    for (const kept of next) {
      const truth = new Set([...kept.given, ...kept.meant].filter((tag) => learnt.names.has(tag)));
      visitor.ask({ reader, learnt, profile, scorer, kept, truth });
    }
  }
  if (!visitor.page) return;
  for (const page of rest.filter(({ kept }) => kept.size > 0).slice(0, rankedPages)) {
    const read = page.papers.map(readings);
    const votes = page.papers.map(({ facts }) => facts.metrics?.upvotes);
    const all = { profile, library: learnt.library, passed: learnt.passed, names: learnt.names };
    visitor.page({
      learnt,
      features: cardFeatures(read, votes, all, scorer),
      bare: cardFeatures(read, votes, { ...all, passed: new Whole() }, scorer),
      kept: page.papers.map((paper) => page.kept.has(paper)),
      chances: page.chances,
      upvotes: votes.map((each) => each ?? 0),
      centre: read.map(({ signature }) => learnt.library.cosine(signature)),
    });
  }
}

/** Readings, kept: a paper is asked about by many readers. */
export function readingsOf(): (paper: RealPaper) => Reading {
  const known = new Map<RealPaper, Reading>();
  return (paper) => {
    const found = known.get(paper) ?? readPaper(paper.facts);
    if (known.size > 6000) known.clear();
    known.set(paper, found);
    return found;
  };
}

export const tagOrder = (scores: ReturnType<TagScorer['score']>, profile: Profile) =>
  likeliestOf(scores, (tag) => profile.tags[tag] ?? '');
export { cardSum, type TagFeatures };
