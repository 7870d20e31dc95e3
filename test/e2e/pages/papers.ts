/** Invented papers of invented people, the same at every run: number 0 to 199. */
export interface Invented {
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  /** ISO day. */
  published: string;
  upvotes: number;
  comments: number;
  submitter: string;
  repository?: string;
  stars?: number;
  organization?: { handle: string; name: string };
}

const names = ['Lantern', 'Marrow', 'Tidewater', 'Quill', 'Sextant', 'Brindle', 'Cobalt', 'Heron', 'Ossuary', 'Plumb'];
const doings = ['Sparse Routing', 'Curriculum Distillation', 'Active Labelling', 'Token Pruning', 'Reward Shaping'];
const things = ['Long Documents', 'Robot Grasping', 'Protein Folding', 'Video Captions', 'Low-Resource Speech'];
const given = ['Amara', 'Bruno', 'Chidi', 'Dagny', 'Eero', 'Farida', 'Goran', 'Hana', 'Ilse', 'Jun'];
const family = [
  'Okonkwo',
  'Lindqvist',
  'Marchetti',
  'Tanaka',
  'van der Velde',
  'Petrov',
  'Aydın',
  'Nguyen',
  'Sørensen',
  '李',
];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

function paper(n: number): Invented {
  const name = pick(names, n);
  const doing = pick(doings, Math.floor(n / 2));
  const thing = pick(things, Math.floor(n / 3));
  const repository =
    n % 3 === 0 ? `https://github.com/${name.toLowerCase()}-lab/${name.toLowerCase()}-${n}` : undefined;
  return {
    id: `2609.${String(10000 + n * 37)}`,
    title: special[n] ?? `${name}: ${doing} for ${thing}, Study ${n + 1}`,
    abstract: `We study ${doing.toLowerCase()} for ${thing.toLowerCase()}. ${name} needs a tenth of the labels and reaches the accuracy of the full run on ${3 + (n % 7)} benchmarks.${repository ? ` Code: ${repository}.` : ''}`,
    authors: Array.from({ length: 1 + (n % 9) }, (_, k) => `${pick(given, n + k)} ${pick(family, n * 3 + k)}`),
    published: `2026-09-${String(1 + (n % 28)).padStart(2, '0')}`,
    upvotes: (n * 53) % 211,
    comments: n % 4,
    submitter: `${pick(given, n).toLowerCase()}${n}`,
    ...(repository ? { repository, stars: 12 + n * 101 } : {}),
    ...(n % 4 === 1 ? { organization: { handle: `${name.toLowerCase()}-lab`, name: `${name} Laboratory` } } : {}),
  };
}

/** Titles that BibTeX must escape and layouts must bear. */
const special: Record<number, string> = {
  5: 'Cost & Benefit: 50% of $1_000 Buys {Half a Model',
  6: '多语言检索的稀疏路由：一项大规模研究',
  8: 'A Title That Goes On and On, Because Its Authors Could Not Agree on What the Contribution Was, and So Named Every Dataset, Baseline, Ablation and Acknowledgement in It, Twice Over',
};

/** All of them. */
export const invented: readonly Invented[] = Array.from({ length: 200 }, (_, n) => paper(n));
