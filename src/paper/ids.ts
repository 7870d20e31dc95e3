/**
 * Ids as they are written: arXiv identifiers and DOIs in their one form, and the order in which ids are preferred. An id is
 * `scheme:value`; its form never changes once released. Part of `identity.ts`, which everyone imports.
 */

/** Schemes in order of preference: a paper's key is its first id in this order. Sites' own schemes follow, `url` is last. */
const order = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'pmcid', 'dblp', 's2'] as const;

/** UTF-16 units: whatever is longer is no id and no paper’s address. */
export const maxAddressLength = 2000;

const newArxiv = /^\d{4}\.\d{4,5}$/;
const oldArxiv = /^[a-z]+(?:-[a-z]+)?\/\d{7}$/;

/**
 * An arXiv identifier without version, or undefined. Takes `2407.21705v2`, `arXiv:hep-th/9901001`, `math.GT/0309136`
 * (the subject class is dropped, as arXiv itself does). https://info.arxiv.org/help/arxiv_identifier.html
 */
export function arxivId(text: string): string | undefined {
  if (text.length > maxAddressLength) return undefined;
  const bare = text
    .trim()
    .replace(/^arxiv:\s*/i, '')
    .replace(/v\d+$/i, '')
    .toLowerCase();
  if (newArxiv.test(bare)) return isMonth(bare.slice(2, 4)) ? bare : undefined;
  const old = bare.replace(/^([a-z]+(?:-[a-z]+)?)\.[a-z-]+\//, '$1/');
  return oldArxiv.test(old) ? old : undefined;
}

/** The version number at the end of an arXiv identifier or address (`…v3`, `…v3.pdf`), if it has one. */
export function arxivVersion(text: string): number | undefined {
  const found = /\d{4,7}v(\d{1,3})(?:\.pdf)?(?:[?#].*)?$/i.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}

function isMonth(text: string): boolean {
  const month = Number(text);
  return month >= 1 && month <= 12;
}

/**
 * A DOI in lower case without resolver, or undefined. Takes `doi:10.1/X`, `https://doi.org/10.1%2FX.` and the bare form;
 * drops punctuation that a sentence left at the end, and a closing bracket that the DOI did not open.
 * https://www.doi.org/doi_handbook/2_Numbering.html
 */
export function doi(text: string): string | undefined {
  if (text.length > maxAddressLength) return undefined;
  const typed = text.trim();
  // In an address a bare ? or # ends the DOI: within a DOI they are percent-encoded.
  const address = /^https?:\/\//i.test(typed) ? typed.replace(/[?#].*$/s, '') : typed;
  const bare = decode(address)
    .replace(/^(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\/+/i, '')
    .replace(/^(?:info:)?doi[:/]\s*/i, '');
  if (!/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(bare)) return undefined;
  const found = trimEnd(bare).replace(/\/+$/, '').toLowerCase();
  return /^10\.[\d.]+\/./.test(found) ? found : undefined;
}

/** Removes punctuation, quotes and unmatched closing brackets that a sentence leaves after an address. */
export function trimEnd(text: string): string {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] as string;
    if ('.,;:!?\'"’”»…*'.includes(last)) continue;
    const open = { ')': '(', ']': '[', '}': '{', '>': '<' }[last];
    if (open === undefined) break;
    const before = text.slice(0, end);
    if (before.split(open).length >= before.split(last).length) break;
  }
  return text.slice(0, end);
}

/** Percent-decodes a text; returns it unchanged if it is not well-formed. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is part of the text
  }
}

/** The `arxiv:` id of an arXiv identifier, in any of the forms that `arxivId` takes. */
export function arxivToId(text: string): string | undefined {
  const found = arxivId(text);
  return found && `arxiv:${found}`;
}

/** The `doi:` id of a DOI, or the `arxiv:` id if arXiv registered the DOI for a paper of its own. */
export function doiToId(text: string): string | undefined {
  const found = doi(text);
  if (found === undefined) return undefined;
  const own = /^10\.48550\/arxiv\.(.+)$/.exec(found);
  return (own && arxivToId(own[1] as string)) ?? `doi:${found}`;
}

/** Scheme of an id: `arxiv` of `arxiv:2407.21705`. */
export const idScheme = (id: string): string => id.slice(0, id.indexOf(':'));

/** Value of an id: `2407.21705` of `arxiv:2407.21705`. */
export const idValue = (id: string): string => id.slice(id.indexOf(':') + 1);

function preference(id: string): number {
  const scheme = idScheme(id);
  if (scheme === 'url') return order.length + 1;
  const known = (order as readonly string[]).indexOf(scheme);
  return known < 0 ? order.length : known;
}

/** Removes duplicates and sorts ids by preference, within a scheme in the given order. The first is the key. */
export function orderIds(ids: Iterable<string | undefined>): string[] {
  const known = [...new Set(ids)].filter((id): id is string => id !== undefined);
  return known.sort((a, b) => preference(a) - preference(b));
}

/** Whether a title is the paper's id, which stands in for it until the title is known: "arXiv:2407.21705", "doi:10.1000/1". */
export const isIdAsTitle = (title: string): boolean => /^[a-z][a-z0-9]{1,19}:\S+$/i.test(title);

/** Whether a text is a well-formed id: a scheme, a colon, and a value without white space. */
export const isId = (text: string): boolean => /^[a-z][a-z0-9]{1,19}:\S{1,1000}$/.test(text);
