/** One paper as several sites show it is one record, marked on all of them, in whatever order it is met. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/paper/paper';
import { readerFor } from '../../src/sites/index';
import { isCard } from '../../src/sites/site';
import { library } from '../support/library';
import { pageOf } from '../support/page';

const s2 = '00000000000000000000000000000000000000a1';
const title = 'Slow Snails, Faster';
const arxivList = `<dl id="articles"><dt><a name="item1">[1]</a> <a href="/abs/2601.09901v2" title="Abstract" id="2601.09901">arXiv:2601.09901</a>
  [<a href="/pdf/2601.09901" title="Download PDF" id="pdf-2601.09901">pdf</a>]</dt>
  <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div>
  <div class="list-authors"><a href="/search/cs?query=O">Ana Okoye</a></div></div></dd></dl>`;

/** The page that shows it, by the site. */
const pages: Record<string, [url: string, body: string]> = {
  huggingface: [
    'https://huggingface.co/papers',
    `<div class="SVELTE_HYDRATER" data-target="DailyPapers" data-props="{}"><article><h3><a href="/papers/2601.09901">${title}</a></h3></article></div>`,
  ],
  arxiv: ['https://arxiv.org/list/cs.LG/recent', arxivList],
  'semantic-scholar': [
    'https://www.semanticscholar.org/search?q=snails',
    `<div class="cl-paper-row" data-paper-id="${s2}"><a data-test-id="title-link" href="/paper/Slow-Snails/${s2}"><h2 class="cl-paper-title">${title}</h2></a>
    <div class="cl-paper-controls"><a href="https://arxiv.org/pdf/2601.09901v1" data-test-id="paper-link">arXiv</a></div></div>`,
  ],
  'a link to alphaXiv': [
    'https://blog.example/reading',
    `<p>Read <a href="https://www.alphaxiv.org/abs/2601.09901v1">${title}</a>.</p>`,
  ],
  'a link by its DOI': [
    'https://blog.example/more',
    `<p><a href="https://doi.org/10.48550/arXiv.2601.09901">${title}</a></p>`,
  ],
};

function read(name: string): { site: string; url: string; facts: Facts } {
  const [url, body] = pages[name] ?? expect.fail(name);
  const page = pageOf(`<!doctype html><body>${body}</body>`, url);
  const site = readerFor(page.url) ?? expect.fail(`nothing reads ${url}`);
  const [card] = [...site.read(page)].filter(isCard);
  return { site: site.id, url, facts: card?.facts() ?? expect.fail(`no card on ${url}`) };
}

describe.each(Object.keys(pages))('saved first on %s', (first) => {
  test.each(Object.keys(pages))('it is known on %s, and saving it there adds no record', async (other) => {
    const own = library();
    const save = ({ site, url, facts }: ReturnType<typeof read>) => own.save([facts], { site, url, kind: 'listing' });
    await save(read(first));
    const there = read(other);
    expect(Object.keys(await own.marks(there.facts.ids)), 'marked').not.toEqual([]);
    await save(there);
    expect(await own.size()).toBe(1);
    const [paper] = await own.papers(there.facts.ids);
    expect(paper?.key).toBe('arxiv:2601.09901');
    expect(paper?.facts.title).toBe(title);
  });
});

test('met by its Semantic Scholar id alone, then tied to arXiv’s, two records become one', async () => {
  const own = library();
  const context = {
    site: 'semantic-scholar',
    url: 'https://www.semanticscholar.org/search?q=a',
    kind: 'listing',
  } as const;
  await own.save([{ ids: [`s2:${s2}`], title }], context);
  const { site, url, facts } = read('arxiv');
  await own.save([facts], { site, url, kind: 'listing' });
  expect(await own.size()).toBe(2);
  const tied = read('semantic-scholar');
  await own.save([tied.facts], { ...context, url: tied.url });
  expect(await own.size()).toBe(1);
});
