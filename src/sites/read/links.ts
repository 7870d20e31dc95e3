/** Sorts the addresses that a page gives for a paper into code, data and project; finds repositories in running text. Pure. */
import { trimEnd } from '../../paper/identity';
import type { Links } from '../../paper/paper';
import { dataRepository, isData, repository } from '../../paper/repositories';

const inText =
  /(?:github\.com|bitbucket\.org|codeberg\.org|gitlab\.[\w.-]{1,60}|(?:huggingface|hf)\.co)\/[^\s{}<>"'()[\],;]+/gi;

const anyRepository = (address: string): string | undefined => repository(address) ?? dataRepository(address);

/**
 * Repositories of code and data whose address stands in running text, with or without `https://`. Ends before the sentence's
 * punctuation, a brace that LaTeX left (`…/name{this link}`) and a bracket; `\_` is an underscore.
 */
export function repositoriesInText(text: string | undefined): string[] {
  const plain = text?.replaceAll('\\_', '_') ?? '';
  return [...plain.matchAll(inText)].flatMap(({ 0: address, index }) => {
    // Not within a longer host. Checked here, because a look-behind in the pattern is five times as slow.
    const before = plain.slice(Math.max(0, index - 5), index);
    const found = anyRepository(`https://${trimEnd(address)}`);
    return found && /(?:^|[^\w.-])(?:www\.)?$/i.test(before) ? found : [];
  });
}

/**
 * Addresses that a page names as the paper's code, data or project page, each in its list once, in the order given.
 * Addresses that are not http(s) are left out; all but repositories stay as they are written.
 */
export function sortLinks(addresses: Iterable<string | undefined>): Required<Pick<Links, 'code' | 'data' | 'project'>> {
  const code = new Map<string, string>(); // these hosts ignore case
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

/** Repositories of code and data in an element: where its links lead, whatever their words, and addresses in its `text`. */
export function repositoriesIn(place: Element | null | undefined, text: string | undefined): string[] {
  const links = [...(place?.getElementsByTagName('a') ?? [])].map((link) => link.getAttribute('href') ?? '');
  return [...links.flatMap((link) => anyRepository(link) ?? []), ...repositoriesInText(text)];
}
