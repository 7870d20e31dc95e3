/**
 * `npx tsx test/tools/fit-memory.ts` fits the weights of `src/library/memory/weights.ts` by logistic regression on simulated readers, and
 * prints them. `npm run bench -- --only memory` reports on other readers.
 */
import { realPapers } from '../bench/memory/papers';
import { Commons, kinds, reader } from '../bench/memory/readers';
import { readingsOf, replay } from '../bench/memory/replay';

/** Readers to fit on; those of the report have lower seeds. */
const firstSeed = 5000;
const readers = Number(process.argv[2] ?? 48);

/** Logistic regression by Newton's method, with a little ridge. Rows have a last column of 1 for the bias. */
function fitted(rows: number[][], truth: number[]): number[] {
  const size = rows[0]?.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? 1e-3 : 0)),
    );
    for (const [n, row] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)));
      for (let i = 0; i < size; i++) {
        gradient[i] = (gradient[i] as number) + ((truth[n] as number) - p) * (row[i] as number);
        for (let j = 0; j < size; j++) {
          (hessian[i] as number[])[j] =
            ((hessian[i] as number[])[j] as number) + p * (1 - p) * (row[i] as number) * (row[j] as number);
        }
      }
    }
    const step = solve(hessian, gradient);
    for (let i = 0; i < size; i++) weights[i] = (weights[i] as number) + (step[i] as number);
  }
  return weights;
}

/** Gaussian elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i] as number]);
  const size = a.length;
  for (let i = 0; i < size; i++) {
    const pivot = a
      .slice(i)
      .reduce(
        (best, row, k) => (Math.abs(row[i] as number) > Math.abs((a[best] as number[])[i] as number) ? i + k : best),
        i,
      );
    [a[i], a[pivot]] = [a[pivot] as number[], a[i] as number[]];
    for (let k = 0; k < size; k++) {
      if (k === i) continue;
      const factor = ((a[k] as number[])[i] as number) / ((a[i] as number[])[i] as number);
      for (let j = i; j <= size; j++)
        (a[k] as number[])[j] = ((a[k] as number[])[j] as number) - factor * ((a[i] as number[])[j] as number);
    }
  }
  return a.map((row, i) => (row[size] as number) / (row[i] as number));
}

const commons = { arxiv: new Commons(realPapers('arxiv')), hf: new Commons(realPapers('hf')) };
const tags: { rows: number[][]; truth: number[] } = { rows: [], truth: [] };
const cards: { rows: number[][]; truth: number[] } = { rows: [], truth: [] };
for (let i = 0; i < readers; i++) {
  const kind = kinds[i % kinds.length] ?? 'hf';
  const source = kind === 'arxiv' || (kind !== 'hf' && i % 8 < 4) ? 'arxiv' : 'hf';
  const one = reader(firstSeed + i, kind, source, commons[source]);
  const readings = readingsOf();
  for (const after of [10, 25, 50, 200, 1000]) {
    replay(
      one,
      after,
      {
        ask({ kept, truth, scorer, profile }) {
          for (const f of scorer.features(readings(kept.paper))) {
            tags.rows.push([f.aboveMean, f.aboveBest, f.name, f.categories, f.keywords, 1]);
            tags.truth.push(Number(truth.has(profile.tags[f.tag] ?? '')));
          }
        },
      },
      readings,
    );
    replay(
      one,
      after,
      {
        page({ features, kept }) {
          for (const [i, f] of features.entries()) {
            cards.rows.push([f.tag, f.library, f.passed, f.categories, f.upvotes, f.name, 1]);
            cards.truth.push(Number(kept[i]));
          }
        },
      },
      readings,
    );
  }
}
const print = (name: string, names: string[], { rows, truth }: typeof tags) => {
  const weights = fitted(rows, truth);
  process.stdout.write(
    `${name} (${rows.length} rows): ${names.map((each, i) => `${each}: ${weights[i]?.toPrecision(3)}`).join(', ')}\n`,
  );
};
print('tagWeights', ['aboveMean', 'aboveBest', 'name', 'categories', 'keywords', 'bias'], tags);
print('cardWeights', ['tag', 'library', 'passed', 'categories', 'upvotes', 'name', 'bias'], cards);
