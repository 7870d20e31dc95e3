/** Text for formats: cleaning, single lines, paragraphs, safe addresses, ids. */
import { addressOfId } from '../paper/addresses';
import { idScheme, idValue } from '../paper/identity';
import { bestDoi, noticeOf } from '../paper/publication';
import type { ExportPaper } from './format';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** Tested first: nearly all text has none, and a test takes a tenth of the time of a replacement. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const odd = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/;

/** Text that files can hold: without lone surrogates and control characters; tabs and line ends stay. */
export const plain = (text: string): string =>
  odd.test(text)
    ? text
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .replace(control, '')
    : text;

/** One line: white space collapsed, control characters removed. */
export function oneLine(text: string): string {
  const clean = plain(text);
  return /[^\S ]| {2}|^ | $/.test(clean) ? clean.replace(/\s+/g, ' ').trim() : clean;
}

/** Lines of a text as paragraphs, without empty ones. */
export const toParagraphs = (text: string): string[] =>
  plain(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** An absolute http(s) address, normalized; undefined for anything else, so that no other scheme is ever written. */
export function safeUrl(address: string | undefined): string | undefined {
  const trimmed = address?.trim();
  if (!trimmed || !/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return new URL(trimmed).href.replace(/[{}<>"'`\\^|]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The value of the first id of a scheme: the arXiv id, the DOI. */
export function idOf(paper: Pick<ExportPaper, 'ids'>, scheme: string): string | undefined {
  const found = paper.ids.find((id) => idScheme(id) === scheme);
  return found && idValue(found);
}

/** The publisher's DOI, otherwise the DOI that arXiv registers for each of its papers. */
export function doiOf(paper: Pick<ExportPaper, 'ids'>): string | undefined {
  const arxiv = idOf(paper, 'arxiv');
  return bestDoi(paper.ids) ?? (arxiv && `10.48550/arXiv.${arxiv}`);
}

/** In English, as the formats' own words: "Retracted 2025-03-01, doi:10.1000/notice"; undefined for a paper without such a notice. */
export function noticeText({ facts }: Pick<ExportPaper, 'facts'>): string | undefined {
  const { is, isPartial, date, doi } = noticeOf(facts) ?? {};
  if (is !== 'retracted' && is !== 'concern') return undefined;
  const word = is === 'concern' ? 'Expression of concern' : isPartial ? 'Partly retracted' : 'Retracted';
  return [[word, date].filter(Boolean).join(' '), doi && `doi:${doi}`].filter(Boolean).join(', ');
}

/**
 * The paper's lasting address: of its best id, otherwise of the page it was read from, otherwise of its PDF. An id that is an
 * address is one without its `www.` and `http:`, which not every site answers: there the page itself is taken.
 */
export function addressOf(paper: Pick<ExportPaper, 'ids' | 'facts'>): string | undefined {
  const { abs, page, pdf } = paper.facts.links ?? {};
  for (const id of paper.ids) {
    const address = (idScheme(id) === 'url' ? safeUrl(page) : undefined) ?? safeUrl(addressOfId(id));
    if (address) return address;
  }
  return safeUrl(abs) ?? safeUrl(page) ?? safeUrl(pdf);
}

/**
 * The address to write beside a DOI, which is written on its own: the page or file that the paper was read from, since that is
 * the copy one can read. arXiv's papers have arXiv's page.
 */
export function writtenAddress(paper: Pick<ExportPaper, 'ids' | 'facts'>, hasPdfField = false): string | undefined {
  const { page, pdf } = paper.facts.links ?? {};
  if (idOf(paper, 'arxiv') !== undefined) return addressOf(paper);
  return safeUrl(page) ?? (hasPdfField ? undefined : safeUrl(pdf)) ?? addressOf(paper);
}

/** arXiv's primary category, if it is well-formed. */
export const primaryClass = (paper: Pick<ExportPaper, 'facts'>): string | undefined =>
  paper.facts.categories?.slice(0, 1).find((category) => /^[a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?$/.test(category));
