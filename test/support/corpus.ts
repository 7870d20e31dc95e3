/**
 * Papers to measure with: 9,877 real ones where `../shared/corpus` exists, elsewhere invented ones of the same shape. More
 * are made by giving them other ids and titles.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Facts } from '../../src/paper/paper';
import { clean } from '../../src/sites/read/text';

const file = resolve('../shared/corpus/hf-daily.jsonl.gz');

/** Whether the real papers are there. */
export const isReal = existsSync(file);

/** A line of the real corpus. */
interface Line {
  id: string;
  day: string;
  title: string;
  abstract: string;
  authors: string[];
  publishedAt: string;
  upvotes: number;
  numComments: number | null;
  submittedBy: string | null;
  githubRepo: string | null;
  ai_keywords: string[] | null;
}

/** So many papers, always the same, each with its own id and title; on request invented ones also where there are real ones. */
export function* corpus(count: number, invent = !isReal): Generator<Facts> {
  const base = !invent ? real() : Array.from({ length: 2000 }, (_, i) => invented(i));
  for (let i = 0; i < count; i++) {
    const facts = base[i % base.length] as Facts;
    const round = Math.floor(i / base.length);
    yield round === 0 ? facts : again(facts, round);
  }
}

/** The same paper under another id and title, its abstract beginning elsewhere so that no two texts are equal. */
function again(facts: Facts, round: number): Facts {
  const id = facts.ids[0] ?? '';
  const sentences = (facts.abstract ?? '').split('. ');
  const turned = [...sentences.slice(round % sentences.length), ...sentences.slice(0, round % sentences.length)];
  return {
    ...facts,
    ids: [`doi:10.5555/${round}.${id.slice(6)}`],
    title: `${facts.title} (${round + 1})`,
    abstract: turned.join('. '),
  };
}

function real(): Facts[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((text) => {
    const line = JSON.parse(text) as Line;
    return {
      ids: [`arxiv:${line.id}`],
      title: clean(line.title),
      ...(line.authors.length > 0 && { authors: line.authors.map(clean), authorCount: line.authors.length }),
      ...(line.abstract && { abstract: clean(line.abstract) }),
      published: line.publishedAt.slice(0, 10),
      // The corpus has none: one is made up, so that there is something to filter by.
      categories: [['cs.LG', 'cs.CL', 'cs.CV', 'cs.AI', 'stat.ML'][line.id.charCodeAt(9) % 5] as string],
      links: {
        page: `https://huggingface.co/papers/${line.id}`,
        abs: `https://arxiv.org/abs/${line.id}`,
        pdf: `https://arxiv.org/pdf/${line.id}`,
        ...(line.githubRepo && { code: [line.githubRepo] }),
      },
      metrics: { upvotes: line.upvotes, ...(line.numComments !== null && { comments: line.numComments }) },
      ...(line.ai_keywords && { keywords: line.ai_keywords }),
    };
  });
}

/** Numbers that look random and are the same each time. */
function dice(seed: number): () => number {
  let state = seed + 0x9e3779b9;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return ((state ^ (state >>> 12)) >>> 0) / 2 ** 32;
  };
}

const syllables =
  'ra tion al lea ning at ten de ep ne ura l mo del tra in ge ra tive sa mp ling re as on vi su al la ngua ge'.split(
    ' ',
  );

/** A word; low numbers are used far more often, as in a language. */
function word(random: () => number): string {
  const rank = Math.floor(8000 ** random());
  const [a, b, c] = [rank % 31, Math.floor(rank / 31) % 31, rank % 7];
  return `${syllables[a]}${syllables[b]}${rank > 400 ? syllables[c] : ''}`;
}

function invented(i: number): Facts {
  const random = dice(i);
  const say = (words: number) => Array.from({ length: words }, () => word(random)).join(' ');
  const id = `${20 + (i % 6)}${String(1 + (i % 12)).padStart(2, '0')}.${String(10000 + i)}`;
  return {
    ids: [`arxiv:${id}`],
    title: say(6 + Math.floor(random() * 8)),
    authors: Array.from({ length: 1 + Math.floor(random() * 9) }, () => `${say(1)} ${say(1)}`),
    abstract: Array.from({ length: 8 }, () => say(22)).join('. '),
    published: `20${20 + (i % 6)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
    categories: [['cs.LG', 'cs.CL', 'cs.CV'][i % 3] as string],
    links: { abs: `https://arxiv.org/abs/${id}`, ...(i % 3 === 0 && { code: [`https://github.com/example/${id}`] }) },
    metrics: { upvotes: Math.floor(random() ** 4 * 300) },
  };
}
