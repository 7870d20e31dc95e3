/**
 * What the answers in ../shared/api say, read from those files by hand. `asked` is what was asked for; `ours` stands in for
 * the library's paper.
 */
import type { Facts } from '../../src/paper/paper';

interface Expected {
  file: string;
  /** Path to the paper within the file. */
  at?: (string | number)[];
  asked: string;
  facts: Omit<Facts, 'ids' | 'title'> & { ids: string[]; title: string };
}

export const crossrefFacts: (Expected & { publishedAs?: string[] })[] = [
  {
    file: 'test_1_multiple_authors.json',
    asked: '10.1103/physrevb.89.140501',
    facts: {
      ids: ['doi:10.1103/physrevb.89.140501'],
      title: 'Particle entanglement in continuum many-body systems via quantum Monte Carlo',
      authors: ['C. M. Herdman', 'P.-N. Roy', 'R. G. Melko', 'A. Del Maestro'],
      published: '2014-04-04',
      issued: '2014-04-04',
      type: 'article',
      venue: 'Physical Review B',
      volume: '89',
      issue: '14',
      pages: '140501',
      publisher: 'American Physical Society (APS)',
      metrics: { citations: 13 },
    },
  },
  {
    file: 'test_3_conference.json',
    asked: '10.1145/3184558.3186235',
    facts: {
      ids: ['doi:10.1145/3184558.3186235'],
      title: 'DL-Learner Structured Machine Learning on Semantic Web Data',
      authors: ['Lorenz Bühmann', 'Jens Lehmann', 'Patrick Westphal', 'Simon Bin'],
      published: '2018',
      issued: '2018',
      type: 'conference',
      venue: "Companion of the The Web Conference 2018 on The Web Conference 2018 - WWW '18",
      publisher: 'ACM Press',
      metrics: { citations: 0 },
    },
  },
  {
    file: 'work-978-3-030-64953-1_4.json',
    asked: '10.1007/978-3-030-64953-1_4',
    facts: {
      ids: ['doi:10.1007/978-3-030-64953-1_4'],
      title: 'Mathematical Knowledge and Mathematical Objects',
      authors: ['Lars-Göran Johansson'],
      published: '2021-01-14',
      issued: '2021',
      type: 'chapter',
      venue: 'Empiricism and Philosophy of Physics',
      pages: '53-71',
      publisher: 'Springer International Publishing',
      metrics: { citations: 0 },
    },
  },
  {
    file: 'work-s1047951103000064.json',
    asked: '10.1017/s1047951103000064',
    facts: {
      ids: ['doi:10.1017/s1047951103000064'],
      title: 'Clinical profile of acute rheumatic fever in Pakistan',
      authors: ['Hasina Suleman Chagani', 'Kalimuddin Aziz'],
      published: '2003-02',
      issued: '2003-02',
      type: 'article',
      venue: 'Cardiology in the Young',
      volume: '13',
      issue: '1',
      pages: '28-35',
      publisher: 'Cambridge University Press (CUP)',
      metrics: { citations: 11 },
    },
  },
  {
    file: 'work-with-relation.json',
    asked: '10.1101/2024.04.01.587366',
    facts: {
      ids: ['doi:10.1101/2024.04.01.587366'],
      title: 'High-throughput screening of human genetic variants by pooled prime editing',
      authors: [
        'Michael Herger',
        'Christina M. Kajba',
        'Megan Buckley',
        'Ana Cunha',
        'Molly Strom',
        'Gregory M. Findlay',
      ],
      published: '2024-04-01',
      type: 'preprint',
      venue: 'bioRxiv',
      metrics: { citations: 2 },
    },
    publishedAs: ['10.1016/j.xgen.2025.100814'],
  },
];

