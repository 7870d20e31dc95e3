/** Measures what the memory suggests to simulated readers, and how it ranks for them: the rows of `npm run bench -- --only memory`. */
import { maxSuggestions, minLikelihood, minLikelihoodByTitle } from '../../../src/library/memory/suggestions';
import { readPaper } from '../../../src/library/memory/tag-scores';
import { OlderRule } from './older-rule';
import { type RealPaper, realPapers } from './papers';
import { Commons, kinds, type Reader, reader } from './readers';
import { type Asked, cardSum, type Learnt, type Page, readingsOf, replay, tagOrder } from './replay';

const counts = [10, 25, 50, 200, 1000];
/** From so many tags on, a right one among three is no chance. */
const manyTags = 12;

/** Shares in per cent, by the name of the row and the number of papers before. */
export type MemoryRows = Map<string, Map<number, number>>;

class Shares {
  private sums = new Map<string, Map<number, [sum: number, of: number]>>();
  add(row: string, after: number, value: number, of = 1): void {
    const cells = this.sums.get(row) ?? new Map<number, [number, number]>();
    this.sums.set(row, cells);
    const [sum, all] = cells.get(after) ?? [0, 0];
    cells.set(after, [sum + value, all + of]);
  }
  rows(): MemoryRows {
    const share = ([sum, of]: [number, number]) => (100 * sum) / of;
    return new Map(
      [...this.sums].map(([row, cells]) => [row, new Map([...cells].map(([after, cell]) => [after, share(cell)]))]),
    );
  }
}

interface Variant {
  name: string;
  of(paper: RealPaper): Parameters<typeof readPaper>[0];
}
const variants: Variant[] = [
  { name: '', of: ({ facts }) => facts },
  {
    name: ', title and abstract only',
    of: ({ facts: { title, abstract } }) => ({ title, ...(abstract && { abstract }) }),
  },
  { name: ', title only', of: ({ facts: { title } }) => ({ title }) },
];

/** What one paper's suggestions were worth. */
function noteAsked(shares: Shares, after: number, asked: Asked): void {
  const { truth, profile, scorer, kept, learnt, reader: who } = asked;
  const tags = profile.tags.length;
  for (const { name, of } of variants) {
    const reading = readPaper(of(kept.paper));
    const order = tagOrder(scorer.score(reading), profile);
    const right = (at: number) => truth.has(profile.tags[order[at]?.tag ?? -1] ?? '');
    const least = reading.paper.abstract ? minLikelihood : minLikelihoodByTitle;
    const shown = order.filter(({ likelihood }) => likelihood >= least).slice(0, maxSuggestions);
    const shownRight = shown.filter(({ tag }) => truth.has(profile.tags[tag] ?? '')).length;
    shares.add(`shown is right${name}`, after, shownRight, shown.length);
    if (truth.size === 0) continue;
    const inThree = Number([0, 1, 2].some(right));
    shares.add(`a right tag in the top 3${name}`, after, inThree);
    shares.add(`the first is right${name}`, after, Number(right(0)));
    shares.add(`papers that got a right one${name}`, after, Number(shownRight > 0));
    if (name !== '') continue;
    for (const [group, isIn] of [
      [`, ${manyTags} tags or more`, tags >= manyTags],
      [`, ${who.kind} readers`, true],
      [', topics of categories', kept.topics.some((kind) => kind === 'category' || kind === 'crossing')],
      [', topics of phrases', kept.topics.includes('phrase')],
      [', topics of keywords', kept.topics.includes('keyword')],
    ] as const) {
      if (!isIn) continue;
      shares.add(`a right tag in the top 3${group}`, after, inThree);
      shares.add(`the first is right${group}`, after, Number(right(0)));
    }
    const often = [...learnt.names.keys()].sort((a, b) => learnt.papersOf(b) - learnt.papersOf(a)).slice(0, 3);
    shares.add('most frequent tags: a right one in three', after, Number(often.some((tag) => truth.has(tag))));
  }
}

const older = new WeakMap<Learnt, OlderRule>();
function noteOlder(shares: Shares, after: number, { learnt, kept, truth }: Asked): void {
  const rule = older.get(learnt) ?? new OlderRule(learnt.kept);
  older.set(learnt, rule);
  const tags = rule.suggest(kept.paper.facts);
  const right = tags.filter((tag) => truth.has(tag)).length;
  shares.add('the rule before: shown is right', after, right, tags.length);
  if (truth.size > 0) shares.add('the rule before: a right tag in the top 3', after, Number(right > 0));
}

/** Share of pairs of a kept and another card that stand in the right order. */
function areaUnder(scores: readonly number[], kept: readonly boolean[]): number {
  let [right, pairs] = [0, 0];
  for (const [i, isKept] of kept.entries()) {
    if (!isKept) continue;
    for (const [j, other] of kept.entries()) {
      if (other) continue;
      pairs++;
      const [a, b] = [scores[i] as number, scores[j] as number];
      right += a > b ? 1 : a === b ? 0.5 : 0;
    }
  }
  return pairs === 0 ? 0.5 : right / pairs;
}

function notePage(shares: Shares, after: number, { features, bare, kept, chances, upvotes, centre }: Page): void {
  for (const [name, scores] of [
    ['', features.map(cardSum)],
    [', passed papers not remembered', bare.map(cardSum)],
    [', by upvotes', upvotes],
    [', by the centre of the library', centre],
    [', by true chances', chances],
  ] as const) {
    shares.add(`area under the curve${name}`, after, areaUnder(scores, kept));
    const first = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, 10);
    shares.add(`kept among the first 10${name}`, after, first.filter((i) => kept[i]).length, 10);
  }
}

/** Replays so many readers, whose seeds no weights were fitted on. */
export function memoryReport(readers: number, say: (line: string) => void): MemoryRows {
  const commons = { arxiv: new Commons(realPapers('arxiv')), hf: new Commons(realPapers('hf')) };
  const shares = new Shares();
  for (let i = 0; i < readers; i++) {
    const kind = kinds[i % kinds.length] ?? 'hf';
    const source = kind === 'arxiv' || (kind !== 'hf' && i % 8 < 4) ? 'arxiv' : 'hf';
    const who: Reader = reader(1 + i, kind, source, commons[source]);
    const readings = readingsOf();
    for (const after of counts) {
      const ask = (asked: Asked) => {
        noteAsked(shares, after, asked);
        noteOlder(shares, after, asked);
      };
      replay(who, after, { ask }, readings);
      replay(who, after, { page: (page) => notePage(shares, after, page) }, readings);
    }
    if (i % 20 === 19) say(`  ${i + 1} readers`);
  }
  return shares.rows();
}

/** The rows as text, one column a number of papers before. */
export function memoryTable(rows: MemoryRows): string {
  const head = ['after so many papers, %', ...counts.map(String)];
  const lines = [...rows].map(([row, cells]) => [
    row,
    ...counts.map((after) => (cells.get(after) ?? Number.NaN).toFixed(0)),
  ]);
  const wide = Math.max(...lines.map(([row]) => row?.length ?? 0));
  return [head, ...lines.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]
    .map(([row = '', ...cells]) =>
      [row.padEnd(wide), ...cells.map((cell) => cell.replace('NaN', '–').padStart(6))].join(''),
    )
    .join('\n');
}
