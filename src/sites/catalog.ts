/**
 * What else there is to know of each site, besides how to read it: one row a site, by its id. Library, menu and pages of
 * ours take it from here without the readers. Pure data that no script for web pages carries; `test/sites/catalog.test.ts`
 * says what is missing.
 */

/**
 * How near a site's pages are to the paper itself, the least trusted first: where two sources differ, the nearer is shown.
 * - `completion`: asked only for what is missing, so that it fills gaps and yields to everyone
 * - `search`: cut and guessed from other pages
 * - `unknown`: files, and whatever has no row
 * - `copy`: shows what it took from others, whole
 * - `index`: curated by people
 * - `publisher`: the paper was published there
 * - `archive`: the authors themselves put it there
 */
export const nearnessLevels = ['completion', 'search', 'unknown', 'copy', 'index', 'publisher', 'archive'] as const;

export interface CatalogRow {
  nearness: (typeof nearnessLevels)[number];
  /**
   * Match patterns of links to its papers, for the menu's *Save paper*: as near as patterns can tell it, since whether a link
   * leads to a paper is seen when it is chosen.
   */
  paperLinks: readonly string[];
  /** Further hosts with the same pages: each is offered on its own pages only, and read once its permission was given. */
  alsoAt?: readonly string[];
  /** The schemes of the ids that are its own, and what a reader calls them: `acl` is "ACL Anthology". Not translated. */
  schemes?: Readonly<Record<string, string>>;
}

/** Google's domains in other countries: https://www.google.com/supported_domains */
const googleDomains = (
  'ad ae al am as at az ba be bf bg bi bj bs bt by ca cat cd cf cg ch ci cl cm cn co.ao co.bw co.ck ' +
  'co.cr co.id co.il co.in co.jp co.ke co.kr co.ls co.ma co.mz co.nz co.th co.tz co.ug co.uk co.uz ' +
  'co.ve co.vi co.za co.zm co.zw com.af com.ag com.ar com.au com.bd com.bh com.bn com.bo com.br com.bz ' +
  'com.co com.cu com.cy com.do com.ec com.eg com.et com.fj com.gh com.gi com.gt com.hk com.jm com.kh ' +
  'com.kw com.lb com.ly com.mm com.mt com.mx com.my com.na com.ng com.ni com.np com.om com.pa com.pe ' +
  'com.pg com.ph com.pk com.pr com.py com.qa com.sa com.sb com.sg com.sl com.sv com.tj com.tr com.tw ' +
  'com.ua com.uy com.vc com.vn cv cz de dj dk dm dz ee es fi fm fr ga ge gg gl gm gr gy hn hr ht hu ie ' +
  'im iq is it je jo kg ki kz la li lk lt lu lv md me mg mk ml mn mu mv mw ne nl no nr nu pl pn ps pt ' +
  'ro rs ru rw sc se sh si sk sm sn so sr st td tg tl tm tn to tt vu ws'
).split(' ');

