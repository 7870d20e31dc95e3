/** What one save adds to a record: the source's facts, and a sighting. Pure. */
import type { Context, Facts, Sighting, Source } from '../../paper/paper';

/** Sightings per paper; older ones are dropped. */
const maxSightings = 20;

/** A source's facts without the rank, which belongs to the sighting. */
export function sourceOf({ rank: _, ...facts }: Facts, site: string, at: number): Source {
  return { site, at, facts };
}

/** Where and when a paper was seen. */
export function sightingOf(facts: Facts, { site, url, kind }: Context, at: number): Sighting {
  const { rank, metrics } = facts;
  return { site, url, kind, at, ...(rank !== undefined && { rank }), ...(metrics && { metrics }) };
}

/** Unites lists of sightings: each once, newest last, at most the newest 20. */
export function uniteSightings(...lists: readonly (readonly Sighting[])[]): Sighting[] {
  const each = new Map(lists.flat().map((sighting) => [sortedText(sighting), sighting]));
  const sorted = [...each].sort(([textA, a], [textB, b]) => a.at - b.at || (textA < textB ? -1 : 1));
  return sorted.slice(-maxSightings).map(([, sighting]) => sighting);
}

const sortedText = (sighting: Sighting): string =>
  JSON.stringify(sighting, (_, value: unknown) =>
    typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
