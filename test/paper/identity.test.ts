import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arxivId,
  arxivVersion,
  canonicalUrl,
  doi,
  doiInUrl,
  doiToId,
  idOfUrl,
  orderIds,
} from '../../src/paper/identity';

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
  ['https://arxiv.org/abs/2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/2407.21705v12', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/0704.0001', 'arxiv:0704.0001'],
  ['https://arxiv.org/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/abs/math.GT/0309136v1', 'arxiv:math/0309136'],
  ['https://arxiv.org/abs/cond-mat.mes-hall/0309136', 'arxiv:cond-mat/0309136'],
  ['https://arxiv.org/abs/physics.comp-ph/0309136', 'arxiv:physics/0309136'],
  ['https://arxiv.org/pdf/2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/pdf/2407.21705v2.pdf', 'arxiv:2407.21705'],
  ['https://arxiv.org/pdf/2407.21705v2.pdf?download=1#page=2', 'arxiv:2407.21705'],
  ['https://arxiv.org/html/2407.21705v1', 'arxiv:2407.21705'],
  ['https://arxiv.org/html/2407.21705v1#S2', 'arxiv:2407.21705'],
  ['https://arxiv.org/html/2407.21705v1/', 'arxiv:2407.21705'],
  ['https://arxiv.org/format/2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/e-print/2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/src/2407.21705v1', 'arxiv:2407.21705'],
  ['https://arxiv.org/ps/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['http://arxiv.org/abs/2407.21705/', 'arxiv:2407.21705'],
  ['http://arxiv.org/abs/arXiv:2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/2407.21705?context=cs.LG', 'arxiv:2407.21705'],
  ['https://export.arxiv.org/abs/2407.21705', 'arxiv:2407.21705'],
  ['https://cn.arxiv.org/abs/2407.21705', 'arxiv:2407.21705'],
  ['https://de.arxiv.org/pdf/2407.21705', 'arxiv:2407.21705'],
  ['http://xxx.lanl.gov/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://ar5iv.org/abs/2407.21705', 'arxiv:2407.21705'],
  ['https://ar5iv.org/html/2407.21705', 'arxiv:2407.21705'],
  ['https://ar5iv.labs.arxiv.org/html/2407.21705', 'arxiv:2407.21705'],
  ['https://ar5iv.labs.arxiv.org/html/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://www.alphaxiv.org/abs/2407.21705v2', 'arxiv:2407.21705'],
  ['https://alphaxiv.org/overview/2407.21705', 'arxiv:2407.21705'],
  ['https://www.alphaxiv.org/zh/overview/2407.21705', 'arxiv:2407.21705'],
  ['https://huggingface.co/papers/2407.21705', 'arxiv:2407.21705'],
  ['https://huggingface.co/papers/2407.21705#community', 'arxiv:2407.21705'],
  ['https://hf.co/papers/2407.21705', 'arxiv:2407.21705'],
  ['https://scirate.com/arxiv/2407.21705', 'arxiv:2407.21705'],
  ['https://scirate.com/arxiv/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://papers.cool/arxiv/2407.21705', 'arxiv:2407.21705'],
  ['https://doi.org/10.48550/arXiv.2407.21705', 'arxiv:2407.21705'],
  ['https://dx.doi.org/10.48550/ARXIV.2407.21705', 'arxiv:2407.21705'],
  ['https://doi.org/10.48550/arxiv.hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://doi.org/10.1145/3366423.3380079', 'doi:10.1145/3366423.3380079'],
  ['http://dx.doi.org/10.1016/S0140-6736(20)30183-5', 'doi:10.1016/s0140-6736(20)30183-5'],
  ['https://www.doi.org/10.1000/x', 'doi:10.1000/x'],
  ['https://doi.org/doi:10.1000/x', 'doi:10.1000/x'],
  [
    'https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O',
    'doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
  ],
  ['https://openreview.net/forum?id=uKgHhmoiQB', 'openreview:uKgHhmoiQB'],
  ['https://openreview.net/pdf?id=uKgHhmoiQB', 'openreview:uKgHhmoiQB'],
  ['https://openreview.net/attachment?id=uKgHhmoiQB&name=pdf', 'openreview:uKgHhmoiQB'],
  ['https://openreview.net/group?id=ICLR.cc', undefined],
  ['https://aclanthology.org/P17-2044/', 'acl:P17-2044'],
  ['https://aclanthology.org/2020.acl-main.405/', 'acl:2020.acl-main.405'],
  ['https://aclanthology.org/2020.acl-main.405v2.pdf', 'acl:2020.acl-main.405'],
  ['https://aclanthology.org/2024.findings-emnlp.12', 'acl:2024.findings-emnlp.12'],
  ['https://aclanthology.org/2020.acl-main.405.bib', 'acl:2020.acl-main.405'],
  ['https://aclanthology.org/events/acl-2020/', undefined],
  ['https://aclanthology.org/volumes/2020.acl-main/', undefined],
  ['https://www.aclweb.org/anthology/2020.acl-main.405.pdf', 'acl:2020.acl-main.405'],
  ['http://aclweb.org/anthology/P/P17/P17-2044.pdf', 'acl:P17-2044'],
  ['https://pubmed.ncbi.nlm.nih.gov/20565167/', 'pmid:20565167'],
  ['https://pubmed.ncbi.nlm.nih.gov/20565167/?from=x', 'pmid:20565167'],
  ['https://www.ncbi.nlm.nih.gov/pubmed/20565167', 'pmid:20565167'],
  ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2886777/', 'pmcid:PMC2886777'],
  ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2886777/pdf/x.pdf', 'pmcid:PMC2886777'],
  ['https://pmc.ncbi.nlm.nih.gov/articles/PMC2886777/', 'pmcid:PMC2886777'],
  ['https://europepmc.org/article/MED/20565167', 'pmid:20565167'],
  ['https://europepmc.org/article/med/20565167', 'pmid:20565167'],
  ['https://europepmc.org/abstract/MED/20565167', 'pmid:20565167'],
  ['https://europepmc.org/article/PMC/PMC2886777', 'pmcid:PMC2886777'],
  ['https://europepmc.org/articles/PMC2886777', 'pmcid:PMC2886777'],
  ['https://dblp.org/rec/conf/aiia/QuarantaCL21.html', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://dblp.org/rec/journals/corr/abs-2407-21705', 'dblp:journals/corr/abs-2407-21705'],
  ['https://dblp.uni-trier.de/rec/conf/aiia/QuarantaCL21', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://dblp.org/rec/conf/aiia/QuarantaCL21.html?view=bibtex', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://dblp.dagstuhl.de/rec/conf/aiia/QuarantaCL21', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://dblp.org/db/conf/aiia/aiia2021.html', undefined],
  [
    'https://www.semanticscholar.org/paper/Some-Title/0123456789abcdef0123456789abcdef01234567',
    's2:0123456789abcdef0123456789abcdef01234567',
  ],
  [
    'https://www.semanticscholar.org/paper/0123456789abcdef0123456789abcdef01234567',
    's2:0123456789abcdef0123456789abcdef01234567',
  ],
  ['https://api.semanticscholar.org/CorpusID:1234', undefined],
  ['https://notarxiv.org/abs/2407.21705', undefined],
  ['https://arxiv.org.evil.example/abs/2407.21705', undefined],
  ['https://arxiv.org/abs/2413.00001', undefined],
  ['https://arxiv.org/list/cs.LG/2407', undefined],
  ['https://arxiv.org/abs/%E0%A4%A', undefined],
  ['ftp://arxiv.org/abs/2407.21705', undefined],
])('id of %s', (url, id) => expect(idOfUrl(url)).toBe(id));

/** The same paper in every spelling that is met: beside those above, what sentences, old links and other views make of it. */
test.each<[string, string | undefined]>([
  ['https://arxiv.org/abs/2407.21705.', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/2407.21705v3),', 'arxiv:2407.21705'],
  ['https://arxiv.org/pdf/2407.21705.pdf.', 'arxiv:2407.21705'],
  ['https://arxiv.org/pdf/2407.21705v2.pdf/', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/2407.21705//', 'arxiv:2407.21705'],
  ['https://arxiv.org//abs/2407.21705', 'arxiv:2407.21705'],
  ['HTTPS://ARXIV.ORG/ABS/2407.21705V2', 'arxiv:2407.21705'],
  ['https://www.arxiv.org/pdf/2407.21705V2.PDF', 'arxiv:2407.21705'],
  ['https://arxiv.org:443/abs/2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org./abs/2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/arXiv%3A2407.21705v1', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/2407%2E21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/hep-th%2F9901001v2', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/pdf/hep-th/9901001v2.pdf', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/pdf/hep-th/9901001v2', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/abs/HEP-TH/9901001', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/format/math.GT/0309136v2', 'arxiv:math/0309136'],
  ['https://arxiv.org/html/cond-mat/0309136v1', 'arxiv:cond-mat/0309136'],
  ['https://arxiv.org/src/quant-ph/0309136v11', 'arxiv:quant-ph/0309136'],
  ['https://arxiv.org/PS_cache/hep-th/pdf/9901/9901001v1.pdf', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/PS_cache/arxiv/pdf/0704/0704.0001v1.pdf', 'arxiv:0704.0001'],
  ['https://arxiv.org/ftp/hep-th/papers/9901/9901001.pdf', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/ftp/arxiv/papers/0704/0704.0001.pdf', 'arxiv:0704.0001'],
  ['https://arxiv.org/bibtex/2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/trackback/2407.21705', 'arxiv:2407.21705'],
  ['https://arxiv.org/html/2407.21705v1/index.html', 'arxiv:2407.21705'],
  ['https://lanl.arxiv.org/abs/2407.21705', 'arxiv:2407.21705'],
  ['http://uk.arxiv.org/abs/hep-th/9901001v1', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/abs/2407.21705?utm_source=x&fbclid=y', 'arxiv:2407.21705'],
  ['https://arxiv.org/abs/2407.217', undefined],
  ['https://arxiv.org/abs/2407.2170599', undefined],
  ['https://arxiv.org/find/all/2407.21705', undefined],
  ['https://arxiv.org/html/2407.21705v1/x1.png', undefined],
  ['https://ar5iv.org/html/2407.21705v2', 'arxiv:2407.21705'],
  ['https://www.ar5iv.org/2407.21705', 'arxiv:2407.21705'],
  ['https://ar5iv.labs.arxiv.org/papers/2407.21705', 'arxiv:2407.21705'],
  ['https://www.alphaxiv.org/zh-CN/overview/2407.21705v1', 'arxiv:2407.21705'],
  ['https://www.alphaxiv.org/resources/2407.21705', 'arxiv:2407.21705'],
  ['https://www.alphaxiv.org/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://www.alphaxiv.org/explore', undefined],
  ['https://huggingface.co/papers/2407.21705v1?q=x', 'arxiv:2407.21705'],
  ['https://www.huggingface.co/papers/2407.21705/', 'arxiv:2407.21705'],
  ['https://huggingface.co/papers/date/2024-07-31', undefined],
  ['https://huggingface.co/papers/trending', undefined],
  ['https://scirate.com/arxiv/2407.21705v1', 'arxiv:2407.21705'],
  ['https://papers.cool/arxiv/cs.LG', undefined],
  ['https://doi.org/10.48550%2FarXiv.2407.21705v3', 'arxiv:2407.21705'],
  ['https://doi.org/10.48550/arXiv.2407.21705.', 'arxiv:2407.21705'],
  ['https://doi.org/10.48550/arXiv.math.GT/0309136', 'arxiv:math/0309136'],
  ['https://DOI.ORG/10.1145/3366423.3380079/', 'doi:10.1145/3366423.3380079'],
  ['https://doi.org/10.1145/3366423.3380079?utm_source=x', 'doi:10.1145/3366423.3380079'],
  ['https://doi.org//10.1145/3366423.3380079', 'doi:10.1145/3366423.3380079'],
  ['http://dx.doi.acm.org/10.1145/3366423', undefined],
  ['https://doi.evil.example/10.1145/3366423', undefined],
  ['https://hdl.handle.net/2027/mdp.39015', undefined],
  ['https://doi.org.evil.example/10.1000/xyz', undefined],
  ['https://doi.org/10.1000/xyz).', 'doi:10.1000/xyz'],
  ['https://doi.org/10.1000/(xyz)', 'doi:10.1000/(xyz)'],
  ['https://doi.org/', undefined],
  ['https://openreview.net/forum?id=uKgHhmoiQB&noteId=Zz1', 'openreview:uKgHhmoiQB'],
  ['https://openreview.net/forum?noteId=Zz1&id=uKgHhmoiQB', 'openreview:uKgHhmoiQB'],
  ['https://openreview.net/forum/?id=uKgHhmoiQB#discussion', 'openreview:uKgHhmoiQB'],
  ['https://openreview.net/revisions?id=uKgHhmoiQB', 'openreview:uKgHhmoiQB'],
  ['https://openreview.net/references/pdf?id=uKgHhmoiQB', 'openreview:uKgHhmoiQB'],
  ['https://api2.openreview.net/pdf?id=uKgHhmoiQB', 'openreview:uKgHhmoiQB'],
  ['https://openreview.net/forum?id=B1-Hhnslg', 'openreview:B1-Hhnslg'],
  ['https://openreview.net/pdf/0123456789abcdef.pdf', undefined],
  ['https://openreview.net/profile?id=~Ada_Example1', undefined],
  ['https://aclanthology.org/p17-2044', 'acl:P17-2044'],
  ['https://aclanthology.org/P17-2044v2.pdf', 'acl:P17-2044'],
  ['https://aclanthology.org/2020.ACL-main.405', 'acl:2020.acl-main.405'],
  ['https://aclanthology.org/2022.in2writing-1.2.pdf', 'acl:2022.in2writing-1.2'],
  ['https://www.aclanthology.org/2020.acl-main.405.', 'acl:2020.acl-main.405'],
  ['https://aclanthology.info/papers/P17-2044/p17-2044', 'acl:P17-2044'],
  ['https://aclanthology.coli.uni-saarland.de/papers/P17-2044/p17-2044', 'acl:P17-2044'],
  ['https://www.aclweb.org/anthology/papers/P/P17/P17-2044/', 'acl:P17-2044'],
  ['https://aclanthology.org/people/a/ada-example/', undefined],
  ['https://aclanthology.org/2020.acl-main/', undefined],
  ['https://pubmed.ncbi.nlm.nih.gov/020565167', 'pmid:20565167'],
  ['https://www.pubmed.gov/20565167', 'pmid:20565167'],
  ['https://pubmed.ncbi.nlm.nih.gov/?term=cancer', undefined],
  ['https://www.ncbi.nlm.nih.gov/pmc/articles/pmc2886777', 'pmcid:PMC2886777'],
  ['https://www.ncbi.nlm.nih.gov/pmc/articles/2886777/', 'pmcid:PMC2886777'],
  ['https://www.ncbi.nlm.nih.gov/pmc/PMC2886777/?report=reader#s1', 'pmcid:PMC2886777'],
  ['https://pmc.ncbi.nlm.nih.gov/articles/PMC2886777/pdf/main.pdf', 'pmcid:PMC2886777'],
  ['https://europepmc.org/articles/pmc2886777?pdf=render', 'pmcid:PMC2886777'],
  ['https://europepmc.org/abstract/PMC/PMC2886777', 'pmcid:PMC2886777'],
  ['https://europepmc.org/backend/ptpmcrender.fcgi?accid=PMC2886777&blobtype=pdf', 'pmcid:PMC2886777'],
  ['https://dblp.org/rec/conf/aiia/QuarantaCL21.bib', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://dblp.org/rec/bibtex/conf/aiia/QuarantaCL21', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://dblp.org/rec/bib2/conf/aiia/QuarantaCL21.bib', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://dblp.org/rec/ris/conf/aiia/QuarantaCL21.ris', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://www.dblp.org/rec/conf/aiia/QuarantaCL21/', 'dblp:conf/aiia/QuarantaCL21'],
  ['https://dblp.org/pid/00/1.html', undefined],
  [
    'https://www.semanticscholar.org/reader/0123456789ABCDEF0123456789abcdef01234567',
    's2:0123456789abcdef0123456789abcdef01234567',
  ],
  [
    'https://www.semanticscholar.org/paper/Some-Title/0123456789abcdef0123456789abcdef01234567/figure/2',
    's2:0123456789abcdef0123456789abcdef01234567',
  ],
  [
    'https://www.semanticscholar.org/paper/A-Title-Example/0123456789abcdef0123456789abcdef01234567?p2df#citing-papers',
    's2:0123456789abcdef0123456789abcdef01234567',
  ],
  [
    'https://pdfs.semanticscholar.org/0123/456789abcdef0123456789abcdef01234567.pdf',
    's2:0123456789abcdef0123456789abcdef01234567',
  ],
  ['https://www.semanticscholar.org/author/Ada-Example/1234', undefined],
])('one id of %s', (url, id) => expect(idOfUrl(url)).toBe(id));

test.each([
  ['https://doi.org/10.1000/x?utm_source=y#z', '10.1000/x'],
  ['10.1000/x/', '10.1000/x'],
  ['doi:10.1000/ABC%2Fdef', '10.1000/abc/def'],
  ['https://dx.doi.org/10.1000/x>', '10.1000/x'],
  ['10.1000/…', undefined],
])('DOI in the text %s', (text, found) => expect(doi(text)).toBe(found));

test.each([
  ['https://example.org/%7Eada/paper%2d1.html', 'https://example.org/~ada/paper-1.html'],
  ['https://example.org/a%2fb', 'https://example.org/a%2Fb'],
  ['https://example.org./a/', 'https://example.org/a'],
  ['https://WWW.EXAMPLE.ORG/A', 'https://example.org/A'],
  ['https://example.org/a/Index.php?gclid=1&mc_cid=2&_ga=3&id=7', 'https://example.org/a?id=7'],
  ['https://example.org/a/default.aspx', 'https://example.org/a'],
  ['https://example.org/a;jsessionid=0123?x=1', 'https://example.org/a?x=1'],
  ['https://example.org/a/index.shtml#:~:text=b', 'https://example.org/a'],
  ['https://example.org/a?mtm_campaign=x&hsa_acc=1&srsltid=2', 'https://example.org/a'],
  ['https://example.org/myindex.html', 'https://example.org/myindex.html'],
])('one spelling of %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));

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

test.each([
  ['10.1145/3366423.3380079', '10.1145/3366423.3380079'],
  ['doi: 10.1145/3366423.3380079.', '10.1145/3366423.3380079'],
  ['DOI:10.1145/3366423.3380079;', '10.1145/3366423.3380079'],
  ['(10.1145/3366423.3380079)', undefined],
  ['https://doi-org.proxy.example.edu/10.1145/3366423', undefined],
  ['10.1007/978-3-030-58452-8_13', '10.1007/978-3-030-58452-8_13'],
  ['10.1000/a b', undefined],
  ['info:doi/10.1000/x', '10.1000/x'],
])('DOI of %s', (text, found) => expect(doi(text)).toBe(found));
test.each([
  ['http://www.Example.org/a/', 'https://example.org/a'],
  ['https://example.org', 'https://example.org'],
  ['https://example.org/?utm_source=a&b=2&a=1#x', 'https://example.org?a=1&b=2'],
  ['https://example.org/a/index.html', 'https://example.org/a'],
  ['https://example.org:8080/a', 'https://example.org:8080/a'],
  ['https://example.org/A%20b', 'https://example.org/A%20b'],
  ['https://user:pass@example.org/a', 'https://example.org/a'],
  ['mailto:a@b.c', undefined],
])('canonical address of %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));
test('a canonical address is its own', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom('', '/index.html/', '//', '?utm_x=1&&a'),
      (url, more) => {
        const canonical = canonicalUrl(url + more);
        expect(canonicalUrl(canonical ?? '')).toBe(canonical);
      },
    ),
  );
});

test('an id found in an address is found again where that id is written as one', () => {
  const arxiv = fc.tuple(fc.integer({ min: 7, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.nat(99999));
  fc.assert(
    fc.property(
      arxiv,
      fc.constantFrom('', 'v1', 'v12'),
      fc.constantFrom('abs', 'pdf', 'html'),
      ([year, month, number], version, view) => {
        const id = `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}.${String(number).padStart(5, '0')}`;
        expect(idOfUrl(`https://arxiv.org/${view}/${id}${version}`)).toBe(`arxiv:${id}`);
        expect(arxivId(`arXiv:${id}${version}`)).toBe(id);
        expect(doiToId(`10.48550/arXiv.${id}`)).toBe(`arxiv:${id}`);
        expect(arxivVersion(`https://arxiv.org/${view}/${id}${version}`)).toBe(
          version ? Number(version.slice(1)) : undefined,
        );
      },
    ),
  );
});

test('no text makes them fail, or hang', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.constantFrom('', 'https://arxiv.org/abs/', 'https://doi.org/10.1000/', 'https://dblp.org/rec/'),
      (text, start) => {
        for (const read of [arxivId, arxivVersion, doi, doiToId, idOfUrl, doiInUrl, canonicalUrl]) read(start + text);
      },
    ),
  );
  const long = `https://aclanthology.org/${'/'.repeat(50_000)}x`;
  for (const read of [arxivId, arxivVersion, doi, doiToId, idOfUrl, doiInUrl, canonicalUrl]) read(long);
});
