/**
 * `npx tsx test/tools/common-words.ts` makes `src/library/memory/common-words.ts` from the papers of `../shared/corpus`: the words that
 * most of them have, and how rare each is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runsOf } from '../../src/library/memory/words';

/** How many words: 1,000 measure the same, 8,000 no better. */
const tableSize = 2000;

const papers = new Map<string, string>();
for (const name of ['arxiv-categories', 'hf-daily']) {
  for (const line of gunzipSync(readFileSync(resolve(`../shared/corpus/${name}.jsonl.gz`)))
    .toString('utf8')
    .trim()
    .split('\n')) {
    const { id, title, abstract } = JSON.parse(line) as { id: string; title: string; abstract?: string };
    papers.set(id, `${title}. ${abstract ?? ''}`);
  }
}

const counts = new Map<string, number>();
for (const text of papers.values()) {
  for (const word of new Set(runsOf(text).flatMap((run) => run.map(({ word }) => word)))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}
const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, tableSize);

/** Sixteenths of ln(1 + (n + 1) / (df + 0.5)), as `idf` in `signature.ts` is. */
const rarity = (df: number) => Math.round(16 * Math.log(1 + (papers.size + 1) / (df + 0.5)));
const groups = new Map<number, string[]>();
for (const [word, df] of sorted) groups.set(rarity(df), [...(groups.get(rarity(df)) ?? []), word]);
const text = [...groups].map(([idf, words]) => `${idf} ${words.join(' ')}`).join('\\n');
const rest = rarity(0.35 * (sorted.at(-1)?.[1] ?? 0));

writeFileSync(
  resolve('src/library/memory/common-words.ts'),
  `/** Made by \`test/tools/common-words.ts\` from the words of ${papers.size.toLocaleString('en')} papers. */

/** One line a rarity: sixteenths of the inverse document frequency, then the words that have it, the commonest first. */
export const commonWords =
  '${text}';

/** Sixteenths of the inverse document frequency of any other word. */
export const otherRarity = ${rest};
`,
);
process.stdout.write(`${sorted.length} words of ${papers.size} papers; the rest has ${rest / 16}\n`);
