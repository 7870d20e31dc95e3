import { expect, test } from 'vitest';
import { foldSubject, matchesQuery, tagMatcher } from '../../src/query/match';
import { parseQuery } from '../../src/query/parse';
import type { QuerySubject } from '../../src/query/query';

const now = new Date(2026, 5, 15, 12);
const paper: QuerySubject = {
  facts: {
    ids: ['arxiv:2401.00001', 'doi:10.1000/Tora.7'],
    title: 'Trajectory-Guided Diffusion for Vidéo Generation',
    authors: ['Ulrike von Luxburg', 'Zhang San', '李四'],
    abstract: 'We study sparse attention.\n可解释的深度学习方法。',
    published: '2024-07',
    venue: 'Transactions on Machine Learning',
    categories: ['cs.LG', 'math.ST'],
    links: { code: ['https://github.com/a/b'] },
    metrics: { upvotes: 51 },
  },
  own: {
    tags: ['rl/reward', 'Active Learning'],
    status: 'unread',
    starred: true,
    note: 'read *again* before Friday',
    savedAt: new Date(2026, 5, 12).getTime(),
  },
  sites: ['huggingface', 'arxiv'],
  ids: ['arxiv:2401.00001', 'doi:10.1000/tora.7'],
};
const card: QuerySubject = {
  facts: { ids: ['arxiv:2401.00002'], title: 'A card' },
  sites: ['arxiv'],
  ids: ['arxiv:2401.00002'],
};
const finds = (query: string, subject = paper) => matchesQuery(parseQuery(query, now).node, foldSubject(subject));

test.each([
  ...['', 'traj diff', 'video', 'VIDEO generation', '"sparse attention"', '深度学习', '学习方法', '李四', 'luxburg'],
  ...[
    'author:"von Luxburg"',
    'author:zhang',
    'title:trajectory-guided',
    'abstract:sparse',
    'note:friday',
    'venue:machine',
  ],
  ...[
    'reward',
    'tag:rl',
    'tag:RL/*',
    'tag:rl/',
    'tag:rl/reward',
    'tag:*reward',
    'tag:"active learning"',
    'tag:act*',
    'tag:*',
  ],
  ...[
    'year:2024',
    'year:2023..2025',
    'published:2024-07',
    'published:>2024-06-15',
    'saved:<7d',
    'saved:2026-06',
    'upvotes:>50',
  ],
  ...[
    'status:unread',
    'status:to-read',
    'is:starred',
    'is:saved',
    'has:code',
    'has:pdf',
    'has:note',
    'has:tags',
    '-has:pdf OR has:date',
  ],
  ...[
    'site:hugging',
    'category:cs',
    'category:cs.lg',
    'category:CS.*',
    'id:2401',
    'id:arxiv:2401.00001',
    '10.1000/TORA.7',
  ],
  ...['https://arxiv.org/pdf/2401.00001v3', 'sparse OR nothing', '-nothing', '(nothing OR sparse) -(dense OR wide)'],
])('%s finds the paper', (query) => expect(finds(query)).toBe(true));

test.each([
  ...[
    'dio',
    '"sparse atten"',
    '"attention we"',
    'author:"luxburg zhang"',
    'title:sparse',
    'tag:reward',
    'tag:r',
    'tag:rl/*x',
  ],
  ...[
    'year:2025',
    'published:<2024-07',
    'saved:>7d',
    'upvotes:>51',
    'status:read',
    'site:xiv',
    'category:c',
    'id:401',
    'id:a',
  ],
  ...['-sparse', 'sparse -diffusion', 'nothing OR never', 'tag:rl/reward/*'],
])('%s does not', (query) => expect(finds(query)).toBe(false));

test('a card that is not saved has no status, tags or note', () => {
  for (const query of ['card', '-is:saved', '-tag:*', '-has:note', '-status:unread'])
    expect(finds(query, card)).toBe(true);
  for (const query of ['is:saved', 'status:unread', 'saved:<7d', 'upvotes:<5', 'year:2024'])
    expect(finds(query, card)).toBe(false);
});

test.each([
  ['a*b*c', 'axxbyyc', true],
  ['a*b*c', 'ac', false],
  ['ab*ba', 'aba', false],
  ['*x*', 'axb', true],
  ['**', '', true],
  [`${'a*'.repeat(50)}b`, 'a'.repeat(5000), false],
])('tag:%s, %s: %s', (asked, name, expected) => expect(tagMatcher(asked)(name)).toBe(expected));
