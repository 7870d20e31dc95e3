import { expect, test } from 'vitest';
import { exportName } from '../../src/files/file-name';

test.each([
  ['rl/reward', 'offprint-rl-reward-2026-11-30'],
  ['tag:rl/reward year:2024..', 'offprint-rl-reward-2024-2026-11-30'],
  ['An $\\mathcal{O}(K^{2/3})$ Bound: for Bandits', 'offprint-an-o-k-2-3-bound-for-bandits-2026-11-30'],
  ['强化学习', 'offprint-强化学习-2026-11-30'],
  ['../../etc/passwd\u202e', 'offprint-etc-passwd-2026-11-30'],
  [
    'Reinforcement Learning from Human Feedback for Language Models',
    'offprint-reinforcement-learning-from-human-feedback-for-2026-11-30',
  ],
  ['', 'offprint-2026-11-30'],
])('%s', (about, expected) => expect(exportName(about, new Date(2026, 10, 30, 12))).toBe(expected));
