/** Macros for journals that astronomers' BibTeX files use without defining them. https://ui.adsabs.harvard.edu/help/actions/journal-macros */
const list = `aj Astronomical Journal|actaa Acta Astronomica|araa Annual Review of Astronomy and Astrophysics|apj Astrophysical Journal
apjl Astrophysical Journal, Letters|apjs Astrophysical Journal, Supplement|ao Applied Optics|apss Astrophysics and Space Science
aap Astronomy and Astrophysics|aapr Astronomy and Astrophysics Reviews|aaps Astronomy and Astrophysics, Supplement|azh Astronomicheskii Zhurnal
baas Bulletin of the AAS|caa Chinese Astronomy and Astrophysics|cjaa Chinese Journal of Astronomy and Astrophysics|icarus Icarus
jcap Journal of Cosmology and Astroparticle Physics|jrasc Journal of the RAS of Canada|memras Memoirs of the RAS|mnras Monthly Notices of the RAS
na New Astronomy|nar New Astronomy Review|pra Physical Review A: General Physics|prb Physical Review B: Solid State|prc Physical Review C
prd Physical Review D|pre Physical Review E|prl Physical Review Letters|pasa Publications of the Astron. Soc. of Australia|pasp Publications of the ASP
pasj Publications of the ASJ|rmxaa Revista Mexicana de Astronomia y Astrofisica|qjras Quarterly Journal of the RAS|skytel Sky and Telescope
solphys Solar Physics|sovast Soviet Astronomy|ssr Space Science Reviews|zap Zeitschrift fuer Astrophysik|nat Nature|iaucirc IAU Circulars
aplett Astrophysics Letters|apspr Astrophysics Space Physics Research|bain Bulletin Astronomical Institute of the Netherlands|fcp Fundamental Cosmic Physics
gca Geochimica Cosmochimica Acta|grl Geophysics Research Letters|jcp Journal of Chemical Physics|jgr Journal of Geophysics Research
jqsrt Journal of Quantitiative Spectroscopy and Radiative Transfer|memsai Mem. Societa Astronomica Italiana|nphysa Nuclear Physics A|physrep Physics Reports
physscr Physica Scripta|planss Planetary Space Science|procspie Proceedings of the SPIE`;

const journals = new Map(
  list.split(/[|\n]/).map((line): [string, string] => {
    const at = line.indexOf(' ');
    return [line.slice(0, at), line.slice(at + 1)];
  }),
);

/** The name of a journal that is written as such a macro (`\apj`); any other name as it is. */
export const journalName = (latex: string): string =>
  journals.get(/^\{?\\([a-z]+)\}?$/.exec(latex.trim())?.[1] ?? '') ?? latex;