export const catalog: Readonly<Record<string, CatalogRow>> = {
  aaai: { nearness: 'publisher', paperLinks: ['*://*.aaai.org/*article/*'], schemes: { aaai: 'AAAI' } },
  acl: {
    nearness: 'publisher',
    paperLinks: ['*://aclanthology.org/*', '*://*.aclweb.org/anthology/*'],
    schemes: { acl: 'ACL Anthology' },
  },
  acm: { nearness: 'publisher', paperLinks: ['*://dl.acm.org/*doid=*'] },
  any: { nearness: 'search', paperLinks: [] },
  ar5iv: { nearness: 'copy', paperLinks: ['*://ar5iv.org/*', '*://ar5iv.labs.arxiv.org/*'] },
  arxiv: {
    nearness: 'archive',
    paperLinks: ['*://*.arxiv.org/abs/*', '*://*.arxiv.org/pdf/*', '*://*.arxiv.org/html/*'],
    alsoAt: ['www.arxiv.org', 'export.arxiv.org'],
    schemes: { arxiv: 'arXiv' },
  },
  biorxiv: { nearness: 'publisher', paperLinks: ['*://*.biorxiv.org/content/*', '*://*.medrxiv.org/content/*'] },
  cvf: {
    nearness: 'publisher',
    paperLinks: ['*://openaccess.thecvf.com/*/html/*', '*://openaccess.thecvf.com/*/papers/*'],
    schemes: { cvf: 'CVF' },
  },
  dblp: {
    nearness: 'index',
    paperLinks: ['*://dblp.org/rec/*', '*://dblp.uni-trier.de/rec/*', '*://dblp.dagstuhl.de/rec/*'],
    alsoAt: ['dblp.dagstuhl.de'],
    schemes: { dblp: 'dblp' },
  },
  ecva: { nearness: 'publisher', paperLinks: ['*://*.ecva.net/papers/*/html/*'], schemes: { ecva: 'ECVA' } },
  eprint: {
    nearness: 'archive',
    paperLinks: ['*://eprint.iacr.org/*/*', '*://ia.cr/*/*'],
    schemes: { iacr: 'Cryptology ePrint Archive' },
  },
  europepmc: {
    nearness: 'publisher',
    paperLinks: ['*://europepmc.org/*article*', '*://europepmc.org/abstract/*'],
    schemes: { europepmc: 'Europe PMC' },
  },
  'google-scholar': {
    nearness: 'search',
    paperLinks: [],
    alsoAt: googleDomains.map((domain) => `scholar.google.${domain}`),
    schemes: { scholar: 'Google Scholar' },
  },
  huggingface: { nearness: 'copy', paperLinks: ['*://huggingface.co/papers/*.*', '*://hf.co/papers/*.*'] },
  'ieee-xplore': {
    nearness: 'publisher',
    paperLinks: [
      '*://ieeexplore.ieee.org/*document/*',
      '*://ieeexplore.ieee.org/iel*',
      '*://ieeexplore.ieee.org/*arnumber=*',
    ],
    schemes: { ieee: 'IEEE Xplore' },
  },
  ijcai: { nearness: 'publisher', paperLinks: ['*://*.ijcai.org/proceedings/*/*'], schemes: { ijcai: 'IJCAI' } },
  isca: { nearness: 'publisher', paperLinks: ['*://*.isca-archive.org/*_*/*'], schemes: { isca: 'ISCA Archive' } },
  jmlr: {
    nearness: 'publisher',
    paperLinks: ['*://*.jmlr.org/*papers/*.html', '*://*.jmlr.org/papers/*.pdf', '*://jmlr.csail.mit.edu/papers/*.*'],
    schemes: { jmlr: 'JMLR' },
  },
  nature: { nearness: 'publisher', paperLinks: ['*://*.nature.com/articles/*', '*://*.nature.com/*/journal/*'] },
  neurips: {
    nearness: 'publisher',
    paperLinks: ['*://proceedings.neurips.cc/*paper/*', '*://papers.neurips.cc/paper/*', '*://papers.nips.cc/paper/*'],
    schemes: { neurips: 'NeurIPS' },
  },
  openreview: {
    nearness: 'publisher',
    paperLinks: ['*://openreview.net/forum*', '*://openreview.net/pdf*', '*://openreview.net/attachment*'],
    schemes: { openreview: 'OpenReview' },
  },
  'papers-cool': {
    nearness: 'copy',
    paperLinks: ['*://papers.cool/arxiv/*', '*://papers.cool/venue/*@*'],
    schemes: { paperscool: 'Cool Papers' },
  },
  plos: { nearness: 'publisher', paperLinks: [] },
  pmc: { nearness: 'publisher', paperLinks: ['*://pmc.ncbi.nlm.nih.gov/articles/*'] },
  pmlr: {
    nearness: 'publisher',
    paperLinks: ['*://proceedings.mlr.press/*.html', '*://proceedings.mlr.press/*.pdf'],
    schemes: { pmlr: 'PMLR' },
  },
  pubmed: {
    nearness: 'publisher',
    paperLinks: [
      '*://pubmed.ncbi.nlm.nih.gov/*',
      '*://*.ncbi.nlm.nih.gov/pubmed/*',
      '*://*.ncbi.nlm.nih.gov/*articles/*',
    ],
    schemes: { pmid: 'PubMed', pmcid: 'PubMed Central' },
  },
  scirate: { nearness: 'copy', paperLinks: ['*://scirate.com/arxiv/*'] },
  'semantic-scholar': {
    nearness: 'copy',
    paperLinks: ['*://*.semanticscholar.org/*'],
    schemes: { s2: 'Semantic Scholar' },
  },
  springer: { nearness: 'publisher', paperLinks: [] },
  usenix: { nearness: 'publisher', paperLinks: ['*://*.usenix.org/conference/*/presentation/*'] },
};

/** Patterns of links to papers on sites without a row: DOIs at their resolver and in any address, and hosts that `idOfAddress` knows. */
const otherPaperLinks: readonly string[] = [
  '*://*.doi.org/*',
  '*://*/10.*/*',
  '*://*/*/10.*/*',
  '*://*/*=10.*/*',
  '*://*/*10.*%2F*',
  '*://*.alphaxiv.org/*',
  '*://ui.adsabs.harvard.edu/abs/*',
  '*://*.ssrn.com/abstract=*',
  '*://*.ssrn.com/*abstract_id=*',
  '*://*.ssrn.com/*abstractid=*',
  '*://*.peerj.com/articles/*',
  '*://*.elifesciences.org/articles/*',
  '*://*.elifesciences.org/reviewed-preprints/*',
  '*://*.hindawi.com/journals/*',
  '*://*.thelancet.com/*PII*',
  '*://*.copernicus.org/articles/*',
];

/** Patterns of all links that may lead to a paper. */
export const paperLinks: readonly string[] = [
  ...Object.values(catalog).flatMap((row) => row.paperLinks),
  ...otherPaperLinks,
];

/** Names of the schemes that are no site's. */
const common: Readonly<Record<string, string>> = { doi: 'DOI' };

const schemes: Readonly<Record<string, string>> = Object.assign(
  {},
  common,
  ...Object.values(catalog).map((row) => row.schemes),
);

/** What a reader calls an id's scheme: "arXiv"; one that is not known is shown as it is. */
export const schemeWords = (scheme: string): string =>
  Object.hasOwn(schemes, scheme) ? (schemes[scheme] ?? scheme) : scheme;
