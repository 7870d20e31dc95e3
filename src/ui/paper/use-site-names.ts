import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../messages/transport';

/** What is no site but a source of facts all the same. */
const others: ReadonlyMap<string, string> = new Map([['arxiv-api', 'arXiv API']]);
let told: Promise<ReadonlyMap<string, string>> | undefined;

/** Names of the sites as their readers call them, by id: missing until the background has told them, or where it does not answer. */
export function useSiteNames(): ReadonlyMap<string, string> {
  const [names, setNames] = useState(others);
  useEffect(() => {
    told ??= ask('sites').then((sites) => new Map([...others, ...sites.map(({ id, name }) => [id, name] as const)]));
    told.then(setNames, () => {
      told = undefined; // asked again when it is next shown; until then the ids stand for the names
    });
  }, []);
  return names;
}
