/**
 * The examples of the README's section *Searching*, and which of some invented papers each finds. The numbers are the last
 * digits of the papers' arXiv ids, best first where an order is asked for.
 */
import type { Context, Facts, Status } from '../../src/paper/paper';

/** The date on which the examples run. */
export const today = new Date(2026, 5, 15, 12);
const daysAgo = (days: number) => today.getTime() - days * 24 * 60 * 60 * 1000;

export interface Example {
  facts: Facts;
  site: Context['site'];
  savedAt: number;
  tags: string[];
  status?: Status;
  starred?: boolean;
  note?: string;
}

const id = (digit: number) => `arxiv:2407.2170${digit}`;

export const papers: Example[] = [
  {
    facts: {
      ids: [id(1)],
      title: 'Sparse Attention for Long Video',
      authors: ['Ada Müller', 'Ulrike von Luxburg'],
      abstract: 'We study large language models that watch films.',
      published: '2023-05-02',
      venue: 'NeurIPS',
      categories: ['cs.CV', 'cs.LG'],
      links: { code: ['https://github.com/example/sparse'] },
      metrics: { upvotes: 120 },
    },
    site: 'huggingface',
    savedAt: daysAgo(2),
    tags: ['efficiency/sparsity', 'video'],
    starred: true,
    note: 'Compare with our own ablation.',
  },
  {
    facts: {
      ids: [id(2), 'doi:10.1000/reward.7'],
      title: 'Reward Models That Generalize',
      authors: ['Bo Zhang', 'Chen Li'],
      abstract: 'A model of the language of rewards, large and sparse.',
      published: '2024-07-31',
      venue: 'ICML',
      categories: ['cs.LG'],
      metrics: { upvotes: 40 },
    },
    site: 'arxiv',
    savedAt: daysAgo(20),
    tags: ['rl/reward'],
    status: 'reading',
  },
  {
    facts: {
      ids: [id(3)],
      title: '深度强化学习综述',
      notice: { is: 'retracted', doi: '10.1000/notice.3' },
      authors: ['李四'],
      published: '2025-01',
      categories: ['cs.AI'],
    },
    site: 'arxiv',
    savedAt: daysAgo(400),
    tags: ['rl', 'survey'],
    status: 'read',
  },
];

/** What each example of the README finds. */
export const finds: Record<string, number[]> = {
  'sparse attention': [1],
  muller: [1],
  '"large language models"': [1],
  强化学习: [3],
  'sparse -video': [2],
  'video OR reward': [1, 2],
  'sparse (film OR reward)': [1, 2],
  'tag:rl': [2, 3],
  'tag:rl/*': [2],
  'author:"von Luxburg"': [1],
  'author:(zhang OR 李)': [2, 3],
  'title:sparse': [1],
  'abstract:sparse': [2],
  'note:ablation': [1],
  'venue:icml': [2],
  'category:cs.lg': [1, 2],
  'year:2023..2025': [1, 2, 3],
  'year:>2024': [3],
  'published:2024-07': [2],
  'saved:<7d': [1],
  'saved:2026-05': [2],
  'upvotes:>50': [1],
  'status:to-read': [1],
  'is:starred': [1],
  'is:retracted': [3],
  'has:code': [1],
  '-has:abstract': [3],
  'site:arxiv': [2, 3],
  'id:10.1000': [2],
  'https://arxiv.org/abs/2407.21702v3': [2],
  'rl sort:title': [2, 3],
  'sort:published': [3, 2, 1],
};
