/**
 * Papers' addresses at publishers, a function a site: ids of the site's own, and DOIs that do not stand in an address but follow
 * from it. Each takes the address of a page or a file; the site's own reader uses it, and `idOfAddress` knows them all.
 */
import { arxivToId, decode } from './ids';
import type { OwnId } from './site-urls';

/** JMLR: `/papers/v25/24-0110.html`, its copy below `/beta`, and files as `/papers/volume25/24-0110/24-0110.pdf`. */
export function jmlrPaper({ pathname }: URL): (OwnId & { volume: string }) | undefined {
  const [, volume, name] =
    /^(?:\/beta)?\/papers\/v(\d+)\/(?!index\.)([\w.-]+)\.html$/.exec(pathname) ??
    /^\/papers\/v(?:olume)?(\d+)\/(?:[\w.-]+\/)?([\w.-]+)\.pdf$/.exec(pathname) ??
    [];
  return volume && name ? { volume, id: `jmlr:v${volume}/${name}` } : undefined;
}

/** IJCAI of 2017 on: `/proceedings/2018/512`, files as `/proceedings/2018/0512.pdf`. */
export function ijcaiPaper({ pathname }: URL): (OwnId & { year: string }) | undefined {
  const [, year, number] = /^\/proceedings\/(\d{4})\/0*(\d+)(?:\.pdf|\/)?$/.exec(pathname) ?? [];
  return year && number ? { year, id: `ijcai:${year}/${number}` } : undefined;
}

/** AAAI: `/index.php/AAAI/article/view/123`; files are numbered behind it, as `…/view/123/456` and `…/download/123/456`. */
export function aaaiPaper({ pathname }: URL): (OwnId & { journal: string }) | undefined {
  const [, journal, number] =
    /^\/(?:ojs\/)?(?:index\.php\/)?([\w-]+)\/article\/(?:view|viewFile|download)\/(\d+)(?:\/\d+)?\/?$/.exec(pathname) ??
    [];
  return journal && number ? { journal, id: `aaai:${journal}/${number}` } : undefined;
}

