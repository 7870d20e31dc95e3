import { describe, expect, test } from 'vitest';
import { repository, repositoryName } from '../../src/paper/repositories';

describe('the repository an address lies in', () => {
  test.each([
    ['https://github.com/Otter-Lab/Den', 'https://github.com/Otter-Lab/Den'],
    ['http://www.github.com/otter/den.git', 'https://github.com/otter/den'],
    ['https://github.com/otter/den/tree/main/src?tab=readme#use', 'https://github.com/otter/den'],
    ['https://github.com/otter/otter.github.io', 'https://github.com/otter/otter.github.io'],
    ['https://github.com/otter/den//', 'https://github.com/otter/den'],
    ['https://gitlab.com/otter/den/-/tree/main', 'https://gitlab.com/otter/den'],
    ['https://gitlab.com/otter/pups/den/-/blob/main/a.py', 'https://gitlab.com/otter/pups/den'],
    ['https://gitlab.com/otter/pups/den', 'https://gitlab.com/otter/pups/den'],
    ['https://gitlab.otter.example/a/b/tree/master', 'https://gitlab.otter.example/a/b'],
    ['https://bitbucket.org/otter/den/src/main/', 'https://bitbucket.org/otter/den'],
    ['https://codeberg.org/otter/den', 'https://codeberg.org/otter/den'],
    ['https://huggingface.co/spaces/otter/den/tree/main', 'https://huggingface.co/spaces/otter/den'],
    ['https://hf.co/spaces/otter/den', 'https://huggingface.co/spaces/otter/den'],
    ['https://github.com/otter', undefined],
    ['https://github.com/orgs/otter/repositories', undefined],
    ['https://github.com/topics/dens', undefined],
    ['https://gist.github.com/otter/0123', undefined],
    ['https://otter.github.io/den', undefined],
    ['https://notgithub.com/otter/den', undefined],
    ['https://huggingface.co/otter/den', undefined],
    ['https://huggingface.co/datasets/otter/den', undefined],
    ['https://anonymous.4open.science/r/den', undefined],
    ['https://github.com/otter/...', undefined],
    ['not an address', undefined],
  ])('%s → %s', (address, expected) => expect(repository(address)).toBe(expected));

  test('is its own', () => {
    for (const address of ['https://gitlab.com/a/b/c', 'https://github.com/a/b', 'https://huggingface.co/spaces/a/b'])
      expect(repository(address)).toBe(address);
  });
});

test.each([
  ['https://github.com/Otter-Lab/Den', 'Otter-Lab/Den'],
  ['https://github.com/otter/den/tree/main', 'otter/den'],
  ['https://gitlab.com/otter/pups/den', 'otter/pups/den'],
  ['https://huggingface.co/spaces/otter/den', 'otter/den'],
  ['https://hf.co/spaces/otter/den/', 'otter/den'],
  ['https://code.example.org/otter/den/', 'otter/den'],
  ['https://code.example.org/otter/den/src/main', 'code.example.org'],
  ['https://otter.example.org/', 'otter.example.org'],
  ['no address', 'no address'],
])('%s is called %s wherever it is named', (address, name) => expect(repositoryName(address)).toBe(name));

test('takes no time on long addresses', () => {
  const start = performance.now();
  repository(`https://gitlab.com/${'a/'.repeat(20_000)}?`);
  expect(performance.now() - start).toBeLessThan(1000);
});
