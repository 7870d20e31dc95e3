/**
 * Every site at its real address, on our own page of it with the most cards: a control on each card scrolled into view and on
 * nothing else, saved, still marked after a reload, nothing moved.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { sites } from '../../src/sites/index';
import type { Site } from '../../src/sites/site';
import { allFixtures } from '../support/fixtures';
import { Listing } from '../support/listing';
import { eventually, type Session } from '../support/session';
import { test } from '../support/story';
import { layoutShift } from './layout-shift';

interface Story {
  name: string;
  site: string;
  url: string;
  html: string;
  titles: string[];
}
interface Expected {
  site: string;
  url: string;
  cards: { title: string }[];
}

const titlesOf = ({ cards }: Expected) => cards.map(({ title }) => title);
const read = (path: string) => readFileSync(path, 'utf8');

/** The fixture of a site with the most cards. */
function own(site: string): Story | undefined {
  const told = allFixtures(site).map(({ name, url, html }) => {
    const expected: Expected = JSON.parse(read(resolve(`test/sites/fixtures/${name}.expected.json`)));
    return { name, site, url, html, titles: titlesOf(expected) };
  });
  return told.sort((a, b) => b.titles.length - a.titles.length)[0];
}

/** The sites that the manifest does not put into pages itself. */
const required = ['huggingface', 'arxiv'];
const optional = sites.filter(({ id }) => !required.includes(id));
const hostsOf = ({ matches }: Site) => matches.map((pattern) => new URL(pattern.replaceAll('*', '')).host);

async function turnOn(session: Session, names: readonly string[], hosts: readonly string[]): Promise<void> {
  await session.consent(...hosts.map((host) => `https://${host}/*`));
  const options = await session.page('options');
  for (const name of names) {
    // Semantic Scholar is also a service that papers are updated from, further down.
    const found = async () =>
      (await options.all('switch')).filter((seen) => seen.name.startsWith(name)).sort((a, b) => a.box.y - b.box.y)[0];
    const toggle = await eventually(found, `The options have no ${name}`);
    await options.run(`scrollTo(0, scrollY + ${toggle.box.y} - 300)`);
    await options.click((await found()) ?? toggle);
    await eventually(async () => (await found())?.states.has('checked') || undefined, `${name} is not on`);
  }
  await options.close();
}

async function tell(session: Session, { url, html, titles }: Story): Promise<void> {
  // Pictures are not here: one that fails to load moves, by its words, what stands beside it.
  session.serve(url, html.replace(/(<img\b[^>]*?)\ssrc=/gi, '$1 data-src='));
  const listing = new Listing(await session.tab(url));
  const wanted = titles.map((title) => `Save ${title}`).sort();
  const seen = new Set<string>();
  await eventually(
    async () => {
      for (const name of await listing.rollThrough())
        seen.add(name.replace(/^Saved: (.*)\. Tags, status, note$/, 'Save $1'));
      if (wanted.every((name) => seen.has(name))) return true;
      await listing.tab.run('scrollTo(0, 0)');
      return undefined;
    },
    async () => `no control: ${wanted.filter((name) => !seen.has(name)).join(' · ')}`,
  );
  expect([...seen].sort(), 'one on each card and on nothing else').toEqual([...new Set(wanted)]);
  expect(await listing.tab.run<number>(layoutShift), 'shift of the layout').toBe(0);

  await listing.tab.run('scrollTo(0, 0)');
  const saveable = async () =>
    (await listing.controls()).find(({ name, box }) => name.startsWith('Save ') && box.y > 0 && box.y < 850);
  const first = await eventually(saveable, 'nothing to save in view');
  await listing.tab.click(first);
  const marked = `Saved: ${first.name.slice(5)}`;
  const isMarked = async () => (await listing.controls()).some(({ name }) => name.startsWith(marked)) || undefined;
  await eventually(isMarked, `not saved: ${first.name}`);
  await listing.tab.reload();
  await eventually(isMarked, `not marked after a reload: ${first.name}`);
  await listing.tab.close();
}

const ids = [...required, ...optional.map(({ id }) => id)];
const half = Math.ceil(ids.length / 2);

test.for([ids.slice(0, half), ids.slice(half)])('%s', { timeout: 300_000 }, async (some, { session }) => {
  const turned = optional.filter(({ id }) => some.includes(id));
  const names = turned.map(({ name }) => name);
  await turnOn(session, names, turned.flatMap(hostsOf));
  const failures: string[] = [];
  for (const site of some) {
    const story = own(site) ?? expect.fail(`${site} has no fixtures`);
    await tell(session, story).catch((error) => failures.push(`${story.name}: ${error.message}`));
  }
  expect(failures).toEqual([]);
  expect(session.errors).toEqual([]);
});
