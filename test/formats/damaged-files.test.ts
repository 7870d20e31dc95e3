/** Records in = records read + records listed, in every format, whatever one damage does to a file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, readFile } from '../../src/formats';
import { type Damage, damaged, damages } from './support/damage';
import { readText } from './support/read-text';
import { sampleFiles, titleOf } from './support/sample-files';

const runs = Number(process.env.RUNS ?? 150);

it('there is a sample of every format that is read', () => {
  const read = formats.filter((format) => 'read' in format && format.read).map(({ id }) => id);
  const lists = ['markdown', 'html', 'links'];
  expect(sampleFiles.map(({ id }) => id).sort(), 'test/formats/support/sample-files.ts').toEqual(
    read.filter((id) => !lists.includes(id)).sort(),
  );
});

describe.each(sampleFiles)('$id', ({ id, head, records, foot }) => {
  it('reads every record of the sample', async () => {
    const text = head + records.join('') + foot;
    expect(readFile(new TextEncoder().encode(text))?.format.id).toBe(id === 'biblatex' ? 'bibtex' : id);
    const { entries, problems } = await readText(text, id);
    expect(problems).toEqual([]);
    if (id !== 'ids') expect(entries.map(({ facts }) => facts.title)).toEqual(records.map((_, i) => titleOf(i + 1)));
    expect(entries).toHaveLength(records.length);
  });

  it('reads or lists every record of a damaged file', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damages(head, records, foot), async (damage: Damage) => {
        const { text, expected: most } = damaged(head, records, foot, damage);
        // Lists of ids have nothing but line ends between their records.
        const expected = id === 'ids' ? Math.min(most, text.trim().split('\n').length) : most;
        const { entries, problems } = await readText(text, id);
        const lost = problems.filter(({ isLost }) => isLost);
        expect(entries.length + lost.length, JSON.stringify(problems)).toBeGreaterThanOrEqual(expected);
      }),
      { numRuns: runs, seed: 20261130 },
    );
  });
});
