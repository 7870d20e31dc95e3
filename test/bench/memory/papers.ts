/** The real papers of `../shared/corpus` in order of date, as readers of arXiv and of Hugging Face see them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Signature, signatureOf } from '../../../src/library/memory/signature';
import { runsOf } from '../../../src/library/memory/words';
import type { Facts } from '../../../src/paper/paper';

export interface RealPaper {
  facts: Facts;
  signature: Signature;
  /** Pairs of neighbouring words of title and abstract, for topics. */
  phrases: ReadonlySet<string>;
}

interface Line {
  id: string;
  title: string;
  abstract?: string;
  authors: string[];
  categories?: string[];
  ai_keywords?: string[] | null;
  upvotes?: number;
}

/** `arxiv`: with categories and without upvotes; `hf`: with keywords and upvotes. */
export type Source = 'arxiv' | 'hf';
const files: Record<Source, string> = { arxiv: 'arxiv-categories', hf: 'hf-daily' };

export function realPapers(source: Source): RealPaper[] {
  const text = gunzipSync(readFileSync(resolve(`../shared/corpus/${files[source]}.jsonl.gz`))).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const { id, title, abstract, authors, categories, ai_keywords, upvotes } = JSON.parse(line) as Line;
      const facts: Facts = {
        ids: [`arxiv:${id}`],
        title: title.replace(/\s+/g, ' '),
        authors,
        ...(abstract && { abstract: abstract.replace(/\s+/g, ' ') }),
        ...(categories && { categories }),
        ...(ai_keywords && { keywords: ai_keywords }),
        ...(upvotes !== undefined && { metrics: { upvotes } }),
      };
      const phrases = new Set(
        runsOf(`${facts.title}. ${facts.abstract ?? ''}`).flatMap((run) =>
          run.slice(1).map(({ word }, i) => `${run[i]?.word} ${word}`),
        ),
      );
      return { facts, signature: signatureOf(facts), phrases };
    });
}
