import { expect, test } from 'vitest';
import { siteFor, sites } from '../../src/sites';
import { addressOn, followable, followedHosts } from '../../src/sites/follow';

const followed = (address: string) => followable(new URL(address));

test.each([
  ['https://huggingface.co/papers', 'https://huggingface.co/papers', 'Hugging Face Papers daily'],
  ['https://huggingface.co/papers/date/2026-11-30', 'https://huggingface.co/papers', 'Hugging Face Papers daily'],
  ['https://huggingface.co/papers?q=rl&utm_source=x', 'https://huggingface.co/papers?q=rl', 'Hugging Face Papers “rl”'],
  ['https://huggingface.co/papers/trending', 'https://huggingface.co/papers/trending', 'Hugging Face Papers trending'],
  [
    'https://huggingface.co/papers/week/2026-W02',
    'https://huggingface.co/papers/week/{week}',
    'Hugging Face Papers week',
  ],
  ['https://arxiv.org/list/cs.LG/new?skip=50&show=50', 'https://arxiv.org/list/cs.LG/new?show=50', 'arXiv cs.LG new'],
  ['https://www.arxiv.org/list/cs.LG/recent', 'https://arxiv.org/list/cs.LG/recent', 'arXiv cs.LG recent'],
  [
    'https://arxiv.org/search/?query=offline+rl&searchtype=all&start=50',
    'https://arxiv.org/search/?query=offline+rl&searchtype=all',
    'arXiv “offline rl”',
  ],
  [
    'https://pubmed.ncbi.nlm.nih.gov/?term=sleep&sort=date&page=3',
    'https://pubmed.ncbi.nlm.nih.gov/?term=sleep&sort=date',
    'PubMed “sleep”',
  ],
  [
    'https://www.biorxiv.org/collection/genomics?page=2',
    'https://www.biorxiv.org/collection/genomics',
    'bioRxiv genomics',
  ],
  ['https://www.medrxiv.org/content/early/recent', 'https://www.medrxiv.org/content/early/recent', 'medRxiv recent'],
  ['https://scirate.com/arxiv/quant-ph?range=1', 'https://scirate.com/arxiv/quant-ph', 'SciRate quant-ph'],
  ['https://dblp.org/pid/12/345.html', 'https://dblp.org/pid/12/345.html', 'dblp 12/345'],
  ['https://dblp.org/db/conf/icml/index.html', 'https://dblp.org/db/conf/icml/index.html', 'dblp conf/icml'],
])('%s is followed at the address that shows the newest', (address, url, name) => {
  expect(followed(address)).toMatchObject({ url, name });
});

test.each([
  'https://huggingface.co/papers/2601.00001',
  'https://arxiv.org/abs/2601.00001',
  'https://arxiv.org/list/cs.LG/2026-01',
  'https://arxiv.org/search/',
  'https://pubmed.ncbi.nlm.nih.gov/12345/',
  'https://scirate.com/',
  'https://scirate.com/arxiv/2601.00001',
  'https://scholar.google.com/scholar?q=sleep',
  'https://openreview.net/group?id=ICLR.cc',
  'http://arxiv.org/list/cs.LG/new',
  'https://arxiv.org.example/list/cs.LG/new',
])('%s cannot be followed', (address) => {
  expect(followed(address)).toBeUndefined();
});

test('what is followed is a listing of the site it names, under the name that the site has', () => {
  for (const address of ['https://arxiv.org/list/cs.LG/new', 'https://huggingface.co/papers/week/2026-W02']) {
    const found = followed(address);
    const url = new URL(addressOn(found?.url ?? '', new Date()));
    expect(siteFor(url)?.id).toBe(found?.site);
    expect(siteFor(url)?.kind(url)).toBe('listing');
  }
  for (const { site, name } of followedHosts) expect(sites.find(({ id }) => id === site)?.name).toBe(name);
});

test.each([
  ['2026-01-01', '2026-W01', '2026-01'],
  ['2027-01-03', '2026-W53', '2027-01'],
  ['2024-12-30', '2025-W01', '2024-12'],
])('on %s the week is %s', (day, week, month) => {
  expect(addressOn('https://huggingface.co/papers/week/{week}', new Date(day))).toMatch(new RegExp(`/${week}$`));
  expect(addressOn('https://huggingface.co/papers/month/{month}', new Date(day))).toMatch(new RegExp(`/${month}$`));
});
