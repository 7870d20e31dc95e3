/** Makes one statement a service and paper of all its answers. Pure. */
import { earliest } from '../../paper/dates';
import type { Facts } from '../../paper/paper';
import type { Said } from './said';
import type { ServiceId } from './services';

interface Combined {
  n: number;
  service: ServiceId;
  facts: Facts;
}

/** Crossref has records of the preprint and of the published version: the facts are those of the latter, the ids of both. */
export function combined(said: readonly Said[]): Combined[] {
  const wrong = new Set(said.filter(({ isOther }) => isOther).map(({ n, facts }) => `${n} ${facts.ids[0]}`));
  const all = new Map<string, Said[]>();
  for (const each of said) {
    const key = `${each.service} ${each.n}`;
    if (!each.isOther) all.set(key, [...(all.get(key) ?? []), each]);
  }
  return [...all.values()].flatMap((same) => {
    const sorted = same.toSorted((a, b) => Number(isPreprint(a)) - Number(isPreprint(b)));
    const [best] = sorted;
    if (!best) return [];
    const { n, service, facts } = best;
    const ids = [...new Set(sorted.flatMap((each) => each.facts.ids))].filter((id) => !wrong.has(`${n} ${id}`));
    const published = earliest(sorted.map((each) => each.facts.published));
    return [{ n, service, facts: { ...facts, ids, ...(published !== undefined && { published }) } }];
  });
}

const isPreprint = ({ facts }: Said): boolean => facts.type === 'preprint';
