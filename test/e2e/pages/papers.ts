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

/** Coined names of systems, as titles begin with them. */
const names = [
  ...[
    'Lantern',
    'Marrow',
    'Tidewater',
    'Quill',
    'Sextant',
    'Brindle',
    'Cobalt',
    'Heron',
    'Ossuary',
    'Plumb',
    'Tessera',
  ],
  ...[
    'Kestrel',
    'Almanac',
    'Burrow',
    'Cairn',
    'Dovetail',
    'Ember',
    'Fathom',
    'Gimbal',
    'Halyard',
    'Isthmus',
    'Juniper',
  ],
  ...['Loam', 'Mistral', 'Nacre', 'Orrery', 'Palimpsest', 'Ramble', 'Saffron', 'Thicket', 'Umbra', 'Vellum', 'Wicket'],
];
/** Twelve methods and seventeen tasks: no pair comes twice in 200 papers. */
const methods = [
  ...['Sparse Routing', 'Curriculum Distillation', 'Active Learning', 'Token Pruning', 'Reward Shaping', 'Retrieval'],
  ...['Self-Supervised Pretraining', 'Diffusion Priors', 'Low-Rank Adaptation', 'Calibrated Uncertainty'],
  ...['Contrastive Learning', 'Program Synthesis'],
];
const tasks = [
  ...['Long-Document Summarization', 'Robot Grasping', 'Protein Design', 'Video Captioning', 'Low-Resource Speech'],
  ...['Clinical Notes', 'Code Review', 'Regional Weather Forecasts', 'Sign-Language Translation', 'Theorem Proving'],
  ...['Histopathology', 'Traffic Simulation', 'Music Transcription', 'Catalyst Discovery', 'Table Question Answering'],
  ...['Satellite Imagery', 'Tutoring Dialogues'],
];
/** People of many countries. */
export const people = [
  ...['Amara Okonkwo', 'Bruno Marchetti', 'Chidi Eze', 'Dagny Lindqvist', 'Eero Virtanen', 'Farida Rahman'],
  ...['Goran Petrović', 'Hana Tanaka', 'Ilse van der Velde', 'Jun-ho Park', 'Katarzyna Wójcik', 'Leila Haddad'],
  ...['Mateus Oliveira', 'Nguyễn Thị Lan', 'Oisín Brennan', 'Priya Raghunathan', 'Quentin Lefèvre', 'Rosa Ybarra'],
  ...[
    'Søren Dalgaard',
    'Tomasz Zieliński',
    'Ulrike Brandt',
    'Viktor Horváth',
    '王思远',
    'Ximena Rojas',
    'Yael Shapira',
  ],
  ...['Zeynep Aydın', 'Ana Lucía Fuentes', 'Bilal Siddiqui', 'Camille Girard', 'Dmitri Volkov', '李若溪'],
];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

function titleOf(n: number): string {
  const [name, method, task] = [pick(names, n), pick(methods, n), pick(tasks, n)];
  if (n % 4 === 1) return `When Does ${method} Help ${task}?`;
  if (n % 4 === 2) return `${task} with ${method}: Lessons from ${4 + (n % 9)} Deployments`;
  return `${name}: ${method} for ${task}`;
}

function abstractOf(n: number): string {
  const [name, method, task] = [pick(names, n), pick(methods, n).toLowerCase(), pick(tasks, n).toLowerCase()];
  return `Labels for ${task} are scarce and expensive. We ask how far ${method} goes without them, and present ${name}, which needs a tenth of the labels and reaches the accuracy of full supervision on ${3 + (n % 7)} of ${9 + (n % 4)} benchmarks. Ablations trace most of the gain to how examples are ordered, not to the size of the model.`;
}

function paper(n: number): Invented {
  const name = pick(names, n);
  const repository = n % 3 === 0 ? `https://github.com/${name.toLowerCase()}-lab/${name.toLowerCase()}` : undefined;
  return {
    id: `2609.${String(10000 + n * 37)}`,
    title: special[n] ?? titleOf(n),
    abstract: `${abstractOf(n)}${repository ? ` Code: ${repository}.` : ''}`,
    authors: Array.from({ length: 1 + (n % 9) }, (_, k) => pick(people, n * 7 + k * 4)),
    published: `2026-09-${String(1 + (n % 28)).padStart(2, '0')}`,
    upvotes: (n * 53) % 211,
    comments: n % 4,
    submitter: `${pick(names, n * 3).toLowerCase()}${n}`,
    ...(repository ? { repository, stars: 12 + n * 101 } : {}),
    ...(n % 4 === 1 ? { organization: { handle: `${name.toLowerCase()}-lab`, name: `${name} Lab` } } : {}),
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
