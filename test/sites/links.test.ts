import { describe, expect, test } from 'vitest';
import { repositoriesInText, sortLinks } from '../../src/sites/read/links';

describe('repositories in running text', () => {
  const den = 'https://github.com/otter/den';
  test.each([
    ['Code: https://github.com/otter/den.', [den]],
    ['Code: https://github.com/otter/den .', [den]],
    ['Code: https://github.com/otter/den.git.', [den]],
    ['(https://github.com/otter/den), and', [den]],
    ['https://github.com/otter/den/tree/main{this link}', [den]],
    ['at \\url{https://github.com/otter/den}.', [den]],
    ['at \\href{https://github.com/otter/den}{https://github.com/otter/den}', [den, den]],
    ['athttps://github.com/otter/den', [den]],
    ['“https://github.com/otter/den”', [den]],
    ['see github.com/otter/den', [den]],
    ['https://github.com/otter/big\\_den', ['https://github.com/otter/big_den']],
    ['https://www.github.com/otter/den?tab=readme, https://codeberg.org/a/b;', [den, 'https://codeberg.org/a/b']],
    ['https://huggingface.co/spaces/otter/den!', ['https://huggingface.co/spaces/otter/den']],
    [
      'https://huggingface.co/otter/den/tree/main{Hugging Face} and https://huggingface.co/datasets/otter/den.',
      ['https://huggingface.co/otter/den', 'https://huggingface.co/datasets/otter/den'],
    ],
    ['https://huggingface.co/otter, https://huggingface.co/papers/2601.00001', []],
    ['https://github.com/otter. https://otter.github.io/den, docs.github.com/a/b', []],
    ['', []],
  ])('%s', (text, expected) => expect(repositoriesInText(text)).toEqual(expected));

  test('takes no time on long texts without end', () => {
    const start = performance.now();
    repositoriesInText(`github.com/${'a/'.repeat(200_000)}`);
    repositoriesInText('gitlab.'.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test('links are sorted, each once, cases of code not told apart, anything but http(s) left out', () => {
  expect(
    sortLinks([
      'https://github.com/Otter/Den',
      'https://github.com/otter/den/issues',
      undefined,
      ' https://huggingface.co/datasets/otter/fish ',
      'https://huggingface.co/otter/model-7b',
      'https://zenodo.org/records/123',
      'https://doi.org/10.5281/zenodo.123',
      'https://otter.example.org',
      'https://huggingface.co/collections/otter/all-1',
      'javascript:alert(1)',
      'otter',
    ]),
  ).toEqual({
    code: ['https://github.com/Otter/Den'],
    data: [
      'https://huggingface.co/datasets/otter/fish',
      'https://huggingface.co/otter/model-7b',
      'https://zenodo.org/records/123',
      'https://doi.org/10.5281/zenodo.123',
    ],
    project: ['https://otter.example.org', 'https://huggingface.co/collections/otter/all-1'],
  });
});
