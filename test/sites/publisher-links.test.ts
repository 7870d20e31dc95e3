/** The usual forms of publishers' links, as they stand on people's pages: each gives one card with the right id. */
import { expect, test } from 'vitest';
import { any } from '../../src/sites/any';
import { isCard } from '../../src/sites/site';
import { pageOf } from '../support/page';

const links: [href: string, id: string][] = [
  ['https://doi.org/10.1000/otter.1', 'doi:10.1000/otter.1'],
  ['http://dx.doi.org/10.1000%2Fotter.2', 'doi:10.1000/otter.2'],
  ['https://dl.acm.org/doi/10.1145/9900003.9900003', 'doi:10.1145/9900003.9900003'],
  ['https://dl.acm.org/doi/pdf/10.1145/9900004.9900004', 'doi:10.1145/9900004.9900004'],
  ['https://dl.acm.org/citation.cfm?doid=9900005.9900005', 'doi:10.1145/9900005.9900005'],
  ['https://doi.acm.org/10.1145/9900006.9900006', 'doi:10.1145/9900006.9900006'],
  ['https://onlinelibrary.wiley.com/doi/abs/10.1002/cpa.99007', 'doi:10.1002/cpa.99007'],
  ['https://onlinelibrary.wiley.com/doi/10.1111/nph.99008/full', 'doi:10.1111/nph.99008'],
  ['https://link.springer.com/article/10.1007/s11263-099-00009-1', 'doi:10.1007/s11263-099-00009-1'],
  ['https://link.springer.com/chapter/10.1007/978-3-030-99010-8_13', 'doi:10.1007/978-3-030-99010-8_13'],
  ['https://link.springer.com/content/pdf/10.1007%2Fs11263-099-00011-1.pdf', 'doi:10.1007/s11263-099-00011-1'],
  ['https://bmcbioinformatics.biomedcentral.com/articles/10.1186/s12859-099-00012-8', 'doi:10.1186/s12859-099-00012-8'],
  ['https://www.science.org/doi/10.1126/science.abc9913', 'doi:10.1126/science.abc9913'],
  ['https://science.sciencemag.org/doi/full/10.1126/science.abc9914', 'doi:10.1126/science.abc9914'],
  ['https://www.pnas.org/doi/abs/10.1073/pnas.9999367115', 'doi:10.1073/pnas.9999367115'],
  ['https://www.tandfonline.com/doi/full/10.1080/01621459.2099.9916', 'doi:10.1080/01621459.2099.9916'],
  ['https://pubs.acs.org/doi/10.1021/acs.jctc.9c99917', 'doi:10.1021/acs.jctc.9c99917'],
  ['https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.999.999918', 'doi:10.1103/physrevlett.999.999918'],
  ['https://link.aps.org/doi/10.1103/PhysRevA.999.999919', 'doi:10.1103/physreva.999.999919'],
  ['https://iopscience.iop.org/article/10.1088/1748-605X/ab9920/pdf', 'doi:10.1088/1748-605x/ab9920'],
  ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0999921', 'doi:10.1371/journal.pone.0999921'],
  ['http://www.plosone.org/article/info%3Adoi%2F10.1371%2Fjournal.pone.0999922', 'doi:10.1371/journal.pone.0999922'],
  ['https://epubs.siam.org/doi/abs/10.1137/99M9999923', 'doi:10.1137/99m9999923'],
  ['https://journals.sagepub.com/doi/10.1177/0278364999999924', 'doi:10.1177/0278364999999924'],
  ['https://www.nejm.org/doi/full/10.1056/NEJMoa9999925', 'doi:10.1056/nejmoa9999925'],
  ['https://www.mdpi.com/resolver?pii=10.3390/rs99019926', 'doi:10.3390/rs99019926'],
  ['https://www.frontiersin.org/articles/10.3389/fnins.2099.99927/full', 'doi:10.3389/fnins.2099.99927'],
  ['https://royalsocietypublishing.org/doi/10.1098/rspa.2099.9928', 'doi:10.1098/rspa.2099.9928'],
  ['https://www.annualreviews.org/doi/10.1146/annurev-control-999-999929', 'doi:10.1146/annurev-control-999-999929'],
  ['https://www.degruyter.com/document/doi/10.1515/jiip-2099-9930/html', 'doi:10.1515/jiip-2099-9930'],
  ['https://jamanetwork.com/journals/jama/fullarticle/10.1001/jama.2099.99931', 'doi:10.1001/jama.2099.99931'],
  ['https://direct.mit.edu/neco/article-lookup/doi/10.1162/neco_a_99932', 'doi:10.1162/neco_a_99932'],
  ['https://academic.oup.com/nar/article-lookup/doi/10.1093/nar/99933', 'doi:10.1093/nar/99933'],
  ['https://www.emerald.com/insight/content/doi/10.1108/IJILT-99-9934/full/html', 'doi:10.1108/ijilt-99-9934'],
  ['https://www.ahajournals.org/doi/10.1161/CIR.0000000000099935', 'doi:10.1161/cir.0000000000099935'],
  ['https://www.worldscientific.com/doi/abs/10.1142/S0129065799999936', 'doi:10.1142/s0129065799999936'],
  ['https://content.iospress.com/doi/10.3233/AIC-999937', 'doi:10.3233/aic-999937'],
  [
    'https://projecteuclid.org/journals/aos/volume-7/issue-1/Otters/10.1214/aos/9999938.full',
    'doi:10.1214/aos/9999938',
  ],
  ['https://drops.dagstuhl.de/entities/document/10.4230/LIPIcs.ICALP.2099.39', 'doi:10.4230/lipics.icalp.2099.39'],
  ['https://www.biorxiv.org/content/10.1101/2099.01.02.999940v2.full.pdf', 'doi:10.1101/2099.01.02.999940'],
  ['https://www.biorxiv.org/content/early/2017/01/01/999941', 'doi:10.1101/999941'],
  ['https://www.nature.com/articles/s41586-099-99942-2', 'doi:10.1038/s41586-099-99942-2'],
  ['https://www.nature.com/nature/journal/v999/n9999/full/nature99943.html', 'doi:10.1038/nature99943'],
  ['https://elifesciences.org/articles/99944', 'doi:10.7554/elife.99944'],
  ['https://peerj.com/articles/cs-99945/', 'doi:10.7717/peerj-cs.99945'],
  ['https://acp.copernicus.org/articles/99/9946/2099/', 'doi:10.5194/acp-99-9946-2099'],
  ['https://www.hindawi.com/journals/jam/2013/999947/', 'doi:10.1155/2013/999947'],
  ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=9999948', 'doi:10.2139/ssrn.9999948'],
  [
    'https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(99)99949-5/fulltext',
    'doi:10.1016/s0140-6736(99)99949-5',
  ],
  ['https://ieeexplore.ieee.org/document/9999950/', 'ieee:9999950'],
  ['https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=9999951', 'ieee:9999951'],
  ['https://jmlr.org/papers/v99/99-0052.html', 'jmlr:v99/99-0052'],
  ['https://www.jmlr.org/papers/volume99/99-0053/99-0053.pdf', 'jmlr:v99/99-0053'],
  [
    'https://www.usenix.org/conference/nsdi99/presentation/okoye',
    'url:https://usenix.org/conference/nsdi99/presentation/okoye',
  ],
  ['https://www.ijcai.org/proceedings/2099/55', 'ijcai:2099/55'],
  ['https://www.ijcai.org/proceedings/2099/0056.pdf', 'ijcai:2099/56'],
  ['https://ojs.aaai.org/index.php/AAAI/article/view/99957', 'aaai:AAAI/99957'],
  ['https://ojs.aaai.org/index.php/AAAI/article/download/99958/12345', 'aaai:AAAI/99958'],
  ['https://eprint.iacr.org/2099/959.pdf', 'iacr:2099/959'],
  [
    'https://openaccess.thecvf.com/content/CVPR2099/papers/Rao_Holts_CVPR_2099_paper.pdf',
    'cvf:CVPR2099/Rao_Holts_CVPR_2099',
  ],
  ['https://proceedings.mlr.press/v999/okoye61a.html', 'pmlr:v999/okoye61a'],
  [
    `https://proceedings.neurips.cc/paper_files/paper/2023/hash/${'62'.repeat(16)}-Abstract-Conference.html`,
    `neurips:${'62'.repeat(16)}`,
  ],
  ['https://openreview.net/pdf?id=Otter63', 'openreview:Otter63'],
  ['https://aclanthology.org/2099.acl-long.64.pdf', 'acl:2099.acl-long.64'],
  ['https://arxiv.org/pdf/2407.99965v3', 'arxiv:2407.99965'],
];

