/** BibTeX with something missing: what can be read is, what cannot is listed with its line, and no other entry is touched. */
import { describe, expect, it } from 'vitest';
import { readFile, writeText } from '../../src/formats';
import type { FileEntry, FileProblem } from '../../src/formats/file-items';
import { now, paper } from './support/papers';

async function read(text: string) {
  const entries: FileEntry[] = [];
  const problems: FileProblem[] = [];
  for await (const item of readFile(new TextEncoder().encode(text), 'bibtex')?.items ?? []) {
    if ('entry' in item) entries.push(item.entry);
    if ('problem' in item) problems.push(item.problem);
  }
  return { entries, problems };
}

const whole = '@article{w, title = {Whole}, year = 2020}';
const facts = { title: 'Lanterns in Fog', authors: ['Ada Lovelace', 'Bo Li'], published: '2021' };
const lines = (...fields: string[]) => `@article{lanterns,\n  ${fields.join('\n  ')}\n}`;

describe('an entry between two whole ones', () => {
  it.each([
    ['a brace left open', lines('title = {Lanterns in Fog,', 'author = {Lovelace, Ada and Li, Bo},', 'year = {2021}')],
    [
      'its own brace left open',
      lines('title = {Lanterns in Fog},', 'author = {Lovelace, Ada and Li, Bo},', 'year = 2021').slice(0, -1),
    ],
    [
      'a brace left open in one line',
      '@article{l, title = {Lanterns in Fog, author = {Lovelace, Ada and Li, Bo}, year = {2021}}',
    ],
    ['a quote left open', lines('title = "Lanterns in Fog,', 'author = "Lovelace, Ada and Li, Bo",', 'year = 2021')],
    ['a comma left out', lines('title = {Lanterns in Fog}', 'author = {Lovelace, Ada and Li, Bo}', 'year = 2021')],
    [
      'an equals sign left out',
      lines('title {Lanterns in Fog},', 'author = {Lovelace, Ada and Li, Bo},', 'year = 2021'),
    ],
    [
      'a colon for an equals sign',
      lines('title = {Lanterns in Fog},', 'year: 2021,', 'author = {Lovelace, Ada and Li, Bo}'),
    ],
    [
      'a field without a name',
      lines('= {x},', 'title = {Lanterns in Fog},', 'author = {Lovelace, Ada and Li, Bo},', 'year = 2021'),
    ],
  ])('with %s', async (_, broken) => {
    const { entries, problems } = await read(`${whole}\n\n${broken}\n\n${whole.replace('w,', 'v,')}\n`);
    expect(entries.map((entry) => entry.facts.title)).toEqual(['Whole', 'Lanterns in Fog', 'Whole']);
    expect(entries[1]?.facts).toMatchObject(facts);
    expect(problems).toMatchObject([{ line: 3 }]);
  });

  it('with a dollar that no other follows', async () => {
    const { entries } = await read(`@article{l, title = {Lanterns for $5}, year = 2021}\n${whole}`);
    expect(entries.map((entry) => entry.facts.title)).toEqual(['Lanterns for $5', 'Whole']);
  });

  it.each([
    ['a space', 'my key'],
    ['parentheses', '(awg)2009'],
    ['letters outside ASCII', '易仕和，2013'],
    ['a curly apostrophe', 'd’aprile2024'],
    ['question marks', '????'],
  ])('with %s in its key is read whole', async (_, key) => {
    const { entries, problems } = await read(`${whole}\n@article{${key}, title = {Lanterns in Fog}, year = 2021}`);
    expect(entries[1]).toMatchObject({ facts: { title: 'Lanterns in Fog', published: '2021' }, citationKey: key });
    expect(problems).toEqual([]);
  });

  it('without its @ is listed', async () => {
    const { entries, problems } = await read(`${whole}\narticle{l, title = {Lanterns}}\n${whole.replace('w,', 'v,')}`);
    expect(entries).toHaveLength(2);
    expect(problems).toMatchObject([{ line: 2, reason: 'syntax' }]);
  });
});

it('any one sign lost costs no other entry, and nothing in silence', { timeout: 120_000 }, async () => {
  const papers = Array.from({ length: 5 }, (_, i) =>
    paper({
      ids: [`doi:10.5555/x.${i}`],
      title: `Maps of {Moss} ${i}`,
      abstract: 'Two lines,\nof year = {2020}, said.',
      volume: `${i}`,
    }),
  );
  const pieces = papers.map((one, i) => writeText('bibtex', [one], { now, keys: [`k${i}`] }));
  const sound = (await read(pieces.join('\n'))).entries;
  expect(sound).toHaveLength(5);
  const third = pieces[2] as string;
  const losses = [...third.matchAll(/[@{}=",]/g)].map(({ index }) => index);
  expect(losses.length).toBeGreaterThan(50);
  for (const at of losses) {
    const damaged = third.slice(0, at) + third.slice(at + 1);
    const { entries, problems } = await read(pieces.with(2, damaged).join('\n'));
    const others = (list: FileEntry[]) =>
      list.filter((entry) => entry.citationKey !== 'k2' && entry.citationKey?.startsWith('k'));
    const without = ({ line: _, ...entry }: FileEntry) => entry;
    expect(others(entries).map(without), damaged).toEqual(others(sound).map(without));
    const same = entries.find((entry) => entry.facts.volume === '2' && entry.facts.title === sound[2]?.facts.title);
    if (!same) expect(problems, damaged).not.toEqual([]);
  }
});
