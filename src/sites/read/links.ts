/** Sorting the addresses a page gives for a paper into code, data and project, and finding code in running text. Pure. */
import { trimEnd } from '../../paper/identity';
import type { Links } from '../../paper/paper';

// First path segments that are the host's own pages, not accounts.
const own =
  /^(?:about|blog|collections|datasets|docs|features|learn|models|orgs|organizations|papers|posts|search|settings|spaces|sponsors|topics|users)$/i;

const ownerAndName = /^\/([\w.-]+)\/([\w.-]+)/;
// Below GitLab's groups may lie further groups; a project's own pages begin at one of these words.
const groupsAndName =
  /^\/([\w.-]+(?:\/[\w.-]+)*?)\/([\w.-]+)(?:\/(?:-|tree|blob|raw|issues|wikis|commits?|releases)(?:\/.*)?)?\/*$/;

const hostOf = (url: URL): string => url.hostname.replace(/^www\./, '');
const isHub = (host: string): boolean => host === 'huggingface.co' || host === 'hf.co';

/**
 * The repository an address lies in: `https://github.com/owner/name`, likewise GitLab (any `gitlab.` host, sub-groups kept),
 * Bitbucket, Codeberg and Hugging Face Spaces; without `.git`, deeper paths, query and `www.`. Undefined for anything else.
 */
export function repository(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const host = hostOf(url);
  let place = `https://${host}`;
  let path: RegExp;
  if (isHub(host)) {
    place = 'https://huggingface.co/spaces';
    path = /^\/spaces\/([\w.-]+)\/([\w.-]+)/;
  } else if (host.startsWith('gitlab.')) path = groupsAndName;
  else if (/^(?:github\.com|bitbucket\.org|codeberg\.org)$/.test(host)) path = ownerAndName;
  else return undefined;
  const [, owner = '', name = ''] = path.exec(url.pathname) ?? [];
  const bare = name.replace(/\.+$/, '').replace(/\.git$/i, '');
  return /\w/.test(bare) && !own.test(owner) ? `${place}/${owner}/${bare}` : undefined;
}

const inText =
  /(?:github\.com|bitbucket\.org|codeberg\.org|gitlab\.[\w.-]{1,60}|(?:huggingface|hf)\.co\/spaces)\/[^\s{}<>"'()[\],;]+/gi;

/**
 * Repositories whose address stands in running text, with or without `https://`. Ends before the sentence's punctuation, a
 * brace that LaTeX left (`…/name{this link}`) and a bracket; `\_` is an underscore.
 */
export function codeInText(text: string | undefined): string[] {
  const plain = text?.replaceAll('\\_', '_') ?? '';
  return [...plain.matchAll(inText)].flatMap(({ 0: address, index }) => {
    // Not within a longer host. Looked at here: a look-behind in the pattern makes each search five times as slow.
    const before = plain.slice(Math.max(0, index - 5), index);
    return /(?:^|[^\w.-])(?:www\.)?$/i.test(before) ? (repository(`https://${trimEnd(address)}`) ?? []) : [];
  });
}

/** A Hugging Face data set or model, or a Zenodo record. */
function isData(url: URL): boolean {
  const host = hostOf(url);
  if (!isHub(host)) return /^(?:zenodo\.org\/records?\/|doi\.org\/10\.5281\/zenodo\.)/i.test(host + url.pathname);
  const owner = ownerAndName.exec(url.pathname)?.[1];
  return owner !== undefined && (owner === 'datasets' || !own.test(owner));
}

/**
 * Addresses that a page names as the paper's code, data or project page, each in its list once, in the order given.
 * Addresses that are not http(s) are left out; all but repositories stay as they are written.
 */
export function sortLinks(addresses: Iterable<string | undefined>): Required<Pick<Links, 'code' | 'data' | 'project'>> {
  const code = new Map<string, string>(); // hosts of code tell no cases apart
  const data = new Set<string>();
  const project = new Set<string>();
  for (const given of addresses) {
    const address = given?.trim() ?? '';
    if (!/^https?:/i.test(address) || !URL.canParse(address)) continue;
    const found = repository(address);
    if (!found) (isData(new URL(address)) ? data : project).add(address);
    else if (!code.has(found.toLowerCase())) code.set(found.toLowerCase(), found);
  }
  return { code: [...code.values()], data: [...data], project: [...project] };
}

/** Repositories that a place links to, also behind words such as "this https URL", or names in its `text`; each once. */
export function codeIn(place: Element | null | undefined, text: string | undefined): string[] {
  const links = [...(place?.getElementsByTagName('a') ?? [])].map((link) => link.getAttribute('href') ?? '');
  return sortLinks([...links.map(repository), ...codeInText(text)]).code;
}
