/** Updating papers from services in the built extension, against servers that answer as the services do; the worker is killed midway. */
import type { Route } from 'playwright-core';
import { expect } from 'vitest';
import type { ChromiumSession } from '../support/chromium';
import { seed } from '../support/seed';
import { crossrefWork, s2Record } from '../support/services-server';
import { eventually } from '../support/session';
import { Shelf } from '../support/shelf';
import { test } from '../support/story';

const arxiv = (number: number) => `2601.${String(number).padStart(5, '0')}`;
const titleOf = (number: number) => `Paper number ${number}`;
const retraction = { DOI: '10.1000/notice', type: 'retraction', updated: { 'date-parts': [[2026, 7, 1]] } };

/** Answers as both services do, and keeps what was sent. The first answer of Crossref waits for `letGo`. */
async function services({ context }: ChromiumSession) {
  const sent: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const json = (route: Route, body: unknown) =>
    route.fulfill({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  await context.route('https://api.semanticscholar.org/**', async (route) => {
    const { ids } = route.request().postDataJSON() as { ids: string[] };
    sent.push(route.request().postData() ?? '');
    await json(
      route,
      ids.map((id) => (id === `ARXIV:${arxiv(3)}` ? null : s2Record(Number(id.slice(-5))))),
    );
  });
  await context.route('https://api.crossref.org/**', async (route) => {
    const isFirst = !sent.some((each) => each.startsWith('https:'));
    sent.push(route.request().url());
    if (isFirst) await held;
    const items = [crossrefWork(1), crossrefWork(2, { 'updated-by': [retraction] })];
    await json(route, { status: 'ok', message: { items } }).catch(() => {}); // the worker that asked is gone
  });
  return { sent, letGo };
}

test('a preprint is updated, the worker dies midway, the retraction shows, and undo takes it back', async ({
  session,
}) => {
  const { sent, letGo } = await services(session as ChromiumSession);
  await session.consent('https://api.semanticscholar.org/*', 'https://api.crossref.org/*');
  const papers = [1, 2, 3].map((number) => ({
    facts: {
      ids: [`arxiv:${arxiv(number)}`],
      title: titleOf(number),
      authors: ['Ada Example'],
      published: '2026-01-04',
    },
    tags: ['secret'],
    note: 'A secret note',
  }));
  await seed(session, papers);
  const shelf = await Shelf.open(session);
  await shelf.select(titleOf(1), titleOf(2), titleOf(3));
  await shelf.click('button', 'Update 3 papers from…');
  await shelf.click('button', 'Update');
  await eventually(
    async () => sent.length === 2 || undefined,
    () => Promise.resolve(`Sent: ${sent.join('\n')}`),
  );
  await session.stopBackground();
  letGo();
  const says = (words: RegExp) =>
    eventually(
      async () => words.test(await shelf.tab.text()) || undefined,
      async () => `Nothing says ${words}: ${await shelf.tab.text()}`,
    );
  await says(/Updated 2 papers\./);
  await says(/Semantic Scholar doesn’t know 1 paper\./);
  expect(JSON.parse(sent[0] ?? '')).toEqual({ ids: [3, 2, 1].map((number) => `ARXIV:${arxiv(number)}`) });
  expect(sent.filter((each) => each.startsWith('{'))).toHaveLength(1);
  expect(sent.join()).not.toMatch(/secret|Paper|Example/);
  await says(/Retracted\s*Paper number 2/);
  await shelf.search('is:retracted');
  await shelf.lists(`Retracted${titleOf(2)}`);
  await shelf.click('button', 'Undo');
  await shelf.lists();
});
