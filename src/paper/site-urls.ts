/**
 * Ids that sites have of their own, in the addresses of their papers' pages and files. A function a site, which its reader
 * uses, too; `idOfAddress` knows them all. Each takes a path, or an address where a query matters.
 */

/** An own id, with what else the address says. */
export interface OwnId {
  id: string;
  /** Four digits. */
  year?: string | undefined;
}

/**
 * CVF: `/content/CVPR2023/html/…`, `/content_CVPR_2019/html/…`, workshops `/content/CVPR2023W/NAME/html/…` and
 * `/content_CVPRW_2019/html/NAME/…`; files in `papers` in place of `html`.
 */
export function cvfPaper(path: string): (OwnId & { event: string }) | undefined {
  const [, place, stem] =
    /^\/content[_/]([^/]+)\/(?:[^/]+\/)?(?:html|papers)\/(?:[^/]+\/)?([^/]+?)(?:_paper)?\.(?:html|pdf)$/.exec(path) ??
    [];
  if (!place) return undefined;
  const event = place.replaceAll('_', '').toUpperCase();
  return { id: `cvf:${event}/${stem}`, event, year: /\d{4}/.exec(event)?.[0] };
}

/** ECVA: `/papers/eccv_2024/papers_ECCV/html/4_ECCV_2024_paper.php`. Its files have other names. */
export function ecvaPaper(path: string): OwnId | undefined {
  const stem = /^\/papers\/.*\/html\/([^/]+?)(?:_paper)?\.php$/.exec(path)?.[1];
  return stem ? { id: `ecva:${stem}`, year: /eccv_(\d{4})/i.exec(path)?.[1] } : undefined;
}

/** PMLR: `/v139/KEY.html`; files `/v139/KEY/KEY.pdf`, formerly `/v28/KEY.pdf`. */
export function pmlrPaper(path: string): OwnId | undefined {
  const [, volume, key] = /^\/([vr]\d+)\/(?!index\.)([^/]+)(?:\.html|(?:\/\2)?\.pdf)$/.exec(path) ?? [];
  return key && !/-supp$/.test(key) ? { id: `pmlr:${volume}/${key}` } : undefined;
}

/** NeurIPS: `/paper/1988/hash/HASH-Abstract.html`, `/paper/1988/file/HASH-Paper.pdf`, formerly `/paper/1234-title`. */
export function neuripsPaper(path: string): OwnId | undefined {
  const [, year, hash] =
    /^\/(?:paper_files\/)?paper\/(\d{4})\/(?:hash|file)\/([0-9a-f]{32})-(?:Abstract|Paper|Metadata)/.exec(path) ?? [];
  if (hash) return { id: `neurips:${hash}`, year };
  const number = /^\/paper\/(\d+)-[^/]+$/.exec(path)?.[1];
  return number ? { id: `neurips:${number}` } : undefined;
}

/** Cool Papers: `/venue/Li_Seeing@CVPR2024@CVF`, for papers of venues. */
export function coolPaper(path: string): OwnId | undefined {
  const id = /^\/venue\/([^/@]+@[^/@]+@[^/@]+)$/.exec(path)?.[1];
  return id ? { id: `paperscool:${id}` } : undefined;
}

/** Europe PMC: `/article/PPR/PPR123` and other sources without a PMID or PMCID. */
export function europePmcRecord(path: string): OwnId | undefined {
  const id = /^\/article\/(?!MED\/|PMC\/)\w+\/([\w./-]+?)\/?$/.exec(path)?.[1];
  return id ? { id: `europepmc:${id}` } : undefined;
}
