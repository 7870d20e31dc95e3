/**
 * Suggests tags for papers that are not saved yet, each with its reason. First come the tags that the auto-tag rules
 * would add. Then come the tags of papers in the library that share an author (3 points per paper), the owner of a
 * repository (2) or a rare word of the title (1); a tag needs 3 points. Nothing is stored.
 */
import type { Suggestion } from '../paper/marks';
import type { Facts } from '../paper/paper';
import { fold, foldName } from '../query/fold';
import type { Library } from './library';
import { tagsByRules } from './rules';
import type { Row } from './types';

/** Limits per paper: authors and title words asked about, and suggestions given. */
const maxAuthors = 4;
const maxWords = 4;
const maxSuggestions = 3;
/** An author or a word that finds more papers than this says too little. */
const maxFound = 40;
/** Shorter words of a title are not asked about, UTF-16 units. */
const minWordLength = 5;
/** Points for each paper that shares this with the new one. */
const points = { author: 3, owner: 2, word: 1 } as const;
const minScore = 3;

type Why = Exclude<Suggestion['why'], 'rule'>;
interface Tally {
  score: number;
  /** Numbers of the papers that support the tag, by reason and by what they share. */
  by: Map<string, { why: Why; of: string; papers: Set<number> }>;
}

/** Suggestions for each of these papers, best first. */
export async function suggest(library: Library, papers: readonly Facts[]): Promise<Suggestion[][]> {
  const [rules, tags] = await Promise.all([library.rules(), library.tags()]);
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  const found = new Map<string, Promise<Row[]>>();
  const rowsOf = (query: string, rarest: number): Promise<Row[]> => {
    const known = found.get(query) ?? read(library, query, rarest);
    found.set(query, known);
    return known;
  };
  const all: Suggestion[][] = [];
  for (const facts of papers) {
    const byRule = tagsByRules(rules, facts).map((tag): Suggestion => ({ tag, why: 'rule', of: '', papers: 0 }));
    const tallies = new Map<string, Tally>();
    for (const author of (facts.authors ?? []).slice(0, maxAuthors)) {
      const rows = await rowsOf(`author:"${author.replace(/["“”„«»「」]/g, ' ')}"`, maxFound);
      count(tallies, rows, 'author', author);
      for (const owner of ownersOf(facts))
        count(
          tallies,
          rows.filter((row) => ownersOf(row.facts).includes(owner)),
          'owner',
          owner,
        );
    }
    for (const word of wordsOf(facts.title)) count(tallies, await rowsOf(`title:${word}`, maxFound), 'word', word);
    const learnt = [...tallies].flatMap(([id, tally]) => suggestion(names.get(id), tally) ?? []);
    learnt.sort((a, b) => b.score - a.score);
    const taken = new Set(byRule.map(({ tag }) => foldName(tag)));
    const rest = learnt.filter(({ tag }) => !taken.has(foldName(tag))).map(({ score: _, ...each }) => each);
    all.push([...byRule, ...rest].slice(0, maxSuggestions));
  }
  return all;
}

/** Papers that a query finds; none if there are too many to mean anything. */
async function read(library: Library, query: string, rarest: number): Promise<Row[]> {
  const { numbers } = await library.find(query);
  return numbers.length > rarest ? [] : library.rows(numbers);
}

function count(tallies: Map<string, Tally>, rows: readonly Row[], why: Why, of: string): void {
  for (const { n, tags } of rows) {
    for (const id of tags) {
      const tally = tallies.get(id) ?? { score: 0, by: new Map() };
      tallies.set(id, tally);
      const reason = tally.by.get(`${why} ${of}`) ?? { why, of, papers: new Set<number>() };
      tally.by.set(`${why} ${of}`, reason);
      if (!reason.papers.has(n)) tally.score += points[why];
      reason.papers.add(n);
    }
  }
}

/** A suggestion with its strongest reason; undefined below the minimum score. */
function suggestion(tag: string | undefined, { score, by }: Tally): (Suggestion & { score: number }) | undefined {
  const weight = (reason: { why: Why; papers: Set<number> }) => points[reason.why] * reason.papers.size;
  const [best] = [...by.values()].sort((a, b) => weight(b) - weight(a));
  if (tag === undefined || score < minScore || !best) return undefined;
  return { tag, why: best.why, of: best.of, papers: best.papers.size, score };
}

/** Owners of repositories: `lab` of `https://github.com/lab/engine`. */
const ownersOf = ({ links }: Pick<Facts, 'links'>): string[] =>
  (links?.code ?? []).flatMap((url) => (URL.canParse(url) ? (new URL(url).pathname.split('/')[1] ?? []) : []));

/** The longest words of a title. */
function wordsOf(title: string): string[] {
  const words = new Set(fold(title).trim().split(' '));
  return [...words]
    .filter((word) => word.length >= minWordLength)
    .sort((a, b) => b.length - a.length)
    .slice(0, maxWords);
}
