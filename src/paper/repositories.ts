/** Addresses of code and data: which repository one lies in, and what a repository is called. Pure. */

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

/**
 * "OpenGVLab/DiffRate" of a repository's address, as its host writes it: a Space without the `spaces/` before it, GitLab's
 * sub-groups whole. Of any other address the host, and what is no address as it stands.
 */
export function repositoryName(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname } = new URL(repository(address) ?? address);
  const path = pathname.replace(/^\/(?:spaces\/)?|\/$/g, '');
  return repository(address) || path.split('/').length === 2 ? path : hostname;
}

/**
 * The data set or model on Hugging Face that an address lies in: `https://huggingface.co/owner/name`, `…/datasets/owner/name`,
 * without deeper paths. Undefined for anything else.
 */
export function dataRepository(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const [, datasets = '', owner = '', name = ''] = /^\/(datasets\/)?([\w.-]+)\/([\w.-]+)/.exec(url.pathname) ?? [];
  const bare = name.replace(/\.+$/, '');
  return isHub(hostOf(url)) && /\w/.test(bare) && !own.test(owner)
    ? `https://huggingface.co/${datasets}${owner}/${bare}`
    : undefined;
}

/** Whether an address is of a data set or model on Hugging Face, or of a Zenodo record. */
export function isData(url: URL): boolean {
  const host = hostOf(url);
  if (!isHub(host)) return /^(?:zenodo\.org\/records?\/|doi\.org\/10\.5281\/zenodo\.)/i.test(host + url.pathname);
  const owner = ownerAndName.exec(url.pathname)?.[1];
  return owner !== undefined && (owner === 'datasets' || !own.test(owner));
}
