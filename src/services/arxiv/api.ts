/**
 * Parses answers of arXiv's API, an Atom feed. It uses no XML parser, because a worker has none; the feed is
 * machine-written and always has the same shape. Pure. https://info.arxiv.org/help/api/user-manual.html
 */
import { arxivAbstract, arxivFile } from '../../paper/addresses';
import { toFacts } from '../../paper/check';
import { arxivId, arxivVersion } from '../../paper/identity';
import type { Facts } from '../../paper/paper';

/**
 * Parses an answer to facts by arXiv id; undefined if it is no feed. An entry that is cut off is left out, and the answer is
 * not whole.
 */
export function readAnswer(text: string): { value: Map<string, Facts>; isWhole: boolean } | undefined {
  if (!/<feed[\s>]/.test(text)) return undefined;
  const papers = new Map<string, Facts>();
  for (const [, entry = ''] of text.matchAll(/<entry>([\s\S]*?)<\/entry>/g)) {
    const address = one(entry, 'id') ?? '';
    const id = arxivId(/\/abs\/(.+)$/.exec(address)?.[1] ?? '');
    const facts = id && factsOf(entry, id, address);
    if (id && facts) papers.set(id, facts);
  }
  return { value: papers, isWhole: /<\/feed>\s*$/.test(text) };
}

function factsOf(entry: string, id: string, address: string): Facts | undefined {
  const categories = [...entry.matchAll(/<category\b[^>]*?\bterm="([^"]*)"/g)].map(([, term = '']) => plain(term));
  const authors = all(entry, 'name');
  return toFacts({
    ids: [`arxiv:${id}`],
    title: one(entry, 'title'),
    authors,
    authorCount: authors.length,
    // An indented line starts a paragraph; other line breaks are only wrapping.
    abstract: one(entry, 'summary')
      ?.split(/\n\s{2,}/)
      .map((paragraph) => paragraph.replaceAll('\n', ' '))
      .join('\n'),
    published: one(entry, 'published')?.slice(0, 10),
    categories: categories.filter((term) => /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(term)),
    comment: one(entry, 'arxiv:comment'),
    journalRef: one(entry, 'arxiv:journal_ref'),
    version: arxivVersion(address),
    links: { abs: arxivAbstract(id), pdf: arxivFile(id) },
  }).facts;
}

const all = (entry: string, name: string): string[] =>
  [...entry.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => plain(text));

const one = (entry: string, name: string): string | undefined => all(entry, name)[0];

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.trim().replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
