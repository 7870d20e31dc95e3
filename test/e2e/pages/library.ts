/** An invented library with everything that a layout must bear, as saved by hand over the months. */
import type { Facts, Status } from '../../../src/paper/paper';
import { invented, people } from './papers';

/** One paper as it should lie in the library. */
export interface Shelved {
  facts: Facts;
  tags: string[];
  status?: Status;
  starred?: boolean;
  note?: string;
}

const rightToLeft = [
  'إطار عمل خفيف لتوجيه الانتباه المتناثر في الوثائق الطويلة (Sparse Routing)',
  'ניתוב דליל של קשב במסמכים ארוכים: מחקר רחב היקף',
];

function factsOf(n: number): Facts {
  const paper = invented[n % invented.length];
  if (!paper) throw new RangeError(`There is no paper ${n}`);
  const { id, title, abstract, authors, published, repository, upvotes } = paper;
  return {
    ids: [`arxiv:${id}`],
    title,
    abstract,
    authors,
    authorCount: authors.length,
    published,
    categories: ['cs.LG'],
    links: {
      page: `https://huggingface.co/papers/${id}`,
      abs: `https://arxiv.org/abs/${id}`,
      ...(repository && { code: [repository] }),
    },
    metrics: { upvotes },
  };
}

const plain = (n: number): Shelved => ({
  facts: factsOf(n),
  tags: n % 3 === 0 ? ['active-learning'] : n % 3 === 1 ? ['efficiency/sparsity', 'to cite'] : [],
  ...(n % 4 === 1 && { status: 'reading' as const }),
  ...(n % 4 === 2 && { status: 'read' as const }),
  ...(n % 5 === 0 && { starred: true }),
});

/** Authors of a large collaboration: each given name with each family name. */
const many = people
  .filter((name) => name.includes(' '))
  .flatMap((name) =>
    people
      .filter((other) => other.includes(' '))
      .map((other) => `${name.split(' ')[0]} ${other.split(' ').slice(1).join(' ')}`),
  )
  .slice(0, 664);
const fiftyTags = Array.from(
  { length: 50 },
  (_, i) =>
    `${['rl', 'vision', 'nlp', 'systems'][i % 4]}/topic ${i + 1}${i % 9 === 0 ? ' with a name that goes on' : ''}`,
);

const awkward: Shelved[] = [
  { facts: { ...factsOf(20), title: rightToLeft[0] ?? '', venue: 'مجلة الذكاء' }, tags: ['قراءة'] },
  { facts: { ...factsOf(21), title: rightToLeft[1] ?? '' }, tags: ['active-learning'], status: 'reading' },
  { facts: { ...factsOf(22), authors: many, authorCount: 664 }, tags: ['collaborations'] },
  { facts: factsOf(23), tags: fiftyTags },
  {
    facts: factsOf(8),
    tags: ['efficiency/sparsity'],
    starred: true,
    note: 'Read **section 4** first.\n\n- compare with *Lantern*\n- ask about `k = 8`\n\n> a tenth of the labels',
  },
  { facts: { ids: ['url:https://example.org/preprint'], title: 'A paper of which only the title is known' }, tags: [] },
  {
    facts: { ids: ['doi:10.1000/twin'], title: invented[3]?.title ?? '', venue: 'Proceedings of Offprints 2026' },
    tags: ['to cite'],
    note: 'The published version?',
  },
];

/** Ten papers, the awkward ones among them. */
export const ten: readonly Shelved[] = [...awkward, plain(3), plain(1), plain(2)];
/** More than an offer of a backup needs. */
export const forty: readonly Shelved[] = [...Array.from({ length: 30 }, (_, i) => plain(i + 30)), ...ten];
