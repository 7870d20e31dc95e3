/**
 * Simulated readers of real papers: each has topics, opens most pages, keeps some of what is on topic, and tags as people do,
 * with gaps and mistakes. Always the same for a seed.
 */
import type { RealPaper, Source } from './papers';

/** Numbers from 0 to 1 that look random. */
export function dice(seed: number): () => number {
  let state = (seed * 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const kinds = ['arxiv', 'hf', 'heavy', 'librarian'] as const;
export type ReaderKind = (typeof kinds)[number];
const topicCounts: Record<ReaderKind, [number, number]> = {
  arxiv: [5, 12],
  hf: [5, 12],
  heavy: [10, 18],
  librarian: [28, 45],
};

export type TopicKind = 'category' | 'crossing' | 'phrase' | 'keyword';
interface Topic {
  kind: TopicKind;
  has(paper: RealPaper): boolean;
  /** Words that name it. */
  name: string;
  chance: number;
  tag: string;
  secondName?: string;
  from: number;
  to: number;
}

/** A paper a reader kept: the tags they gave it, and those that fit it besides. */
export interface KeptPaper {
  paper: RealPaper;
  given: string[];
  meant: string[];
  topics: TopicKind[];
}
/** A page as the reader saw it. */
export interface SeenPage {
  papers: RealPaper[];
  kept: Map<RealPaper, KeptPaper>;
  /** The reader's true chances of keeping each. */
  chances: number[];
}

export interface Reader {
  kind: ReaderKind;
  source: Source;
  pages: SeenPage[];
}

/** Phrases and keywords of every field, which nobody collects papers by. */
const ofEveryField =
  /recent|result|highlight|publicly|widely|superior|heavily|percentage|success|solving|wide|remain|short|fine.tun|extensive|demonstrat|propose|competitive|comparable|report|project|carefully|conduct|still|year|indicate|suggest|off|key|major|ground|state|number|time consuming|high|performance|special|comput.*expensive|general purpose|widely|design|worst|next generation|innovation|failure|ablation|numerical|finding|text(?:bf|it)|evaluation|baseline|robustness|benchmark|generalization|efficien|accuracy|overhead|wall|smaller|larger|base model|best|parameter|source|downstream|capabilit|scalab/;

/** A word of a phrase is in at most this share of papers, and so often beside the other. */
const maxWordShare = 0.06;
const minTogether = 0.25;

/** Papers on one page. */
const pageSize = 100;

/** How often each category, phrase and keyword occurs. */
export class Commons {
  readonly categories: [string, number][];
  /** Pairs of neighbouring words. */
  readonly phrases: [string, number][];
  readonly keywords: [string, number][];

  constructor(readonly papers: readonly RealPaper[]) {
    const count = (of: (paper: RealPaper) => Iterable<string>) => {
      const found = new Map<string, number>();
      for (const paper of papers) for (const each of new Set(of(paper))) found.set(each, (found.get(each) ?? 0) + 1);
      return [...found];
    };
    const share =
      (min: number, max: number) =>
      ([, n]: [string, number]) =>
        n >= min * papers.length && n <= max * papers.length;
    this.categories = count(({ facts }) => facts.categories ?? []).filter(share(0.004, 0.2));
    const words = new Map(count(({ phrases }) => [...phrases].flatMap((phrase) => phrase.split(' '))));
    // Real terms: one of the words is rare, and mostly stands beside the other. That leaves out "extensive experiments".
    const isTerm = ([phrase, n]: [string, number]) => {
      const both = phrase.split(' ').map((word) => words.get(word) ?? 0);
      const rarest = Math.min(...both);
      return rarest < maxWordShare * papers.length && n >= minTogether * rarest;
    };
    this.phrases = count(({ phrases }) => phrases).filter(
      (each) => share(0.004, 0.05)(each) && isTerm(each) && !ofEveryField.test(each[0]),
    );
    this.keywords = count(({ facts }) => (facts.keywords ?? []).map((each) => each.toLowerCase())).filter(
      (each) => share(0.002, 0.05)(each) && !ofEveryField.test(each[0]),
    );
  }
}

const syllables = 'ka lo mi ra to ve zu ne pi do sha qui'.split(' ');

export function reader(seed: number, kind: ReaderKind, source: Source, commons: Commons): Reader {
  const random = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const [min, max] = topicCounts[kind];
  const topics: Topic[] = [];
  const wanted = min + Math.floor(random() * (max - min + 1));
  const areas = Array.from({ length: 4 }, () => pick(commons.phrases)[0].split(' ')[0] as string);
  /** A name of a list and up to two that share a word with it. */
  const family = (list: readonly [string, number][], near?: string): string[] => {
    const shares = (words: readonly string[]) =>
      list.filter(([each]) => each.split(' ').some((one) => words.includes(one)));
    const related = near === undefined ? [] : shares(near.split(' ')).slice(0, 40);
    const [first] = pick(related.length > 0 ? related : list);
    return [
      first,
      ...shares(first.split(' '))
        .slice(0, 2)
        .map(([each]) => each),
    ];
  };
  while (topics.length < wanted) topics.push(topic(topics));
  const passing = random() < 0.4 ? { tag: 'reading-group', from: random() * 0.7 } : undefined;
  const misc = random() < 0.4;
  const untagged = random() * 0.2;

  function topic(others: readonly Topic[]): Topic {
    const near = others.length > 0 && random() < 0.5 ? pick(others) : undefined;
    const made = source === 'arxiv' ? arxivTopic(near) : hfTopic(near);
    const style = random();
    const base =
      style < 0.6
        ? made.name
        : style < 0.85
          ? made.name
              .split(/[\s-]+/)
              .map((word) => word.slice(0, 3))
              .join('')
          : pick(syllables) + pick(syllables) + pick(syllables);
    const tag = random() < 0.6 ? `${pick(areas)}/${base}` : base;
    const [late, early] = [random() < 0.2, random() < 0.2];
    return {
      ...made,
      tag,
      ...(random() < 0.15 && { secondName: `${base}-2` }),
      chance: 0.3 + 0.5 * random(),
      from: late ? 0.2 + 0.4 * random() : 0,
      to: early ? 0.4 + 0.4 * random() : 1,
    };
  }

  function arxivTopic(near: Topic | undefined): Pick<Topic, 'kind' | 'has' | 'name'> {
    const category = near && random() < 0.5 ? (near.name.split(' ')[0] as string) : pick(commons.categories)[0];
    const isIn = ({ facts }: RealPaper) => facts.categories?.includes(category) === true;
    const style = random();
    if (style < 0.35) return { kind: 'category', name: category, has: isIn };
    if (style < 0.55) {
      const other = pick(commons.categories)[0];
      const both = ({ facts }: RealPaper) => facts.categories?.includes(other) === true;
      return { kind: 'crossing', name: `${category} ${other}`, has: (paper) => isIn(paper) && both(paper) };
    }
    const phrases = family(commons.phrases, near?.kind === 'phrase' ? near.name : undefined);
    const area = category.split('.')[0] as string;
    const isNear = ({ facts }: RealPaper) => facts.categories?.some((each) => each.startsWith(area)) === true;
    const has = (paper: RealPaper) => phrases.some((each) => paper.phrases.has(each)) && isNear(paper);
    return { kind: 'phrase', name: phrases[0] as string, has };
  }

  function hfTopic(near: Topic | undefined): Pick<Topic, 'kind' | 'has' | 'name'> {
    if (random() < 0.6) {
      const keywords = family(commons.keywords, near?.kind === 'keyword' ? near.name : undefined);
      const has = ({ facts }: RealPaper) =>
        facts.keywords?.some((each) => keywords.includes(each.toLowerCase())) === true;
      return { kind: 'keyword', name: keywords[0] as string, has };
    }
    const phrases = family(commons.phrases, near?.kind === 'phrase' ? near.name : undefined);
    return {
      kind: 'phrase',
      name: phrases[0] as string,
      has: (paper) => phrases.some((each) => paper.phrases.has(each)),
    };
  }

  const { papers } = commons;
  const pages: SeenPage[] = [];
  for (let start = 0; start + pageSize <= papers.length; start += pageSize) {
    if (random() > 0.75) continue;
    const at = start / papers.length;
    const shown = papers.slice(start, start + pageSize);
    const votes = shown.map(({ facts }) => facts.metrics?.upvotes ?? random() * 1e-6);
    const sorted = [...votes].sort((a, b) => a - b);
    const live = topics.filter(({ from, to }) => at >= from && at <= to);
    const kept = new Map<RealPaper, KeptPaper>();
    const chances = shown.map((paper, i) => {
      const on = live.filter(({ has }) => has(paper));
      const rank = source === 'hf' ? sorted.indexOf(votes[i] as number) / pageSize : 0.5;
      const chance = on.length > 0 ? Math.min(0.95, Math.max(...on.map((each) => each.chance)) * (0.5 + rank)) : 0.003;
      if (random() >= chance) return chance;
      const meant = on.map((each) => (each.secondName !== undefined && random() < 0.3 ? each.secondName : each.tag));
      let given = meant.filter(() => random() >= 0.08);
      if (random() < 0.07) given.push(pick(topics).tag);
      if (passing && at > passing.from && at < passing.from + 0.2) given.push(passing.tag);
      if (misc && given.length === 0) given.push('misc');
      if (random() < untagged) given = [];
      kept.set(paper, {
        paper,
        given: [...new Set(given)],
        meant: [...new Set(meant)],
        topics: on.map((each) => each.kind),
      });
      return chance;
    });
    pages.push({ papers: shown, kept, chances });
  }
  return { kind, source, pages };
}
