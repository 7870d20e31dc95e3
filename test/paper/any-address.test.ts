/** The one rule for addresses of papers, on links as they stand on pages all over the web. */
import { describe, expect, test } from 'vitest';
import { idOfAddress } from '../../src/paper/identity';

describe('the DOI in a publisher’s address', () => {
  test.each([
    ['https://doi.org/10.1111/tpj.12145/abstract', '10.1111/tpj.12145'],
    ['https://academic.oup.com/holts/advance-article/doi/10.1093/holts/kiae999/9928192', '10.1093/holts/kiae999'],
    ['https://academic.oup.com/holts/article-abstract/doi/10.1093/holts/kiae999/9928192', '10.1093/holts/kiae999'],
    ['https://direct.mit.edu/neco/article/doi/10.1162/neco_a_99932/99264/Otters-and-Holts', '10.1162/neco_a_99932'],
    ['https://pos.sissa.it/187/9501/pdf', '10.22323/1.187.9501'],
    ['https://pos.sissa.it/86/012/', '10.22323/1.086.0012'],
    ['http://dx.doi.org/10.1145/3442188.3445922', '10.1145/3442188.3445922'],
    ['https://doi.acm.org/10.1145/3366423.3380079', '10.1145/3366423.3380079'],
    ['http://doi.ieeecomputersociety.org/10.1109/CVPR.2016.90', '10.1109/cvpr.2016.90'],
    ['https://hdl.handle.net/10.1000/XYZ', '10.1000/xyz'],
    ['https://oadoi.org/10.1000/xyz', '10.1000/xyz'],
    ['https://dl.acm.org/doi/10.1145/3442188.3445922', '10.1145/3442188.3445922'],
    ['https://dl.acm.org/doi/abs/10.1145/3442188.3445922', '10.1145/3442188.3445922'],
    ['https://dl.acm.org/doi/pdf/10.1145/3442188.3445922', '10.1145/3442188.3445922'],
    ['https://dl.acm.org/doi/fullHtml/10.1145/3442188.3445922', '10.1145/3442188.3445922'],
    ['https://dl.acm.org/doi/10.5555/3295222.3295349?preflayout=flat#abstract', '10.5555/3295222.3295349'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/cpa.22000', '10.1002/cpa.22000'],
    ['https://onlinelibrary.wiley.com/doi/full/10.1002/cpa.22001', '10.1002/cpa.22001'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/cpa.22001/full', '10.1002/cpa.22001'],
    ['https://onlinelibrary.wiley.com/doi/epdf/10.1002/cpa.22001', '10.1002/cpa.22001'],
    ['https://onlinelibrary.wiley.com/doi/pdfdirect/10.1002/cpa.22001?download=true', '10.1002/cpa.22001'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/cpa.22001/abstract;jsessionid=0A.f01t01', '10.1002/cpa.22001'],
    [
      'https://onlinelibrary.wiley.com/doi/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2/abstract',
      '10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2',
    ],
    ['https://nph.onlinelibrary.wiley.com/doi/10.1111/nph.99123', '10.1111/nph.99123'],
    ['https://link.springer.com/article/10.1007/s11263-020-01395-y', '10.1007/s11263-020-01395-y'],
    ['https://link.springer.com/10.1007/s11263-020-01395-y', '10.1007/s11263-020-01395-y'],
    ['https://link.springer.com/article/10.1007/s11263-020-01395-y/fulltext.html', '10.1007/s11263-020-01395-y'],
    ['https://link.springer.com/article/10.1007/s11263-020-01395-y/figures/3', '10.1007/s11263-020-01395-y'],
    ['https://link.springer.com/chapter/10.1007/978-3-030-58452-8_13', '10.1007/978-3-030-58452-8_13'],
    ['https://link.springer.com/content/pdf/10.1007%2Fs11263-020-01395-y.pdf', '10.1007/s11263-020-01395-y'],
    ['https://bmcbioinformatics.biomedcentral.com/articles/10.1186/s12859-020-99427-8', '10.1186/s12859-020-99427-8'],
    [
      'https://bmcbioinformatics.biomedcentral.com/track/pdf/10.1186/s12859-020-99427-8.pdf',
      '10.1186/s12859-020-99427-8',
    ],
    ['https://www.science.org/doi/10.1126/science.abc9999', '10.1126/science.abc9999'],
    ['https://www.science.org/doi/abs/10.1126/science.abc9999', '10.1126/science.abc9999'],
    ['https://www.pnas.org/doi/full/10.1073/pnas.1999367117', '10.1073/pnas.1999367117'],
    [
      'https://www.pnas.org/doi/suppl/10.1073/pnas.1999367117/suppl_file/pnas.1999367117.sapp.pdf',
      '10.1073/pnas.1999367117',
    ],
    [
      'https://www.tandfonline.com/doi/full/10.1080/01621459.2020.9999381?scroll=top&needAccess=true',
      '10.1080/01621459.2020.9999381',
    ],
    ['https://pubs.acs.org/doi/10.1021/acs.jctc.0c99123', '10.1021/acs.jctc.0c99123'],
    [
      'https://pubs.acs.org/doi/suppl/10.1021/acs.jctc.0c99123/suppl_file/ct0c99123_si_001.pdf',
      '10.1021/acs.jctc.0c99123',
    ],
    ['https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.116.999102', '10.1103/physrevlett.116.999102'],
    ['https://link.aps.org/doi/10.1103/PhysRevLett.116.999102', '10.1103/physrevlett.116.999102'],
    ['https://link.aps.org/pdf/10.1103/PhysRevLett.116.999102', '10.1103/physrevlett.116.999102'],
    ['https://iopscience.iop.org/article/10.1088/1742-6596/1693/1/999173/meta', '10.1088/1742-6596/1693/1/999173'],
    ['https://iopscience.iop.org/article/10.1088/1748-605X/ab999b/pdf', '10.1088/1748-605x/ab999b'],
    ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0999001', '10.1371/journal.pone.0999001'],
    [
      'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0999001&type=printable',
      '10.1371/journal.pone.0999001',
    ],
    ['https://epubs.siam.org/doi/abs/10.1137/20M9999331?journalCode=sjoce3', '10.1137/20m9999331'],
    ['https://journals.sagepub.com/doi/10.1177/0278364920999177', '10.1177/0278364920999177'],
    ['https://www.nejm.org/doi/full/10.1056/NEJMoa9934577', '10.1056/nejmoa9934577'],
    ['https://www.mdpi.com/resolver?pii=10.3390/rs12019999', '10.3390/rs12019999'],
    ['https://www.frontiersin.org/articles/10.3389/fnins.2020.99123/full', '10.3389/fnins.2020.99123'],
    [
      'https://www.frontiersin.org/journals/neuroscience/articles/10.3389/fnins.2020.99123/pdf',
      '10.3389/fnins.2020.99123',
    ],
    ['https://royalsocietypublishing.org/doi/10.1098/rspa.2020.9923', '10.1098/rspa.2020.9923'],
    ['https://www.annualreviews.org/doi/10.1146/annurev-control-999-083521', '10.1146/annurev-control-999-083521'],
    [
      'https://www.annualreviews.org/content/journals/10.1146/annurev-control-999-083521',
      '10.1146/annurev-control-999-083521',
    ],
    ['https://www.degruyter.com/document/doi/10.1515/jiip-2020-9999/html?lang=en', '10.1515/jiip-2020-9999'],
    ['https://www.emerald.com/insight/content/doi/10.1108/IJILT-03-2020-9999/full/html', '10.1108/ijilt-03-2020-9999'],
    ['https://jamanetwork.com/journals/jama/fullarticle/10.1001/jama.2020.99985', '10.1001/jama.2020.99985'],
    ['https://www.ahajournals.org/doi/10.1161/CIR.0000000000999659', '10.1161/cir.0000000000999659'],
    [
      'https://projecteuclid.org/journals/annals-of-statistics/volume-7/issue-1/Title/10.1214/aos/1179994552.full',
      '10.1214/aos/1179994552',
    ],
    [
      'https://projecteuclid.org/journals/duke/volume-1/issue-1/Title/10.1215/00127094-9999809.short',
      '10.1215/00127094-9999809',
    ],
    [
      'https://www.spiedigitallibrary.org/conference-proceedings-of-spie/11234/1123401/Title/10.1117/12.9995555.short?SSO=1',
      '10.1117/12.9995555',
    ],
    ['https://psycnet.apa.org/doiLanding?doi=10.1037%2Fa0099345', '10.1037/a0099345'],
    ['https://arc.aiaa.org/doi/10.2514/6.2020-9999', '10.2514/6.2020-9999'],
    ['https://ascelibrary.org/doi/abs/10.1061/%28ASCE%29CP.1943-5487.0009999', '10.1061/(asce)cp.1943-5487.0009999'],
    ['https://www.jstor.org/stable/10.2307/9918443?seq=1', '10.2307/9918443'],
    [
      'https://academic.oup.com/bioinformatics/article-lookup/doi/10.1093/bioinformatics/btz999',
      '10.1093/bioinformatics/btz999',
    ],
    ['https://direct.mit.edu/neco/article-lookup/doi/10.1162/neco_a_99123', '10.1162/neco_a_99123'],
    ['https://aip.scitation.org/doi/10.1063/5.0009999', '10.1063/5.0009999'],
    ['https://www.worldscientific.com/doi/abs/10.1142/S0129065720999999', '10.1142/s0129065720999999'],
    ['https://www.thieme-connect.com/products/ejournals/abstract/10.1055/s-0040-9999123', '10.1055/s-0040-9999123'],
    ['https://www.biorxiv.org/content/10.1101/2024.01.02.999900v2.full.pdf', '10.1101/2024.01.02.999900'],
    ['https://www.medrxiv.org/content/10.64898/2026.01.02.99999900v1', '10.64898/2026.01.02.99999900'],
    ['https://www.nature.com/articles/ng.99999', '10.1038/ng.99999'],
    ['https://www.nature.com/articles/nprot.2099.055.pdf', '10.1038/nprot.2099.055'],
    ['https://www.nature.com/articles/nprot.2099.055/figures/1', '10.1038/nprot.2099.055'],
    ['https://www.nature.com/ng/journal/v99/n1/full/ng.99999.html', '10.1038/ng.99999'],
    ['https://www.nature.com/doifinder/10.1038/nature99539', '10.1038/nature99539'],
    ['https://europepmc.org/api/fulltextRepo?pprId=PPR1&doi=10.1101/2024.01.02.999900', '10.1101/2024.01.02.999900'],
    ['https://www.researchgate.net/deref/https%3A%2F%2Fdoi.org%2F10.1145%2F3442188.3445922', '10.1145/3442188.3445922'],
  ])('%s', (address, doi) => expect(idOfAddress(address)).toBe(`doi:${doi}`));

  test.each([
    'https://dl.acm.org/doi/proceedings/10.1145/3442188',
    'https://dl.acm.org/toc/10.1145/3442188',
    'https://dl.acm.org/action/showLogin?redirectUri=%2Fdoi%2Fproceedings%2F10.1145%2F3442188',
    'https://example.org/releases/10.15/notes',
    'https://example.org/10.1000/',
    'https://onlinelibrary.wiley.com/journal/10970312',
    'https://www.mdpi.com/1099-4300/23/3/283',
  ])('%s is no paper’s', (address) => expect(idOfAddress(address)).toBeUndefined());
});

describe('an address that a site of ours reads', () => {
  test.each([
    [
      'https://openaccess.thecvf.com/content/CVPR2023/html/Otter_Dens_CVPR_2023_paper.html',
      'cvf:CVPR2023/Otter_Dens_CVPR_2023',
    ],
    [
      'http://openaccess.thecvf.com/content_CVPR_2019/papers/Otter_Dens_CVPR_2019_paper.pdf',
      'cvf:CVPR2019/Otter_Dens_CVPR_2019',
    ],
    ['https://www.ecva.net/papers/eccv_2024/papers_ECCV/html/4_ECCV_2024_paper.php', 'ecva:4_ECCV_2024'],
    ['http://proceedings.mlr.press/v139/otter21a.html', 'pmlr:v139/otter21a'],
    ['https://proceedings.mlr.press/v139/otter21a/otter21a.pdf', 'pmlr:v139/otter21a'],
    ['http://proceedings.mlr.press/v28/otter13.pdf', 'pmlr:v28/otter13'],
    [`https://proceedings.neurips.cc/paper/2017/hash/${'0f'.repeat(16)}-Abstract.html`, `neurips:${'0f'.repeat(16)}`],
    [
      `https://proceedings.neurips.cc/paper_files/paper/2023/file/${'0f'.repeat(16)}-Paper-Conference.pdf`,
      `neurips:${'0f'.repeat(16)}`,
    ],
    ['https://papers.nips.cc/paper/7999-otters-are-all-you-need', 'neurips:7999'],
    ['https://papers.cool/venue/Otter_Dens@CVPR2024@CVF', 'paperscool:Otter_Dens@CVPR2024@CVF'],
    ['https://europepmc.org/article/PPR/PPR999123', 'europepmc:PPR999123'],
    ['https://www.arxiv.org/abs/2407.99705', 'arxiv:2407.99705'],
    ['https://arxiv.org/html/2407.99705v3#S2.SS1', 'arxiv:2407.99705'],
    ['https://export.arxiv.org/pdf/hep-th/9901001v1.pdf', 'arxiv:hep-th/9901001'],
    ['https://www.alphaxiv.org/overview/2407.99705', 'arxiv:2407.99705'],
    ['https://web.archive.org/web/20240102030405/https://arxiv.org/abs/2407.99705', 'arxiv:2407.99705'],
    ['https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2407.99705&sa=D', 'arxiv:2407.99705'],
  ])('%s', (address, id) => expect(idOfAddress(address)).toBe(id));

  test.each([
    'https://proceedings.mlr.press/v139/',
    'https://proceedings.mlr.press/v139/index.html',
    'https://proceedings.mlr.press/v139/otter21a/otter21a-supp.pdf',
    'https://openaccess.thecvf.com/CVPR2023?day=all',
    'https://papers.cool/venue/CVPR.2024',
    'https://www.google.com/search?q=arxiv',
    'https://www.google.com/url?q=javascript:alert(1)',
    'ftp://arxiv.org/abs/2407.99705',
  ])('%s is no paper’s', (address) => expect(idOfAddress(address)).toBeUndefined());
});

test('addresses nested in addresses take no time', () => {
  const start = performance.now();
  idOfAddress('https://www.google.com/url?q='.repeat(60));
  idOfAddress(`https://example.org/10.1000/${'/full'.repeat(390)}`);
  expect(performance.now() - start).toBeLessThan(500);
});
