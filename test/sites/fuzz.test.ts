/**
 * Damaged pages of every site: no exception, no hang, no card without title or id, no fact of one paper on another's card.
 * 40 a site in passing, 200 in `npm test` (CI=1), 10,000 with the real pages among them in `npm run long` (LONG=1); FUZZ=n
 * tries n, FUZZ_FROM=n begins after the first n.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toFacts } from '../../src/paper/check';
import type { Facts } from '../../src/paper/paper';
import { any } from '../../src/sites/any';
import { sites } from '../../src/sites/index';
import { type Card, isCard, type Page, type Site } from '../../src/sites/site';
import { allFixtures, fixturePage } from '../support/fixtures';
import { mutate, random } from '../support/mutate';
import { pageFrom } from '../support/page';

const { LONG, CI, FUZZ, FUZZ_FROM } = process.env;
const runs = Number(FUZZ ?? (LONG ? 10_000 : CI ? 200 : 40));
/** So many pages are copied from one window. */
const chapter = 100;
/** How much damage a page takes before a fresh one is taken. */
const damage = 10;
const slowest = 100;

/** Ways to make each page of a site anew. */
function pagesOf(site: Site): { name: string; make: () => Page }[] {
  const own = allFixtures(site.id).map((fixture) => ({ name: fixture.name, make: () => fixturePage(fixture) }));
  if (!LONG) return own;
  const real = ['pages', 'new-pages'].flatMap((folder) => {
    const root = new URL(`../../../shared/${folder}/`, import.meta.url).pathname;
    const names = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    return names
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const { site: id, url, now } = JSON.parse(readFileSync(root + name, 'utf8'));
        const path = root + name.replace(/json$/, 'html');
        const made = () => pageFrom(path, url, now ? new Date(now) : undefined);
        return id === site.id ? [{ name: `${folder}/${name}`, make: made }] : [];
      });
  });
  return [...own, ...real];
}

/** The facts that could be taken for another paper's: names, texts and addresses, as single texts. */
const textsOf = ({ title, titleIsLinkText, authors, abstract, links }: Facts): string[] =>
  // The text of a link ("PDF") is marked as such: it says nothing of the paper.
  [titleIsLinkText ? undefined : title, abstract, ...(authors ?? []), ...Object.values(links ?? {}).flat()].filter(
    (text) => text !== undefined,
  );

/** Whose each text is, by the page undamaged: ids of the papers that have it. */
function owners(cards: Card[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const facts of cards.map((card) => card.facts()))
    for (const text of textsOf(facts)) {
      const ids = found.get(text) ?? new Set();
      for (const id of facts.ids) ids.add(id);
      found.set(text, ids);
    }
  return found;
}

/** Pages undamaged, as copies: parsing one costs more than all reading. */
function copies(): (of: { name: string; make: () => Page }) => Page {
  const parsed = new Map<string, Page>();
  return ({ name, make }) => {
    const page = parsed.get(name) ?? make();
    parsed.set(name, page);
    return { ...page, document: page.document.cloneNode(true) as Document };
  };
}

const read = (site: Site, page: Page) => {
  const cards = [...site.read(page)].filter(isCard);
  return { cards, facts: cards.map((card) => card.facts()) };
};

/**
 * Milliseconds that reading a page takes: by the clock, which a busy machine lengthens, or of this process' own time, to
 * which the collector of garbage adds that of its threads; the less of both.
 */
function timed(site: Site, page: Page): number {
  const [clock, own] = [performance.now(), process.cpuUsage()];
  read(site, page);
  const { user, system } = process.cpuUsage(own);
  return Math.min(performance.now() - clock, (user + system) / 1000);
}

/** The least that reading takes in ten tries. */
function least(site: Site, page: Page, enough: number): number {
  let time = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 10 && time > enough; tries++) time = Math.min(time, timed(site, page));
  return time;
}

function check(site: Site, page: Page, whose: Map<string, Set<string>>, undamaged: () => Page): void {
  const start = performance.now();
  const { cards, facts } = read(site, page);
  if (performance.now() - start > slowest) {
    const time = least(site, page, slowest);
    // What is slow without any damage is slow here, where no browser is: it must not become slower.
    if (time > slowest) expect(time, 'milliseconds').toBeLessThan(Math.max(slowest, 1.5 * least(site, undamaged(), 0)));
  }
  const keys = cards.map((card) => card.ids[0]);
  expect(new Set(keys).size, `one card a paper: ${keys}`).toBe(keys.length);
  for (const [at, fact] of facts.entries()) {
    expect(cards[at]?.ids[0] && cards[at]?.title, 'a card has an id and a title').toBeTruthy();
    expect(toFacts(fact).reason, 'its facts are such as are kept').toBeUndefined();
    // Where the id itself was cut the page says so of another paper: only papers that it showed before can be mixed up.
    const isKnown = [...whose.values()].some((ids) => fact.ids.some((id) => ids.has(id)));
    const foreign = textsOf(fact).filter((text) => {
      const ids = whose.get(text);
      return isKnown && ids && !fact.ids.some((id) => ids.has(id));
    });
    expect(foreign, `of another paper than ${fact.ids[0]}`).toEqual([]);
  }
}

describe.each([...sites, any].map((site) => ({ id: site.id, site })))('$id', ({ site }) => {
  const pages = pagesOf(site);
  test(`${runs} damaged pages`, { timeout: LONG ? 3_600_000 : 120_000 }, async () => {
    let fresh = copies();
    const first = Math.floor(Number(FUZZ_FROM ?? 0) / damage);
    const chains = Math.ceil(runs / damage);
    for (let seed = first; seed < first + chains; seed++) {
      // In jsdom copies of a page stay in memory as long as its window: ten thousand would fill it.
      if ((seed - first) % chapter === chapter - 1) fresh = copies();
      const choose = random(seed);
      const one = pages[seed % pages.length] ?? pages[0] ?? expect.fail(`${site.id} has no fixtures`);
      const page = fresh(one);
      const whose = owners(read(site, page).cards);
      const done: string[] = [];
      for (let step = 0; step < damage; step++) {
        done.push(mutate(page.document, choose));
        try {
          check(site, page, whose, () => fresh(one));
        } catch (error) {
          throw new Error(`${one.name}, seed ${seed}, after: ${done.join('; ')}`, { cause: error });
        }
      }
      // What is held weakly is kept until a piece of work ends.
      await new Promise(setImmediate);
    }
  });
});
