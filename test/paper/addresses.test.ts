import { describe, expect, test } from 'vitest';
import { addressOfId, arxivPdf, isWeb } from '../../src/paper/addresses';
import { idOfUrl } from '../../src/paper/identity';

describe('the page an id leads to', () => {
  test.each([
    ['arxiv:2407.21705', 'https://arxiv.org/abs/2407.21705'],
    ['arxiv:hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001'],
    ['doi:10.1000/1', 'https://doi.org/10.1000/1'],
    ['doi:10.1002/(sici)1097<1::aid#2>3.0.co;2-r', 'https://doi.org/10.1002/(sici)1097%3C1::aid%232%3E3.0.co;2-r'],
    ['doi:10.1000/a%2fb?c', 'https://doi.org/10.1000/a%252fb%3Fc'],
    ['openreview:Abc-_9', 'https://openreview.net/forum?id=Abc-_9'],
    ['acl:2020.acl-main.405', 'https://aclanthology.org/2020.acl-main.405/'],
    ['pmid:20565167', 'https://pubmed.ncbi.nlm.nih.gov/20565167/'],
    ['pmcid:PMC2886777', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC2886777/'],
    ['dblp:conf/nips/VaswaniSPUJGKP17', 'https://dblp.org/rec/conf/nips/VaswaniSPUJGKP17'],
    [`s2:${'0'.repeat(40)}`, `https://www.semanticscholar.org/paper/${'0'.repeat(40)}`],
    ['url:https://lab.example.org/paper', 'https://lab.example.org/paper'],
  ])('of %s is %s, and leads back', (id, address) => {
    expect(addressOfId(id)).toBe(address);
    if (!id.startsWith('url:')) expect(idOfUrl(address)).toBe(id);
  });

  test.each(['cvf:CVPR2019/Otter', 'constructor:1', 'url:javascript:alert(1)', 'url:nonsense'])('%s has none', (id) =>
    expect(addressOfId(id)).toBeUndefined(),
  );
});

test('the file at arXiv is found by the arXiv id among others', () => {
  expect(arxivPdf(['doi:10.1000/1', 'arxiv:2407.21705'])).toBe('https://arxiv.org/pdf/2407.21705');
  expect(arxivPdf(['doi:10.1000/1'])).toBeUndefined();
});

test('only http and https may be opened', () => {
  expect(['https://a.example/', 'http://a.example/', 'ftp://a.example/', 'javascript:0', undefined].map(isWeb)).toEqual(
    [...[true, true, false, false, false]],
  );
});
