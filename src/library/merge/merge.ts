/**
 * How what several sources say of one paper becomes what is shown. Every fact is chosen on its own by a total order, so
 * that nothing depends on the order in which the sources came:
 *
 * 1. what a person corrected by hand wins over everything; a missing fact never overwrites one that is there;
 * 2. the better value: a whole author list beats a cut one, a title beats one that ends in "…", a published venue and
 *    type beat "arXiv" and `preprint`, the earlier and more precise date beats the later (arXiv's submission day comes
 *    before its announcement, the online date before the issue's);
 * 3. the source that is nearer to the paper (`trust`): arXiv's own abstract beats a copy of it; counts, which age, skip this;
 * 4. the newer.
 *
 * Addresses of code, project and data are united. Pure.
 */
import type { Editable, Facts, Source } from '../../paper/paper';
import { isPreprintVenue } from '../../paper/venue';
import { catalog, nearnessLevels } from '../../sites/catalog';
import { type Authors, type Flat, flatten, unflatten } from './flat';

/**
 * How much a source is trusted, larger is more: by how near its site is to the paper. Files and sites without a row lie
 * between; arXiv's API is asked only for what is missing.
 */
export function trust(site: string): number {
  const row = Object.hasOwn(catalog, site) ? catalog[site] : undefined;
  return nearnessLevels.indexOf(site === 'arxiv-api' ? 'completion' : (row?.nearness ?? 'unknown'));
}

/** A fact with where it comes from. */
interface Claim {
  value: unknown;
  site: string;
  at: number;
}
type Claims = Map<string, Claim>;

const ages = /^(?:metrics\.|rank$)/;

/** Rule 2: larger is better; values of equal worth are left to the rules after it. */
function worth(path: string, value: unknown): number {
  switch (path) {
    case 'authors': {
      const { names, count } = value as Authors;
      return names === undefined ? 0 : names.length < count ? 1 : 2;
    }
    case 'title':
      // Of a paper known by its id alone the id stands in for the title.
      return /^[a-z][a-z0-9]{1,19}:\S+$/i.test(value as string) ? -1 : /(?:…|\.\.\.)$/.test(value as string) ? 0 : 1;
    case 'venue':
      return isPreprintVenue(value as string) ? 0 : 1;
    case 'type':
      return value === 'preprint' || value === 'other' ? 0 : 1;
    case 'version':
      return value as number;
    case 'published':
      return -Number(`${value}-99-99`.slice(0, 10).replaceAll('-', '')); // less precise sorts after what it contains
    default:
      return 0;
  }
}

/** Whether the first claim is the better one: a total order, so that the best of many does not depend on theirs. */
function better(path: string, a: Claim, b: Claim): boolean {
  const byWorth = worth(path, a.value) - worth(path, b.value);
  if (byWorth !== 0) return byWorth > 0;
  const byTrust = ages.test(path) ? 0 : trust(a.site) - trust(b.site);
  if (byTrust !== 0) return byTrust > 0;
  if (a.at !== b.at) return a.at > b.at;
  const [textA, textB] = [JSON.stringify(a.value), JSON.stringify(b.value)];
  return textA === textB ? a.site > b.site : textA > textB;
}

function claimsOf(sources: readonly Source[]): Claims {
  const claims: Claims = new Map();
  for (const { site, at, facts, older } of sources) {
    for (const [path, value] of flatten(facts)) {
      const next = { value, site, at: older?.[path] ?? at };
      const known = claims.get(path);
      if (!known || better(path, next, known)) claims.set(path, next);
    }
  }
  return claims;
}

const values = (claims: Claims): Flat => new Map([...claims].map(([path, { value }]) => [path, value]));

/** Two things that one source said at different times, as one: each fact from where it is better. */
function joinSource(a: Source, b: Source): Source {
  const at = Math.max(a.at, b.at);
  const claims = claimsOf([a, b]);
  const ids = [...new Set([...a.facts.ids, ...b.facts.ids])].sort();
  const older = [...claims].filter(([, claim]) => claim.at !== at).map(([path, claim]) => [path, claim.at] as const);
  const joined: Source = { site: a.site, at, facts: unflatten(values(claims), ids) };
  if (older.length > 0) joined.older = Object.fromEntries(older.sort(([x], [y]) => (x < y ? -1 : 1)));
  return joined;
}

/** Sources of two records, or a record's and new ones, as one list: one a site, in the order of the sites' names. */
export function uniteSources(...lists: readonly (readonly Source[])[]): Source[] {
  const united = new Map<string, Source>();
  for (const source of lists.flat()) {
    united.set(source.site, joinSource(united.get(source.site) ?? source, source));
  }
  return [...united.values()].sort((x, y) => (x.site < y.site ? -1 : 1));
}

/**
 * The facts that are shown: computed from all sources and from what was corrected by hand. `ids` are the record's.
 * Ranks belong to sightings and are left out.
 */
export function shownFacts(ids: readonly string[], sources: readonly Source[], edits: Partial<Editable> = {}): Facts {
  const flat = values(claimsOf(sources));
  flat.delete('rank');
  for (const kind of ['code', 'project', 'data'] as const) {
    const all = [...new Set(bestFirst(sources).flatMap(({ facts }) => facts.links?.[kind] ?? []))];
    if (all.length > 0) flat.set(`links.${kind}`, all);
  }
  const shown = { ...unflatten(flat, ids), ...edits };
  if (edits.authors) shown.authorCount = edits.authors.length;
  return shown;
}

const bestFirst = (sources: readonly Source[]): Source[] =>
  [...sources].sort((a, b) => trust(b.site) - trust(a.site) || b.at - a.at || (a.site < b.site ? -1 : 1));
