/** What one save adds to a record: what the source said, and where the paper was seen. Pure. */
import type { Context, Facts, Sighting, Source } from '../../paper/paper';

/** A paper keeps its newest sightings, at most so many. */
const maxSightings = 20;

/** What a source said, without the rank, which belongs to the sighting. */
export function sourceOf({ rank: _, ...facts }: Facts, site: string, at: number): Source {
  return { site, at, facts };
}

/** Where and when a paper was seen. */
export function sightingOf(facts: Facts, { site, url, kind }: Context, at: number): Sighting {
  const { rank, metrics } = facts;
  return { site, url, kind, at, ...(rank !== undefined && { rank }), ...(metrics && { metrics }) };
}

/** Sightings of two records, or a record's and new ones: each once, the newest last, at most 20. */
export function uniteSightings(...lists: readonly (readonly Sighting[])[]): Sighting[] {
  const each = new Map(lists.flat().map((sighting) => [sortedText(sighting), sighting]));
  const sorted = [...each].sort(([textA, a], [textB, b]) => a.at - b.at || (textA < textB ? -1 : 1));
  return sorted.slice(-maxSightings).map(([, sighting]) => sighting);
}

const sortedText = (sighting: Sighting): string =>
  JSON.stringify(sighting, (_, value: unknown) =>
    typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
