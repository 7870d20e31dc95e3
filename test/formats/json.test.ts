import { describe, expect, it } from 'vitest';
import { writeText } from '../../src/formats';
import type { FileEntry, FileProblem, LibraryParts } from '../../src/formats/file-items';
import type { ExportPaper } from '../../src/formats/format';
import { readBackup } from '../../src/formats/json/read';
import { now, paper } from './support/papers';

async function read(text: string) {
  const entries: FileEntry[] = [];
  const problems: FileProblem[] = [];
  let library: Partial<LibraryParts> | undefined;
  for await (const item of readBackup(text)) {
    if ('entry' in item) entries.push(item.entry);
    if ('problem' in item) problems.push(item.problem);
    if ('library' in item) library = item.library;
  }
  return { entries, problems, library };
}

const papers: ExportPaper[] = [
  paper({ abstract: 'Line "one"\nline two, ] } {' }, { note: '**x**', starredAt: 5, readAt: 6, status: 'read' }),
  paper({}, { ids: ['doi:10.1/2', 'url:https://x.org/a'], citationKeys: { t: 'k' }, note: 'in C:\\papers\\' }),
  paper({ title: 'Third' }, { ids: ['arxiv:2401.00003'] }),
];
const library = {
  tags: [{ id: 't1', name: 'graphs/small', color: 3 }],
  filters: [{ q: 'tag:x' }],
  settings: { a: 1 },
  schema: 2,
};
const backup = writeText('json', papers, { now, library });

describe('the backup', () => {
  it('is JSON that any program reads', () => {
    const parsed = JSON.parse(backup);
    expect(parsed).toMatchObject({ offprint: 1, schema: 2, count: 3, written: '2026-11-24T12:00:00.000Z' });
    expect(parsed.papers).toEqual(papers);
    expect(JSON.parse(writeText('json', [], { now })).papers).toEqual([]);
  });

  it('gives everything back', async () => {
    const got = await read(backup);
    expect(got.problems).toEqual([]);
    expect(got.entries.map(({ record }) => record)).toEqual(papers);
    expect(got.entries.map(({ facts }) => facts)).toEqual(papers.map(({ facts }) => facts));
    expect(got.library).toEqual({ ...library, rules: undefined });
  });

  it('is read as well after an editor laid it out anew', async () => {
    const got = await read(JSON.stringify(JSON.parse(backup), null, 4));
    expect(got.problems).toEqual([]);
    expect(got.entries).toHaveLength(3);
  });

  it('says that it was edited', async () => {
    const got = await read(backup.replace('Third', 'Fourth'));
    expect(got.problems).toEqual([{ line: 1, reason: 'edited' }]);
    expect(got.entries[2]?.facts.title).toBe('Fourth');
  });

  it('cut off at any place gives every paper before the cut, and says where it ends', async () => {
    const records = backup.split('\n').flatMap((line) => (line.startsWith('{"ids') ? [line.replace(/,$/, '')] : []));
    for (let length = 0; length < backup.length - 3; length += 7) {
      const text = backup.slice(0, length);
      const got = await read(text);
      expect(got.problems.map(({ reason }) => reason)).toContain('cut-off');
      const whole = records.filter((record) => text.includes(record)).length;
      expect(got.entries.length).toBe(whole);
    }
  });

  it('of a newer version is read as far as it is understood, and says so', async () => {
    const got = await read(backup.replace('"offprint": 1', '"offprint": 9'));
    expect(got.problems).toEqual([{ line: 2, reason: 'newer-version' }]);
    expect(got.entries).toHaveLength(3);
  });

  it('names the line of a record that is broken, and reads the others', async () => {
    const lines = backup.split('\n');
    const at = lines.findIndex((line) => line.includes('doi:10.1/2'));
    lines[at] = (lines[at] ?? '').replace('"ids":', '"ids"');
    const got = await read(lines.join('\n'));
    expect(got.entries).toHaveLength(2);
    expect(got.problems[0]).toMatchObject({ line: at + 1, reason: 'syntax' });
  });

  it('lets no key reach a prototype, and no depth the end of the stack', async () => {
    const evil = `{"offprint":1,"papers":[{"ids":["arxiv:2401.00001"],"facts":{"title":"x","__proto__":{"polluted":1}},"__proto__":{"polluted":1}},${'['.repeat(200000)}${']'.repeat(200000)}],"sum":"0"}`;
    const got = await read(evil);
    expect(got.entries).toHaveLength(1);
    expect(got.entries[0]?.facts).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
    expect(got.problems.map(({ reason }) => reason)).toEqual(['syntax', 'edited']);
  });
});
