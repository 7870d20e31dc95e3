/**
 * Three pages of a real Chromium write into one library at once. Every change says its place in the journal, so that a simple
 * model which makes the same changes in that order knows the exact end, and what stands after each undo. Some 180 changes in
 * passing, 2,001 in `npm run long`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { libraryPage, libraryScript } from '../support/library-page';

declare const shelf: Library;

/** One change: which papers, the tags they are given, whether they are starred. */
interface Done {
  change: number;
  papers: number[];
  tags: string[];
  starred: boolean;
}

const rounds = process.env.LONG ? 667 : 60;
const profile = mkdtempSync(join(tmpdir(), 'offprint-writers-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** Saves papers of its own and some that all save, tags and stars them: runs in a page. */
async function write([writer, rounds]: readonly [number, number]): Promise<Done[]> {
  const id = (number: number) => `doi:10.1000/${number}`;
  const facts = (number: number) => ({ ids: [id(number)], title: `Paper ${number}` });
  const listing = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' } as const;
  const all: Done[] = [];
  for (let round = 0; round < rounds; round++) {
    const own = 10_000 * (writer + 1) + round - (round % 3);
    const shared = round - (round % 3);
    const done: Done = { change: 0, papers: [], tags: [], starred: false };
    if (round % 3 === 0) {
      Object.assign(done, { papers: [own, shared], tags: [`writer/${writer}`, 'all'] });
      done.change = (await shelf.save(done.papers.map(facts), listing, { tags: done.tags })).id;
    } else if (round % 3 === 1) {
      Object.assign(done, { papers: [shared], tags: [`by/${writer}`] });
      done.change = (await shelf.tag(done.papers.map(id), { add: done.tags })).id;
    } else {
      Object.assign(done, { papers: [own], starred: true });
      done.change = (await shelf.setStarred(done.papers.map(id), true)).id;
    }
    all.push(done);
  }
  return all;
}

/** Every paper with its tags and star, and how many papers each tag is said to be on: runs in a page. */
async function read(): Promise<Record<string, unknown>> {
  const names = new Map((await shelf.tags()).map(({ id, name }) => [id, name]));
  const counts = await shelf.tagCounts();
  const rows = await shelf.newest(1e6);
  const papers = rows.map(({ key, tags, starredAt }) => [
    key,
    { tags: tags.map((id) => names.get(id)).sort(), starred: starredAt !== undefined },
  ]);
  const said = [...counts].map(([id, count]) => [names.get(id), count]);
  return { size: await shelf.size(), papers: Object.fromEntries(papers), counts: Object.fromEntries(said) };
}

/** What the library must look like after some changes. */
function model(changes: readonly Done[]): Record<string, unknown> {
  const papers = new Map<string, { tags: Set<string>; starred: boolean }>();
  for (const { papers: numbers, tags, starred } of changes) {
    for (const number of numbers) {
      const key = `doi:10.1000/${number}`;
      const paper = papers.get(key) ?? { tags: new Set(), starred: false };
      for (const tag of tags) paper.tags.add(tag);
      paper.starred ||= starred;
      papers.set(key, paper);
    }
  }
  const counts: Record<string, number> = {};
  for (const { tags } of papers.values()) {
    const all = new Set([...tags].flatMap((tag) => (tag.includes('/') ? [tag.split('/')[0] as string, tag] : [tag])));
    for (const tag of all) counts[tag] = (counts[tag] ?? 0) + 1;
  }
  const plain = [...papers].map(([key, { tags, starred }]) => [key, { tags: [...tags].sort(), starred }]);
  return { size: papers.size, papers: Object.fromEntries(plain), counts };
}

test(`three writers at once make ${3 * rounds} changes: none is lost, counts and undo are right`, {
  timeout: 600_000,
}, async () => {
  const script = await libraryScript();
  const first = await libraryPage(profile, script);
  const others = await Promise.all(
    [1, 2].map(async (): Promise<Page> => {
      const page = await first.page.context().newPage();
      await page.goto(first.page.url());
      await page.addScriptTag({ content: `${script}\nwindow.shelf = offprint.openLibrary();` });
      return page;
    }),
  );
  const pages = [first.page, ...others];
  const all = (await Promise.all(pages.map((page, writer) => page.evaluate(write, [writer, rounds] as const)))).flat();
  const done = all.filter(({ change }) => change !== 0).sort((a, b) => a.change - b.change);
  expect(new Set(done.map(({ change }) => change)).size).toBe(3 * rounds);
  // They did take turns: no writer had finished before another began.
  const turns = done.filter(
    ({ papers }, i) => Math.floor((papers[0] ?? 0) / 10_000) !== Math.floor((done[i - 1]?.papers[0] ?? 0) / 10_000),
  );
  expect(turns.length).toBeGreaterThan(rounds / 3);
  for (const page of pages) expect(await page.evaluate(read)).toEqual(model(done));
  for (let undone = 1; undone <= 120; undone++) {
    await pages[undone % 3]?.evaluate(() => shelf.undo());
    if (undone % 20 === 0) expect(await first.page.evaluate(read)).toEqual(model(done.slice(0, -undone)));
  }
  await first.close();
});
