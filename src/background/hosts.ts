/**
 * Which sites are read. Those of the hosts asked for at the installation are, until a setting turns them off; any other is
 * while its host permission lasts, so that the permission itself is the switch: its script is registered with the browser
 * for as long. No state of its own: everything follows from the manifest, the permissions and the settings.
 */
import browser from '../messages/browser';
import type { SiteState } from '../messages/contract';
import * as settings from '../settings';
import { siteFor, sites } from '../sites';
import type { Site } from '../sites/site';
import { arrive, scriptOf } from './tabs';

const hostOf = (pattern: string): string => /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1] ?? '';
const hostsOf = (patterns: readonly string[]): Set<string> => new Set(patterns.map(hostOf));

/** Whether the manifest itself puts a site's script into pages. */
const isRequired = (site: Site): boolean =>
  (browser.runtime.getManifest().content_scripts ?? []).some(({ js = [] }) => js.includes(scriptOf(site)));

/** The host permissions of the manifest that a site needs. */
function originsOf(site: Site): string[] {
  const { host_permissions = [], optional_host_permissions = [] } = browser.runtime.getManifest();
  const hosts = hostsOf(site.matches);
  return [...host_permissions, ...optional_host_permissions].filter((origin) => hosts.has(hostOf(origin)));
}

/** Hosts that may be read now. */
async function granted(): Promise<Set<string>> {
  const { origins = [] } = await browser.permissions.getAll();
  return hostsOf(origins);
}

/** The sites that are read now, with the patterns of their pages on permitted hosts. */
async function sitesOn(): Promise<{ site: Site; patterns: string[] }[]> {
  const [hosts, { sitesOff }] = await Promise.all([granted(), settings.get()]);
  return sites
    .filter(({ id }) => !sitesOff.includes(id))
    .map((site) => ({ site, patterns: site.matches.filter((pattern) => hosts.has(hostOf(pattern))) }))
    .filter(({ patterns }) => patterns.length > 0);
}

/** Ids of the sites that are not read now. */
export async function sitesOff(): Promise<string[]> {
  const on = new Set((await sitesOn()).map(({ site }) => site.id));
  return sites.map(({ id }) => id).filter((id) => !on.has(id));
}

const stateOf = (site: Site, isOn: boolean, origins = originsOf(site)): SiteState => ({
  id: site.id,
  name: site.name,
  isOn,
  isRequired: isRequired(site),
  origins,
});

/** Every site there is. One of several hosts counts as on with the first of them. */
export async function allSites(): Promise<SiteState[]> {
  const off = await sitesOff();
  return sites.map((site) => stateOf(site, !off.includes(site.id)));
}

/** The site that reads an address, seen from that address: its other hosts do not count. */
export async function siteAt(address: unknown): Promise<SiteState | undefined> {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const site = siteFor(url);
  if (!site) return undefined;
  const on = (await sitesOn()).find((each) => each.site === site);
  const isOn = on?.patterns.some((pattern) => hostOf(pattern) === url.host) === true;
  return stateOf(
    site,
    isOn,
    originsOf(site).filter((origin) => hostOf(origin) === url.host),
  );
}

/** Brings what is registered with the browser in line with what is permitted: each site once, whatever was there before. */
async function register(): Promise<void> {
  const wanted = (await sitesOn()).filter(({ site }) => !isRequired(site));
  const present = await browser.scripting.getRegisteredContentScripts();
  const isPresent = (id: string) => present.some((script) => script.id === id);
  const ids = present.map(({ id }) => id).filter((id) => !wanted.some(({ site }) => site.id === id));
  if (ids.length) await browser.scripting.unregisterContentScripts({ ids });
  const scripts = wanted.map(({ site, patterns }) => ({
    id: site.id,
    js: [scriptOf(site)],
    matches: patterns,
    runAt: 'document_start' as const,
  }));
  const [known, fresh] = [scripts.filter(({ id }) => isPresent(id)), scripts.filter(({ id }) => !isPresent(id))];
  if (known.length) await browser.scripting.updateContentScripts(known);
  if (fresh.length) await browser.scripting.registerContentScripts(fresh);
}

/** Registering in turn: what one has read another must not change before it is written. */
let last = Promise.resolve();

/** Registers what is permitted now. At each start of the extension, since an update forgets what was registered. */
export function followHosts(): Promise<void> {
  last = last.then(register, register);
  return last;
}

/**
 * Puts the scripts of the sites that are on into the tabs that show them, as after an installation; of those on the given
 * hosts alone, where origins are given. Returns in how many tabs they are.
 */
export async function arriveInTabs(origins?: readonly string[]): Promise<number> {
  const hosts = origins && hostsOf(origins);
  const on = await sitesOn();
  return arrive(
    on
      .map(({ site, patterns }) => ({
        site,
        patterns: patterns.filter((pattern) => !hosts || hosts.has(hostOf(pattern))),
      }))
      .filter(({ patterns }) => patterns.length > 0),
  );
}
