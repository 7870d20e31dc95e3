/**
 * Which sites are read. A site whose host permission is required is on until a setting turns it off. Any other site is on
 * exactly while its host permission lasts; its content script is registered with the browser for as long. There is no
 * state of its own: everything follows from the manifest, the permissions and the settings.
 */
import browser from '../messages/browser';
import type { SiteState } from '../messages/contract';
import * as settings from '../settings';
import { patternsOf, siteFor, sites } from '../sites';
import type { Site } from '../sites/site';
import { injectIntoTabs, scriptOf } from './tabs';

const hostOf = (pattern: string): string => /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1] ?? '';
const hostsOf = (patterns: readonly string[]): Set<string> => new Set(patterns.map(hostOf));

/** The match patterns for which the manifest itself declares the site's content script. */
const declared = (site: Site): string[] =>
  (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ js = [], matches = [] }) =>
    js.includes(scriptOf(site)) ? matches : [],
  );

/** The host permissions of the manifest for some match patterns. */
function originsOf(patterns: readonly string[]): string[] {
  const { host_permissions = [], optional_host_permissions = [] } = browser.runtime.getManifest();
  const hosts = hostsOf(patterns);
  return [...host_permissions, ...optional_host_permissions].filter((origin) => hosts.has(hostOf(origin)));
}

/** Hosts with a permission now. */
async function grantedHosts(): Promise<Set<string>> {
  const { origins = [] } = await browser.permissions.getAll();
  return hostsOf(origins);
}

/** The sites that are on, with their match patterns on permitted hosts. */
async function sitesOn(): Promise<{ site: Site; patterns: string[] }[]> {
  const [hosts, { sitesOff }] = await Promise.all([grantedHosts(), settings.get()]);
  return sites
    .filter(({ id }) => !sitesOff.includes(id))
    .map((site) => ({ site, patterns: patternsOf(site).filter((pattern) => hosts.has(hostOf(pattern))) }))
    .filter(({ patterns }) => patterns.length > 0);
}

/** Ids of the sites that are off. */
export async function sitesOff(): Promise<string[]> {
  const on = new Set((await sitesOn()).map(({ site }) => site.id));
  return sites.map(({ id }) => id).filter((id) => !on.has(id));
}

const stateOf = (site: Site, isOn: boolean, origins: string[]): SiteState => ({
  id: site.id,
  name: site.name,
  isOn,
  isRequired: declared(site).length > 0,
  origins,
});

/**
 * Every site there is. A site with several hosts is on as soon as one of them is permitted; its further hosts are named once they
 * are, so that turning the site off gives them back, too.
 */
export async function allSites(): Promise<SiteState[]> {
  const on = new Map((await sitesOn()).map(({ site, patterns }) => [site, patterns]));
  return sites.map((site) => stateOf(site, on.has(site), originsOf([...site.matches, ...(on.get(site) ?? [])])));
}

/** The site that reads an address, with the state and origins of that address's host alone. */
export async function siteAt(address: unknown): Promise<SiteState | undefined> {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const site = siteFor(url);
  if (!site) return undefined;
  const on = (await sitesOn()).find((each) => each.site === site);
  const isOn = on?.patterns.some((pattern) => hostOf(pattern) === url.host) === true;
  return stateOf(site, isOn, originsOf(patternsOf(site).filter((pattern) => hostOf(pattern) === url.host)));
}

/** Makes the registered content scripts match the sites that are on, whatever was registered before. */
async function register(): Promise<void> {
  const wanted = (await sitesOn())
    .map(({ site, patterns }) => ({ site, patterns: patterns.filter((each) => !declared(site).includes(each)) }))
    .filter(({ patterns }) => patterns.length > 0);
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

/** The last registration. Each waits for the one before: two at once would overwrite what the other has just read. */
let last = Promise.resolve();

/** Registers the content scripts of the sites that are on. Needed at each start: an update of the extension removes them. */
export function syncContentScripts(): Promise<void> {
  last = last.then(register, register);
  return last;
}

/**
 * Injects the scripts of the sites that are on into the tabs that show them already. With `origins`, only on these hosts.
 * Returns how many tabs there are.
 */
export async function injectIntoOpenTabs(origins?: readonly string[]): Promise<number> {
  const hosts = origins && hostsOf(origins);
  const on = await sitesOn();
  return injectIntoTabs(
    on
      .map(({ site, patterns }) => ({
        site,
        patterns: patterns.filter((pattern) => !hosts || hosts.has(hostOf(pattern))),
      }))
      .filter(({ patterns }) => patterns.length > 0),
  );
}
