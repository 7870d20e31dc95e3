import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/formats';
import type { FileEntry, FileProblem } from '../../src/formats/file-items';
import { familyOf, parseName } from '../../src/formats/names';

const folder = new URL('../../../shared/imports/', import.meta.url);
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.expected.json'))
  : [];

interface Expected {
  entries: number;
  items: { title?: string; authors?: string[]; year?: string; doi?: string; arxiv?: string; keywords?: string[] }[];
}

/** Comparison as the expected files' own notes say: quotes, dashes, capitals and final full stops do not count. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** An entry in the words of the expected files, with only the fields that are claimed. */
function claimed(entry: FileEntry | undefined, claims: Expected['items'][number]): unknown {
  const id = (scheme: string) =>
    entry?.facts.ids.find((found) => found.startsWith(`${scheme}:`))?.slice(scheme.length + 1);
  const arxiv = id('arxiv');
  const doi = id('doi') ?? (arxiv && `10.48550/arxiv.${arxiv}`);
  const all: Record<string, unknown> = {
    title: folded(entry?.facts.title ?? ''),
    authors: entry?.facts.authors?.map(folded),
    year: entry?.facts.published?.slice(0, 4),
    doi,
    arxiv,
    keywords: [...new Set([...(entry?.tags ?? []), ...(entry?.facts.keywords ?? [])].map(folded))].sort(),
  };
  return Object.fromEntries(Object.keys(claims).map((name) => [name, all[name]]));
}

function expectation(item: Expected['items'][number]): unknown {
  const { title, authors, doi, keywords } = item;
  return {
    ...item,
    ...(title === undefined ? {} : { title: folded(title) }),
    ...(authors === undefined ? {} : { authors: authors.map(folded) }),
    ...(doi === undefined ? {} : { doi: doi.toLowerCase() }),
    ...(keywords === undefined ? {} : { keywords: [...new Set(keywords.map(folded))].sort() }),
  };
}

describe.skipIf(files.length === 0)('files of other programs', () => {
  it.each(files)('%s', { timeout: 60_000 }, async (file) => {
    const expected = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Expected;
    const read = readFile(readFileSync(new URL(file.replace('.expected.json', ''), folder)));
    const folderName = file.split('/')[0] ?? '';
    expect(read?.format.id).toBe({ csljson: 'csl-json', papermemory: 'papermemory' }[folderName] ?? folderName);
    // What is named as no paper keeps its place in the order of the file.
    const entries: (FileEntry | undefined)[] = [];
    const problems: FileProblem[] = [];
    for await (const item of read?.items ?? []) {
      if ('entry' in item) entries.push(item.entry);
      if ('problem' in item) problems.push(item.problem);
      if ('problem' in item && item.problem.reason === 'not-a-paper') entries.push(undefined);
    }
    const broken = problems.filter(({ reason }) => reason === 'cut-off').length;
    expect(entries.length - broken).toBe(expected.entries);
    const got = expected.items.map((item, i) => claimed(entries[i], item));
    expect(got).toEqual(expected.items.map(expectation));
    for (const { facts } of entries.filter((entry) => entry !== undefined)) {
      expect(facts.ids.length).toBeGreaterThan(0);
      for (const author of facts.authors ?? []) expect(familyOf(parseName(author))).not.toBe('');
    }
  });
});