export const semanticScholarFacts: (Omit<Expected, 'facts'> & { facts: Expected['facts'] | 'unknown' })[] = [
  {
    file: 'paper-0.json',
    asked: 'arxiv:2304.05376',
    facts: {
      ids: ['arxiv:2304.05376', 'doi:10.1038/s42256-024-00832-8', 'pmid:38799228', 'pmcid:PMC11116106'],
      title: 'Augmenting large language models with chemistry tools',
      authors: ['Andrés M Bran', 'Sam Cox', 'Oliver Schilter', 'Carlo Baldassari', 'Andrew D. White', 'P. Schwaller'],
      published: '2023-04-11',
      issued: '2024', // the year of its dblp record, journals/natmi/BranCSBWS24
      type: 'article',
      venue: 'Nature Machine Intelligence',
      volume: '6',
      pages: '525-535',
      links: { openPdf: 'https://www.nature.com/articles/s42256-024-00832-8.pdf' },
      metrics: { citations: 500, influential: 20 },
    },
  },
  {
    file: 'paper-1.json',
    asked: 'doi:10.1007/s40278-023-41815-2',
    facts: {
      ids: ['doi:10.1007/s40278-023-41815-2'],
      title: 'Convalescent-anti-sars-cov-2-plasma/immune-globulin',
      published: '2023-06-01',
      type: 'article',
      venue: 'Reactions Weekly',
      volume: '1962',
      pages: '145',
      metrics: { citations: 0, influential: 0 },
    },
  },
  {
    file: 'paper-2.json',
    asked: 'doi:10.1063/1.4938384',
    facts: {
      ids: ['doi:10.1063/1.4938384'],
      title:
        'Effect of native oxide layers on copper thin-film tensile properties: A reactive molecular dynamics study',
      authors: ['Michael Skarlinski', 'D. Quesnel'],
      published: '2015-12-21',
      venue: 'Journal of Applied Physics',
      volume: '118',
      pages: '235306',
      metrics: { citations: 9, influential: 0 },
    },
  },
  { file: 'batch-with-unknown.json', at: [0], asked: 'doi:10.1000/unknown', facts: 'unknown' },
  {
    file: 'batch-with-unknown.json',
    at: [1],
    asked: 'doi:10.2139/ssrn.288970',
    facts: {
      ids: ['doi:10.2139/ssrn.288970'],
      title: 'How Much Should We Trust Differences-in-Differences Estimates?',
      authors: ['Marianne Bertrand', 'E. Duflo', 'S. Mullainathan'],
      published: '2001-10-01',
      type: 'preprint',
      links: { openPdf: 'http://papers.nber.org/papers/w8841.pdf' },
      metrics: { citations: 10670, influential: 578 },
    },
  },
  {
    file: 'batch-with-unknown.json',
    at: [3],
    asked: 'doi:10.1257/rct.1355',
    facts: {
      ids: ['doi:10.1257/rct.1355'],
      title: 'Improving Third-Party Audits and Regulatory Compliance in India',
      authors: ['E. Duflo', 'M. Greenstone', 'Nick Ryan'],
      published: '2023',
      metrics: { citations: 0, influential: 0 },
    },
  },
  {
    file: 'search-transformer-2026-06.json',
    at: ['data', 1],
    asked: 'arxiv:2012.07436',
    facts: {
      ids: ['arxiv:2012.07436', 'doi:10.1609/aaai.v35i12.17325'],
      title: 'Informer: Beyond Efficient Transformer for Long Sequence Time-Series Forecasting',
      authors: ['Haoyi Zhou', 'Shanghang Zhang', 'Jieqi Peng', 'Shuai Zhang', 'Jianxin Li', 'Hui Xiong', 'Wan Zhang'],
      published: '2020-12-14',
      issued: '2021', // conf/aaai/ZhouZPZLXZ21
      links: { openPdf: 'https://ojs.aaai.org/index.php/AAAI/article/download/17325/17132' },
    },
  },
  {
    file: 'search-transformer-2026-06.json',
    at: ['data', 2],
    asked: 'arxiv:2004.05150',
    facts: {
      ids: ['arxiv:2004.05150'],
      title: 'Longformer: The Long-Document Transformer',
      authors: ['Iz Beltagy', 'Matthew E. Peters', 'Arman Cohan'],
      published: '2020-04-10',
    },
  },
  {
    file: 'semantic_search-2026-03.json',
    at: ['data', 0],
    asked: 'doi:10.1016/j.neucom.2021.03.091',
    facts: {
      ids: ['doi:10.1016/j.neucom.2021.03.091'],
      title: 'A review on the attention mechanism of deep learning',
      authors: ['Zhaoyang Niu', 'G. Zhong', 'Hui Yu'],
      published: '2021',
      issued: '2021', // journals/ijon/NiuZY21
      type: 'article',
      venue: 'Neurocomputing',
      metrics: { citations: 2865 },
    },
  },
  {
    file: 'semantic_search-2026-03.json',
    at: ['data', 2],
    asked: 'arxiv:2201.12987',
    facts: {
      ids: ['arxiv:2201.12987'],
      title: 'Interpretable and Generalizable Graph Learning via Stochastic Attention Mechanism',
      authors: ['Siqi Miao', 'Miaoyuan Liu', 'Pan Li'],
      published: '2022',
      venue: 'International Conference on Machine Learning',
      metrics: { citations: 280 },
    },
  },
];
