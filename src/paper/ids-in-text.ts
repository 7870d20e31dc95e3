/** Finds the papers that a text names by arXiv id, DOI, PubMed id, or address. */
import { idOfAddress } from './any-address';
import { arxivId, arxivToId, arxivVersion, doiToId, maxAddressLength, trimEnd } from './ids';
import { withoutView } from './paper-urls';

/** An id in a text, its position, and the arXiv version that it names. */
export interface Named {
  id: string;
  at: number;
  version?: number;
}

/** In addresses and DOIs as people write them; old DOIs hold angle brackets, as in `10.1002/(SICI)1-1(1998)1:1<1::AID-X1>3.0.CO;2-2`. */
const written = /(?:[^\s<>"'`|\\^\]]|<\d+:[^\s<>]{0,60}>)+/.source;

/** Addresses come first, because an id inside one is part of it; those without `https://` last, since `math.GT/0309136` is none. */
const named = new RegExp(
  [
    `https?://${written}`,
    `(?<![\\w/.])10\\.\\d{4,9}(?:\\.\\d+)*/${written}`,
    /(?<![\w./-])(?:arxiv:\s?)?(?:\d{4}\.\d{4,5}|[a-z]{1,12}(?:-[a-z]{1,12})?(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?(?![\w/]|\.\d)/
      .source,
    /(?<![\w/])(?:pmid|pubmed)[:\s]\s?\d{1,9}\b|(?<![\w/])PMC\d{4,9}\b/.source,
    `(?<![\\w@./-])(?:[\\w-]{1,63}\\.){1,6}[a-z]{2,12}/${written}`,
  ].join('|'),
  'gi',
);

/** A comment behind `#` that begins a line or stands behind white space. */
const comment = /(?<=^|\s)#.*$/gm;

/** Whether a text is a list of ids and comments and nothing else: there an id in a comment is an example. */
function isPlainList(text: string): boolean {
  const lines = text.replace(comment, '').split('\n');
  const items = lines.map((line) => line.trim()).filter((line) => line !== '');
  return items.length > 0 && items.every((item) => !/\s/.test(item));
}

/** All mentions of papers in a text, in order. */
export function* idsIn(text: string): Iterable<Named> {
  for (const { id, at, version } of mentionsIn(text))
    if (id !== undefined) yield version === undefined ? { id, at } : { id, at, version };
}

/** The same with the addresses (http or https) that lead to no paper: those have no id. `address`: as it stands. */
export function* mentionsIn(text: string): Iterable<Partial<Named> & { at: number; address: string }> {
  // Blanks in the place of comments keep positions as they are.
  const read = text.includes('#') && isPlainList(text) ? text.replace(comment, (all) => ' '.repeat(all.length)) : text;
  for (const { 0: address, index: at } of read.matchAll(named)) {
    const id = idOfMatch(address);
    const version = id?.startsWith('arxiv:') ? arxivVersion(address) : undefined;
    if (id !== undefined) yield { id, at, address, ...(version !== undefined && { version }) };
    else if (/^https?:\/\//i.test(address)) yield { at, address };
  }
}

function idOfMatch(text: string): string | undefined {
  if (text.length > maxAddressLength) return undefined;
  const bare = trimEnd(text);
  if (/^https?:/i.test(bare)) return idOfAddress(bare);
  if (/^10\./.test(bare)) return doiToId(withoutView(bare));
  const pubmed = /^(?:pmid|pubmed)[:\s]\s*(\d+)$/i.exec(bare)?.[1];
  if (pubmed) return `pmid:${pubmed}`;
  if (/^PMC\d+$/i.test(bare)) return `pmcid:${bare.toUpperCase()}`;
  const arxiv = arxivToId(bare);
  // Of old ids in running text the month must be one: "page/1234567" is none.
  const isDated = /^arxiv:/i.test(bare) || !/\/\d{7}/.test(bare) || /\/\d\d(?:0[1-9]|1[0-2])\d{3}/.test(bare);
  return arxiv && isDated ? arxiv : idOfAddress(`https://${bare}`);
}

/** The arXiv id, without version, in a text such as "arXiv preprint arXiv:1706.03762" or "arXiv.1706.03762". */
export function arxivIn(text: string | undefined): string | undefined {
  const found =
    /arxiv(?:\.org\/(?:abs|pdf)\/|[.:\s,]{0,5}(?:abs\/)?)\s{0,3}((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/i.exec(
      text ?? '',
    );
  return found?.[1] === undefined ? undefined : arxivId(found[1]);
}
