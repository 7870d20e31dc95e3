import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../messages/transport';

/** Sources of facts that are not sites. */
const others: ReadonlyMap<string, string> = new Map([['arxiv-api', 'arXiv API']]);
let siteNames: Promise<ReadonlyMap<string, string>> | undefined;

/** Display names of sites by id. A name is missing until the background has answered. */
export function useSiteNames(): ReadonlyMap<string, string> {
  const [names, setNames] = useState(others);
  useEffect(() => {
    siteNames ??= ask('sites').then(
      (sites) => new Map([...others, ...sites.map(({ id, name }) => [id, name] as const)]),
    );
    siteNames.then(setNames, () => {
      siteNames = undefined; // ask again next time; until then ids are shown in place of names
    });
  }, []);
  return names;
}
