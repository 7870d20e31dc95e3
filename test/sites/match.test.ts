import { expect, test } from 'vitest';
import { siteFor, sites } from '../../src/sites/index';
import { matches } from '../../src/sites/match';

test.each([
  ['https://huggingface.co/papers*', 'https://huggingface.co/papers?date=2024-08-01', true],
  ['https://huggingface.co/papers*', 'https://huggingface.co/papers/date/2024-08-01#x', true],
  ['https://huggingface.co/papers*', 'https://huggingface.co/models', false],
  ['https://huggingface.co/papers*', 'http://huggingface.co/papers', false],
  ['https://huggingface.co/papers*', 'https://huggingface.co.example.org/papers', false],
  ['https://huggingface.co/a?b=*', 'https://huggingface.co/ab=c', false],
  ['https://*.arxiv.org/*', 'https://arxiv.org/abs/1', true],
  ['https://*.arxiv.org/*', 'https://export.arxiv.org/', true],
  ['https://*.arxiv.org/*', 'https://notarxiv.org/', false],
  ['*://x.org/*', 'http://x.org/y', true],
  ['*://x.org/*', 'ftp://x.org/y', false],
])('%s %s: %s', (pattern, url, expected) => expect(matches(pattern, new URL(url))).toBe(expected));

test('what is no pattern is refused', () => {
  expect(() => matches('huggingface.co', new URL('https://huggingface.co'))).toThrow('not a match pattern');
});

test('site ids are unique, and every pattern is one', () => {
  const ids = sites.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const site of sites) for (const pattern of site.matches) matches(pattern, new URL('https://example.org'));
});

test('no site reads an address it has no kind for', () => {
  expect(siteFor(new URL('https://huggingface.co/papers'))?.id).toBe('huggingface');
  expect(siteFor(new URL('https://huggingface.co/paperclips'))).toBeUndefined();
  expect(siteFor(new URL('https://huggingface.co/papers/subscribe'))).toBeUndefined();
});

test.each([
  ['https://www.arxiv.org/list/cs.LG/recent', 'arxiv'],
  ['https://export.arxiv.org/abs/2407.99705', 'arxiv'],
  ['https://arxiv.org/html/2407.99705v1', 'arxiv'],
  ['https://arxiv.org/a/okoye_a_1', 'arxiv'],
  ['https://scholar.google.co.uk/scholar?q=otters', 'google-scholar'],
  ['https://scholar.google.com.br/citations?user=AAAAAAAAAAAJ', 'google-scholar'],
  ['https://dblp.dagstuhl.de/pid/99/999.html', 'dblp'],
])('%s is read by %s', (url, id) => expect(siteFor(new URL(url))?.id).toBe(id));
