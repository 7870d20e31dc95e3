/**
 * A real Chromium saves papers one after another and is killed at a random moment, again and again in one profile. Whatever
 * was acknowledged is there at the next start, no record is broken, and a large change is there whole or not at all.
 * A browser killed in the middle of a write left half a record behind; without `rotateLevelDbLog` all was lost in one of 200 rounds.
 * A few rounds in passing, 200 in `npm run long`. Made to fail once by acknowledging before the transaction's end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import type { Facts } from '../../src/paper/paper';
import { libraryPage, libraryScript } from '../support/library-page';

declare const shelf: Library;
declare const acknowledged: (number: number) => void;

const rounds = Number(process.env.ROUNDS ?? (process.env.LONG ? 200 : 4));
const profile = mkdtempSync(join(tmpdir(), 'offprint-kill-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** Saves papers one after another for ever, and now and then tags very many: runs in the page. */
async function saveForEver({ from, round }: { from: number; round: number }): Promise<void> {
  const facts = (number: number): Facts => ({
    ids: [`doi:10.1000/${number}`],
    title: `Paper number ${number}`,
    authors: ['Ada Example', 'Bo Beispiel'],
    abstract: `What paper ${number} found out, at some length. `.repeat(20),
  });
  const listing = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' } as const;
  if ((await shelf.size()) > 600) {
    const some = (await shelf.newest(600)).map(({ n }) => n);
    setTimeout(() => void shelf.tag(some, { add: [`round/${round}`] }), 500 * Math.random());
  }
  for (let number = from; ; number++) {
    await shelf.save([facts(number)], listing, { tags: ['all', `mod/${number % 5}`] });
    acknowledged(number);
  }
}

/** What of the acknowledged is lost, and what is wrong with the rest: runs in the page. */
async function inspect(numbers: number[]): Promise<{ lost: number[]; wrong: string[]; size: number }> {
  const marks: Record<string, unknown> = {};
  for (let at = 0; at < numbers.length; at += 500) {
    Object.assign(marks, await shelf.marks(numbers.slice(at, at + 500).map((number) => `doi:10.1000/${number}`)));
  }
  const lost = numbers.filter((number) => !marks[`doi:10.1000/${number}`]);
  const rows = await shelf.newest(1e6);
  const wrong: string[] = [];
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500).map(({ n }) => n);
    const papers = await shelf.papers(some);
    if (papers.length !== some.length) wrong.push('a record has no text');
    for (const { facts, sources, sightings, tags } of papers) {
      const isWhole = facts.abstract && facts.authors?.length === 2 && sources.length === 1 && sightings.length === 1;
      if (!isWhole || tags.length < 2) wrong.push(`${facts.title} is broken`);
    }
  }
  const tags = await shelf.tags();
  const counts = await shelf.tagCounts();
  for (const { id, name } of tags) {
    const below = new Set(tags.filter((tag) => `${tag.name}/`.startsWith(`${name}/`)).map((tag) => tag.id));
    const count = rows.filter((row) => row.tags.some((tag) => below.has(tag))).length;
    if (count !== counts.get(id)) wrong.push(`${name} is said to be on ${counts.get(id)} papers, but is on ${count}`);
    if (/^round\//.test(name) && count !== 600) wrong.push(`${name} is on ${count} papers instead of 600`);
  }
  const size = await shelf.size();
  if (size !== rows.length) wrong.push(`${size} papers are said to be here, but ${rows.length} are`);
  return { lost, wrong, size };
}

test(`${rounds} kills lose no change that was acknowledged`, { timeout: rounds * 60_000 }, async ({ annotate }) => {
  const script = await libraryScript();
  const saved: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { page, kill, close } = await libraryPage(profile, script);
    // A change that was half done is taken back within moments of the start.
    await expect
      .poll(() => page.evaluate(inspect, saved), { timeout: 30_000, interval: 500 })
      .toMatchObject({ lost: [], wrong: [] });
    if (round === rounds) {
      await close();
      break;
    }
    const enough = saved.length + 4 + Math.floor(60 * Math.random());
    await new Promise<void>((done, fail) => {
      const late = setTimeout(fail, 60_000, new Error('Nothing is saved.'));
      const end = () => {
        clearTimeout(late);
        kill().then(done, fail);
      };
      const onSaved = (number: number) => {
        saved.push(number);
        // In every other round at once after an answer: the moment at which one that came too early is found out.
        if (saved.length === enough) round % 2 === 0 ? end() : setTimeout(end, 50 * Math.random());
      };
      page
        .exposeFunction('acknowledged', onSaved)
        // It never ends, but with the browser.
        .then(() => page.evaluate(saveForEver, { from: (round + 1) * 100_000, round }))
        .catch(() => {});
    });
  }
  expect(saved.length).toBeGreaterThan(3 * rounds);
  await annotate(`${saved.length} saves acknowledged in ${rounds} rounds, none lost, no record broken`);
});
