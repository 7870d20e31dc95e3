/** Finds the papers that a text names by arXiv id, DOI, PubMed id, or address. */
import { arxivId, arxivVersion, doiToId, idOfUrl, trimEnd } from './identity';
import { maxAddressLength } from './ids';

/** An id in a text, its position, and the arXiv version that it names. */
export interface Named {
  id: string;
  at: number;
  version?: number;
}

/** Addresses come first, because an id inside one is part of it. */
const named = new RegExp(
  [
    /https?:\/\/[^\s<>"'`\]|\\^]+/,
    /(?<![\w/.])10\.\d{4,9}(?:\.\d+)*\/[^\s<>"'`|\\]+/,
    /(?<![\w./-])(?:arxiv:\s?)?(?:\d{4}\.\d{4,5}|[a-z]{1,12}(?:-[a-z]{1,12})?(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?(?![\w/]|\.\d)/,
    /(?<![\w/])(?:pmid|pubmed)[:\s]\s?\d{1,9}\b|(?<![\w/])PMC\d{4,9}\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** All mentions of papers in a text, in order. */
export function* idsIn(text: string): Iterable<Named> {
  for (const { 0: match, index: at } of text.matchAll(named)) {
    const id = idOfMatch(match);
    if (id === undefined) continue;
    const version = id.startsWith('arxiv:') ? arxivVersion(match) : undefined;
    yield version === undefined ? { id, at } : { id, at, version };
  }
}

function idOfMatch(text: string): string | undefined {
  if (text.length > maxAddressLength) return undefined;
  const bare = trimEnd(text);
  if (/^https?:/i.test(bare)) return idOfUrl(bare);
  if (/^10\./.test(bare)) return doiToId(bare);
  const pubmed = /^(?:pmid|pubmed)[:\s]\s*(\d+)$/i.exec(bare)?.[1];
  if (pubmed) return `pmid:${pubmed}`;
  if (/^PMC\d+$/i.test(bare)) return `pmcid:${bare.toUpperCase()}`;
  const arxiv = arxivId(bare);
  return arxiv && `arxiv:${arxiv}`;
}

/** The arXiv id, without version, in a text such as "arXiv preprint arXiv:1706.03762" or "arXiv.1706.03762". */
export function arxivIn(text: string | undefined): string | undefined {
  const found =
    /arxiv(?:\.org\/(?:abs|pdf)\/|[.:\s,]{0,5}(?:abs\/)?)\s{0,3}((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/i.exec(
      text ?? '',
    );
  return found?.[1] === undefined ? undefined : arxivId(found[1]);
}
