/** Real files of other programs with one damage each: every record of the file is still read or listed. `npm run long` makes 1,000 of each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/formats';
import { decodeFile } from '../../src/formats/encoding/decode';
import { damaged, damages } from './support/damage';
import { readText } from './support/read-text';

const copies = Number(process.env.RUNS ?? (process.env.LONG === undefined ? 2 : 1_000));
/** A file is damaged within this many UTF-16 units; the rest is left out. */
const most = 60_000;

const shared = new URL('../../../shared/', import.meta.url);
const files = ['imports', 'cases']
  .filter((folder) => existsSync(new URL(folder, shared)))
  .flatMap((folder) =>
    readdirSync(new URL(folder, shared), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.(?:bib|ris|csv|nbib|enw|txt|json)$/.test(file) && !/expected\.(?:json|txt)$/.test(file));

/** How many records a file has, by what was read of it and what was listed. */
async function records(text: string, id: Parameters<typeof readText>[1]): Promise<number> {
  const { entries, problems } = await readText(text, id);
  // Of a file of no known format nothing is counted.
  if (problems.some(({ reason }) => reason === 'not-recognised' || reason === 'unknown-columns'))
    return Number.POSITIVE_INFINITY;
  return entries.length + problems.filter(({ isLost }) => isLost).length;
}

describe.skipIf(files.length === 0)('a damaged copy', () => {
  it.each(files)('of %s', { timeout: 3_600_000 }, async (file) => {
    const whole = decodeFile(readFileSync(new URL(file, shared)));
    const text = whole.length > most ? whole.slice(0, whole.lastIndexOf('\n\n', most) + 1 || most) : whole;
    const id = recognise(text)?.id;
    // In a file that has a fault already, a second may be one too many.
    const isBroken = (await readText(text, id)).problems.some(({ reason }) => /^(?:unbalanced|cut-off)$/.test(reason));
    const count = await records(text, id);
    expect(count).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(damages('', [text], ''), async (damage) => {
        const copy = damaged('', [text], '', damage).text;
        const { kind, at } = damage;
        // What stood in a line that is gone, or behind the cut, is not in the file; nor is what a changed id named.
        const gone = isBroken || kind === 'cut-off' || kind === 'drop-line' || id === 'ids';
        const found = await records(copy, id);
        if (!gone) expect(found, `${kind} at ${at}`).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: copies, seed: 20261130 },
    );
  });
});
