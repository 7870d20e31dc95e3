/**
 * Computes the facts that are shown from what several sources say of a paper. Each fact is chosen by a total order, so that
 * the result does not depend on the order of the sources:
 *
 * 1. A correction by hand wins over everything. A missing fact never replaces one that is there.
 * 2. The better value wins: a complete author list over a cut one, a title over one that ends in "…" or is a link's text, a published venue or
 *    type over "arXiv" and `preprint`, the earlier and more precise date over the later (arXiv's submission over its
 *    announcement, the online date over the issue's).
 * 3. The source nearer to the paper (`trust`) wins: arXiv's own abstract over a copy of it. Counts skip this rule, because
 *    they age.
 * 4. The newer value wins. Crossref's count of citations, which is always the lower one, counts as a month older.
 *
 * What a preprint server says of volume, issue, pages and publisher yields to every other source: it is not the published version's.
 *
 * Addresses of code, project and data are united. Pure.
 */
import { isIdAsTitle } from '../../paper/identity';
import { type EditorialNotice, gravity } from '../../paper/notice';
import type { Editable, Facts, Source } from '../../paper/paper';
import { isPreprintVenue } from '../../paper/venue';
import { catalog, nearnessLevels } from '../../sites/catalog';
import { type Authors, type Flat, flatten, unflatten } from './flat';

/** Facts of the published version, for which services are asked. */
const ofPublication = /^(?:venue|type|issued|volume|issue|pages|publisher|notice)$/;

/**
 * How much a source is trusted with a fact; larger is more. It depends on how near the site is to the paper. Files and sites
 * without a row are in the middle. Services only fill gaps, but know where a paper was published.
 */
export function trust(site: string, path: string): number {
  const row = Object.hasOwn(catalog, site) ? catalog[site] : undefined;
  const service = Object.hasOwn(services, site) ? services[site] : undefined;
  const nearness = service ? (ofPublication.test(path) ? service : 'completion') : (row?.nearness ?? 'unknown');
  return nearnessLevels.indexOf(nearness);
}

/** How near the services are in what they say of the published version. */
const services: Readonly<Record<string, (typeof nearnessLevels)[number]>> = {
  'arxiv-api': 'completion',
  'semantic-scholar-api': 'copy',
  'crossref-api': 'index',
};

/** A fact with its source and time. */
interface Claim {
  value: unknown;
  site: string;
  at: number;
  /** Said of the preprint where the published version is asked for. */
  isOfPreprint?: boolean;
}
type Claims = Map<string, Claim>;

const ages = /^(?:metrics\.|rank$)/;

/** Rule 2: larger is better. Equal values are left to the next rules. */
function worth(path: string, value: unknown): number {
  switch (path) {
    case 'authors': {
      const { names, count } = value as Authors;
      return names === undefined ? 0 : names.length < count ? 1 : 2;
    }
    case 'title':
      if (typeof value !== 'string') return 1; // a link's text
      return isIdAsTitle(value) ? 0 : /(?:…|\.\.\.)$/.test(value) ? 2 : 3;
    case 'venue':
      return isPreprintVenue(value as string) ? 0 : 1;
    case 'type':
      return value === 'preprint' || value === 'other' ? 0 : 1;
    case 'version':
      return value as number;
    case 'notice':
      return gravity(value as EditorialNotice);
    case 'published':
      return -Number(`${value}-99-99`.slice(0, 10).replaceAll('-', '')); // a less precise date counts as later than any date in it
    default:
      return 0;
  }
}

/**
 * Whether the first claim is better. This is a total order, so the best claim does not depend on the order of sources.
 */
function better(path: string, a: Claim, b: Claim): boolean {
  if (Boolean(a.isOfPreprint) !== Boolean(b.isOfPreprint)) return !a.isOfPreprint;
  const byWorth = worth(path, a.value) - worth(path, b.value);
  if (byWorth !== 0) return byWorth > 0;
  const byTrust = ages.test(path) ? 0 : trust(a.site, path) - trust(b.site, path);
  if (byTrust !== 0) return byTrust > 0;
  const byAge = ageOf(path, a) - ageOf(path, b);
  if (byAge !== 0) return byAge > 0;
  const [textA, textB] = [JSON.stringify(a.value), JSON.stringify(b.value)];
  return textA === textB ? a.site > b.site : textA > textB;
}