/** IEEE Xplore: `/document/8100123`, `/abstract/document/8100123`, `/stamp/stamp.jsp?arnumber=8100123`, `/iel7/…/08100123.pdf`. */
export function ieeePaper({ pathname, searchParams }: URL): OwnId | undefined {
  const number =
    /^\/(?:(?:abstract\/)?document\/|iel\w+\/\d+\/\d+\/)0*(\d+)(?:\.pdf|\/\w*)?$/.exec(pathname)?.[1] ??
    /^0*(\d+)$/.exec((/^\/(?:stamp|xpls?|stampPDF)\//.test(pathname) && searchParams.get('arnumber')) || '')?.[1];
  return number ? { id: `ieee:${number}` } : undefined;
}

/** A presentation at one of USENIX's conferences, which has no id but its address: `/conference/nsdi22/presentation/okoye`. */
export function usenixPaper({ host, pathname }: URL): (OwnId & { conference: string }) | undefined {
  const conference = /^\/conference\/([\w-]+)\/(?:technical-sessions\/)?presentation\/[^/]+\/?$/.exec(pathname)?.[1];
  const place = `https://${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
  return conference ? { conference, id: `url:${place}` } : undefined;
}

/** The Cryptology ePrint Archive: `/2025/803`, `/2025/803.pdf`; the numbers of early years have zeros before them. */
export function eprintPaper({ pathname }: URL): (OwnId & { year: string }) | undefined {
  const [, year, number] = /^\/(\d{4})\/(\d{3,5})(?:\.(?:pdf|ps|bib))?\/?$/.exec(pathname) ?? [];
  return year && number ? { year, id: `iacr:${year}/${number}` } : undefined;
}

/** ISCA Archive: `/interspeech_2024/okoye24_interspeech.html`, files with `.pdf`. */
export function iscaPaper({ pathname }: URL): (OwnId & { volume: string; year: string }) | undefined {
  const [, volume, year, stem] = /^\/([a-z]+_(\d{4}))\/(?!index\.)([\w-]+)\.(?:html|pdf)$/.exec(pathname) ?? [];
  return volume && year && stem ? { volume, year, id: `isca:${volume}/${stem}` } : undefined;
}

/**
 * Nature's journals: `/articles/s41586-021-00001-2`, formerly `/nature/journal/v521/n7553/full/nature00001.html`; names may have dots, as
 * in `ng.99999`. News is no paper.
 */
export const naturePaper = ({ pathname }: URL): string | undefined => {
  const name =
    /^\/articles\/([\w.-]+?)(?:\.(?:e?pdf|ris|html?))?(?:\/.*)?$/.exec(pathname)?.[1] ??
    /^\/\w+\/journal\/v\w+\/n\w+\/(?:abs|full|pdf)\/([\w.-]+)\.\w+$/.exec(pathname)?.[1];
  return name && !/^d\d{5}-/.test(name) ? `10.1038/${name}` : undefined;
};

const ssrnPaper = ({ pathname, searchParams }: URL): string | undefined => {
  const number =
    /^\/abstract=(\d+)$/.exec(pathname)?.[1] ?? searchParams.get('abstract_id') ?? searchParams.get('abstractid');
  return number && /^\d+$/.test(number) ? `10.2139/ssrn.${number}` : undefined;
};

/** bioRxiv and medRxiv before 2019: `/content/early/2017/01/01/123456`, `/content/biorxiv/early/…/123456.full.pdf`. */
const earlyPreprint = ({ pathname }: URL): string | undefined => {
  const number = /^\/content\/(?:\w+\/)?early\/(?:\d+\/){3}([\d.]+\d)(?:v\d+)?(?:\.[\w.-]+)?$/.exec(pathname)?.[1];
  return number && `10.1101/${number}`;
};

const peerjPaper = ({ pathname }: URL): string | undefined => {
  const [, section = '', number] = /^\/articles\/([a-z]+-)?(\d+)(?:[./].*)?$/.exec(pathname) ?? [];
  return number && `10.7717/peerj${section && `-${section.slice(0, -1)}`}.${number}`;
};

/** DOIs that follow from an address, by host without `www.`. */
const followed: Record<string, (url: URL) => string | undefined> = /* @__PURE__ */ (() => ({
  'nature.com': naturePaper,
  'papers.ssrn.com': ssrnPaper,
  'ssrn.com': ssrnPaper,
  'biorxiv.org': earlyPreprint,
  'medrxiv.org': earlyPreprint,
  'peerj.com': peerjPaper,
  'elifesciences.org': ({ pathname }) => {
    const number = /^\/(?:articles|reviewed-preprints)\/(\d{5,6})(?:[v./].*)?$/.exec(pathname)?.[1];
    return number && `10.7554/elife.${number}`;
  },
  'pos.sissa.it': ({ pathname }) => {
    const [, volume, number] = /^\/(\d{1,4})\/(\d{3,4})(?:\/(?:pdf)?)?$/.exec(pathname) ?? [];
    return number && `10.22323/1.${volume?.padStart(3, '0')}.${number.padStart(4, '0')}`;
  },
  'hindawi.com': ({ pathname }) => {
    const [, year, number] = /^\/journals\/\w+\/((?:19|20)\d\d)\/(\d+)(?:\/.*)?$/.exec(pathname) ?? [];
    return number && `10.1155/${year}/${number}`;
  },
  'thelancet.com': ({ pathname }) => {
    const item = /\/PII(S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])(?:\/\w+)?$/i.exec(decode(pathname))?.[1];
    return item && `10.1016/${item}`;
  },
  // Papers of the ACM by the last part of their DOI.
  'dl.acm.org': ({ searchParams }) => {
    const last = /^\d+(?:\.\d+)?$/.exec(searchParams.get('doid') ?? '')?.[0];
    return last && `10.1145/${last}`;
  },
}))();

/** The DOI that follows from a publisher's address in which it does not stand; undefined where none does with certainty. */
export function followedDoi(url: URL): string | undefined {
  const host = url.hostname.replace(/^www\./, '');
  if (Object.hasOwn(followed, host)) return followed[host]?.(url);
  const journal = /^([a-z]+)\.copernicus\.org$/.exec(host)?.[1];
  const [, volume, page, year] = /^\/articles\/(\d+)\/(\d+)\/(\d{4})\/?(?:[\w.-]+)?$/.exec(url.pathname) ?? [];
  return journal && year ? `10.5194/${journal}-${volume}-${page}-${year}` : undefined;
}

/** NASA ADS: the arXiv id in the bibcode of a preprint, `/abs/2019arXiv190799457B`. */
export function adsPreprint({ pathname }: URL): OwnId | undefined {
  const [, month, number] = /^\/abs\/\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z](?:\/.*)?$/.exec(pathname) ?? [];
  const id = number && arxivToId(`${month}.${number}`);
  return id ? { id } : undefined;
}
