import { expect, test } from 'vitest';
import { arxivId, canonicalUrl, doi, doiInUrl, doiToId, idOfUrl, orderIds } from '../src/identity';

test.each([
  ['2407.21705v2', '2407.21705'],
  ['arXiv:hep-th/9901001v1', 'hep-th/9901001'],
  ['math.GT/0309136', 'math/0309136'],
  ['2413.00001', undefined],
  ['not an id', undefined],
])('arXiv id of %s', (text, id) => expect(arxivId(text)).toBe(id));

test.each([
  ['https://doi.org/10.1145%2F3366423.3380079.', '10.1145/3366423.3380079'],
  ['DOI: 10.1016/S0140-6736(20)30183-5).', '10.1016/s0140-6736(20)30183-5'],
  ['10.1/short', undefined],
])('DOI of %s', (text, found) => expect(doi(text)).toBe(found));

test.each([
  ['https://arxiv.org/abs/2407.21705v3', 'arxiv:2407.21705'],
  ['http://www.arxiv.org/pdf/hep-th/9901001v2.pdf#page=3', 'arxiv:hep-th/9901001'],
  ['https://huggingface.co/papers/2407.21705', 'arxiv:2407.21705'],
  ['https://huggingface.co/papers/date/2024-08-01', undefined],
  ['https://huggingface.co/papers/trending', undefined],
  ['https://arxiv.org/list/cs.LG/new', undefined],
  ['https://www.alphaxiv.org/overview/2407.21705v1', 'arxiv:2407.21705'],
  ['https://doi.org/10.48550/arXiv.2407.21705', 'arxiv:2407.21705'],
  ['https://openreview.net/forum?id=uKgHhmoiQB&noteId=x', 'openreview:uKgHhmoiQB'],
  ['https://aclanthology.org/2020.acl-main.405.pdf', 'acl:2020.acl-main.405'],
  ['https://www.aclweb.org/anthology/P17-2044', 'acl:P17-2044'],
  ['https://pubmed.ncbi.nlm.nih.gov/20565167/', 'pmid:20565167'],
  ['https://dblp.org/rec/conf/aiia/QuarantaCL21', 'dblp:conf/aiia/QuarantaCL21'],
])('id of %s', (url, id) => expect(idOfUrl(url)).toBe(id));

test('DOI in a publisher address', () => {
  expect(doiInUrl('https://iopscience.iop.org/article/10.1088/1742-6596/1/1/1/meta')).toBe(
    'doi:10.1088/1742-6596/1/1/1',
  );
  expect(doiToId('10.48550/arXiv.2407.21705')).toBe('arxiv:2407.21705');
});

test('ids in order of preference, each once', () => {
  expect(orderIds(['url:https://a.b', 'doi:10.1/x', 'cvf:a/b', 'arxiv:1', 'doi:10.1/x', undefined])).toEqual([
    'arxiv:1',
    'doi:10.1/x',
    'cvf:a/b',
    'url:https://a.b',
  ]);
});

test('canonical address', () => {
  expect(canonicalUrl('http://www.Example.org/a/index.html?utm_source=x&b=1#c')).toBe('https://example.org/a?b=1');
});
