import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ExportPaper } from '../../../src/formats/format';
import type { Facts } from '../../../src/paper/paper';
import { known } from '../../../src/sites/read/text';

const file = new URL('../../../../shared/corpus/hf-daily.jsonl.gz', import.meta.url);

export const hasCorpus = existsSync(file);

interface Row {
  id: string;
  day: string;
  title: string;
  abstract: string | null;
  authors: string[] | null;
  publishedAt: string | null;
  upvotes: number | null;
  githubRepo: string | null;
}

/** Real papers of a listing, as they would have been saved from it; a tag a month. */
export function corpus(limit = Number.POSITIVE_INFINITY): ExportPaper[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(0, limit);
  return lines.map((line, i) => {
    const row = JSON.parse(line) as Row;
    const ids = [`arxiv:${row.id}`];
    const facts = known<Facts>({
      ids,
      title: row.title.replace(/\s+/g, ' ').trim(),
      authors: row.authors ?? undefined,
      abstract: row.abstract?.replace(/\s+/g, ' ').trim(),
      published: row.publishedAt?.slice(0, 10),
      links: known({
        abs: `https://arxiv.org/abs/${row.id}`,
        pdf: `https://arxiv.org/pdf/${row.id}`,
        code: row.githubRepo ? [row.githubRepo] : undefined,
      }),
    });
    const savedAt = Date.parse(row.day) + i;
    return { ids, facts, tags: [`daily/${row.day.slice(0, 7)}`], status: 'unread', savedAt, changedAt: savedAt };
  });
}
