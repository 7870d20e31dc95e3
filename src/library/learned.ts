/** What the library's memory answers: suggested tags, an order of cards, related papers. Nothing is changed by it. */

import { pauseBetweenSlices } from '../async/slices';
import type { Suggestion } from '../paper/marks';
import type { Facts } from '../paper/paper';
import { foldTag } from '../paper/tag-name';
import type { Connection } from './db/connection';
import type { ReadTx } from './db/schema';
import { Whole } from './memory/bag';
import { type CardRank, type Kept, rankCards } from './memory/card-ranks';
import type { Memory } from './memory/memory';
import { nearest, sharedWeights } from './memory/nearest';
import { sharedWords } from './memory/reasons';
import { maxSuggestions, suggestFor } from './memory/suggestions';
import { type Reading, readPaper, tagScorer } from './memory/tag-scores';
import { papers, rows } from './reads';
import { tagsByRules } from './rules';
import type { RankedCard, Related } from './types';

/** With fewer papers in the bags of tags, cards are compared with single papers. */
const minTagged = 5;
/** Single papers that a card is compared with. */
const maxNearest = 10;

const ruleSuggestion = (tag: string): Suggestion => ({ tag, why: 'rule', of: [], papers: 0, total: 0 });

/** For each paper, the folded names of the tags that it has or that do not fit it. */
async function tagsHad(
  tx: ReadTx,
  papers: readonly Facts[],
  names: ReadonlyMap<string, string>,
): Promise<Set<string>[]> {
  const index = tx.objectStore('papers').index('ids');
  return Promise.all(
    papers.map(async ({ ids }) => {
      const rows = await Promise.all(ids.map((id) => index.get(id)));
      return new Set(
        rows
          .flatMap((row) => [...(row?.tags ?? []), ...(row?.unfitTags ?? [])])
          .map((id) => foldTag(names.get(id) ?? '')),
      );
    }),
  );
}

/** At most three tags for each paper, best first: those of rules, then those of papers like it. Not those that it has or that do not fit. */
export async function suggest(
  connection: Connection,
  memory: Memory,
  papers: readonly Facts[],
): Promise<Suggestion[][]> {
  const { state, names } = await connection.across((db) => memory.current(db));
  const scorer = tagScorer(state.profile, state.library, names);
  const { rules, had } = await connection.read(['rules', 'papers'], async (tx) => ({
    rules: await tx.objectStore('rules').getAll(),
    had: await tagsHad(tx, papers, names),
  }));
  const pause = pauseBetweenSlices();
  const found: Suggestion[][] = [];
  for (const [i, paper] of papers.entries()) {
    const without = had[i] ?? new Set();
    const byRule = tagsByRules(rules, paper).filter((tag) => !without.has(foldTag(tag)));
    const taken = new Set([...without, ...byRule.map(foldTag)]);
    const learnt = suggestFor(readPaper(paper), { profile: state.profile, scorer, names }, taken);
    found.push([...byRule.map(ruleSuggestion), ...learnt].slice(0, maxSuggestions));
    await pause();
  }
  return found;
}

/** Ranks cards: one answer each, in the order given. */
export async function rank(connection: Connection, memory: Memory, cards: readonly Facts[]): Promise<RankedCard[]> {
  const { state, names } = await connection.across((db) => memory.current(db));
  const { profile, library } = state;
  const pause = pauseBetweenSlices();
  const readings: Reading[] = [];
  for (const card of cards) {
    readings.push(readPaper(card));
    await pause();
  }
  const tagged = profile.tags.reduce((sum, id, tag) => sum + (id === '' ? 0 : profile.papers(tag)), 0);
  const kept: Kept = { profile, library, passed: new Whole(), names };
  if (tagged < minTagged && library.papers > 0) {
    const signatures = await connection.across((db) => memory.signatures(db));
    kept.nearest = ({ signature }) =>
      nearest(signature, signatures, maxNearest).reduce((sum, { cosine }) => sum + cosine, 0) / maxNearest;
  }
  const ranks = rankCards(cards, readings, kept);
  const scorer = tagScorer(profile, library, names);
  const places = ranks.map((_, i) => i).sort((a, b) => scoreAt(ranks, b) - scoreAt(ranks, a) || a - b);
  const placeOf = new Map(places.map((card, place) => [card, place + 1]));
  const found: RankedCard[] = [];
  for (const [i, rank] of ranks.entries()) {
    const tags = suggestFor(readings[i] as Reading, { profile, scorer, names });
    found.push({ ...rank, place: placeOf.get(i) ?? 0, tags });
    await pause();
  }
  return found;
}

const scoreAt = (ranks: readonly CardRank[], i: number): number => ranks[i]?.score ?? 0;

/** Papers related to one, at most. */
const maxRelated = 5;

/** The papers nearest to a paper, each with the words that both are about. */
export async function related(connection: Connection, memory: Memory, n: number): Promise<Related[]> {
  const [paper] = await papers(connection, [n]);
  if (!paper) return [];
  const chunks = await connection.across((db) => memory.signatures(db));
  const { terms, signature } = readPaper(paper.facts);
  const near = nearest(signature, chunks, maxRelated + 1).filter((each) => each.n !== n);
  const found = await rows(
    connection,
    near.slice(0, maxRelated).map((each) => each.n),
  );
  return found.map((row) => ({ row, words: sharedWords(paper.facts, terms, sharedWeights(signature, chunks, row.n)) }));
}