test('each of 65 usual forms of links gives a card with its id', () => {
  const items = links.map(([href], at) => `<li><a href="${href}">A study of otters, part ${at}</a></li>`);
  const cards = [...any.read(pageOf(`<ul>${items.join('')}</ul>`, 'https://otter.example.org/'))].filter(isCard);
  expect(links.length).toBe(65);
  expect(cards.map(({ title, ids }) => [title, ids])).toEqual(
    links.map(([, id], at) => [`A study of otters, part ${at}`, [id]]),
  );
});

test.each([
  'https://www.nature.com/articles/d41586-099-99901-1',
  'https://www.nature.com/nature/volumes/596/issues/7873',
  'https://jmlr.org/papers/v25/',
  'https://jmlr.org/papers/v25/index.html',
  'https://www.ijcai.org/proceedings/2099/',
  'https://ojs.aaai.org/index.php/AAAI/issue/view/576',
  'https://ieeexplore.ieee.org/author/37086453282',
  'https://www.usenix.org/conference/nsdi22/technical-sessions',
  'https://eprint.iacr.org/2025/',
  'https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=16042',
  'https://elifesciences.org/subjects/ecology',
  'https://ui.adsabs.harvard.edu/search/q=otters',
])('%s gives none', (href) => {
  const page = pageOf(`<ul><li><a href="${href}">Otters and others</a></li></ul>`, 'https://otter.example.org/');
  expect([...any.read(page)]).toEqual([]);
});