const month = 30 * 24 * 60 * 60 * 1000;
const ageOf = (path: string, { site, at }: Claim): number =>
  path === 'metrics.citations' && site === 'crossref-api' ? at - month : at;

/** The best claims. With `published`, a preprint server's yield where the published version has other facts. */
function claimsOf(sources: readonly Source[], published = false): Claims {
  const claims: Claims = new Map();
  for (const { site, at, facts, older } of sources) {
    const isPreprint = published && (facts.type === 'preprint' || isPreprintVenue(facts.venue ?? ''));
    for (const [path, value] of flatten(facts)) {
      const isOfPreprint = isPreprint && ofPublication.test(path) && path !== 'notice';
      const next = { value, site, at: older?.[path] ?? at, ...(isOfPreprint && { isOfPreprint }) };
      const known = claims.get(path);
      if (!known || better(path, next, known)) claims.set(path, next);
    }
  }
  return claims;
}

const values = (claims: Claims): Flat => new Map([...claims].map(([path, { value }]) => [path, value]));

/** Joins what one source said at two times: each fact from the better claim. */
function joinSource(a: Source, b: Source): Source {
  const at = Math.max(a.at, b.at);
  const claims = claimsOf([a, b]);
  const ids = [...new Set([...a.facts.ids, ...b.facts.ids])].sort();
  const older = [...claims].filter(([, claim]) => claim.at !== at).map(([path, claim]) => [path, claim.at] as const);
  const joined: Source = { site: a.site, at, facts: unflatten(values(claims), ids) };
  if (older.length > 0) joined.older = Object.fromEntries(older.sort(([x], [y]) => (x < y ? -1 : 1)));
  return joined;
}

/** Unites lists of sources: one source per site, ordered by site. */
export function uniteSources(...lists: readonly (readonly Source[])[]): Source[] {
  const united = new Map<string, Source>();
  for (const source of lists.flat()) {
    united.set(source.site, joinSource(united.get(source.site) ?? source, source));
  }
  return [...united.values()].sort((x, y) => (x.site < y.site ? -1 : 1));
}

/**
 * The facts that are shown, computed from all sources and from corrections by hand. `ids` are the record's. Ranks
 * belong to sightings and are left out.
 */
export function shownFacts(ids: readonly string[], sources: readonly Source[], edits: Partial<Editable> = {}): Facts {
  const flat = values(claimsOf(sources, true));
  flat.delete('rank');
  // It is kept beside an earlier first publication only.
  if ((flat.get('published') as string | undefined)?.startsWith((flat.get('issued') as string | undefined) ?? '-'))
    flat.delete('issued');
  for (const kind of ['code', 'project', 'data'] as const) {
    const all = [...new Set(bestFirst(sources).flatMap(({ facts }) => facts.links?.[kind] ?? []))];
    if (all.length > 0) flat.set(`links.${kind}`, all);
  }
  const shown = { ...unflatten(flat, ids), ...edits };
  if (edits.authors) shown.authorCount = edits.authors.length;
  if (edits.title !== undefined) delete shown.titleIsLinkText;
  if (edits.published !== undefined) delete shown.issued; // a date by hand is the one to cite
  return shown;
}

const bestFirst = (sources: readonly Source[]): Source[] =>
  [...sources].sort(
    (a, b) => trust(b.site, 'links') - trust(a.site, 'links') || b.at - a.at || (a.site < b.site ? -1 : 1),
  );

/** When a fact was said that is shown, ms since 1970; undefined where no source says it. */
export const saidAt = (path: string, sources: readonly Source[]): number | undefined =>
  claimsOf(sources, true).get(path)?.at;
